using System.Globalization;
using Releve.Core.LifeProjects;

namespace Releve.Web.Modules.Proposals;

/// <summary>Which cards are shown, as the address says it.</summary>
public sealed record CardFilter
{
    /// <summary>The word for the whole territory, in the place of a listing's reference.</summary>
    public const string Territory = "territory";

    /// <summary>Within how many months one might begin.</summary>
    public static IReadOnlyList<int> Starts { get; } = [3, 6, 12, 24];

    /// <summary>Carers to discover, kept, proposed to, those who accepted, set aside.</summary>
    public static IReadOnlyList<string> Tabs { get; } = ["discover", "kept", "proposed", "accepted", "aside"];

    /// <summary>One of <see cref="Tabs"/>.</summary>
    public string Tab { get; init; } = Tabs[0];

    /// <summary>A listing's reference or <see cref="Territory"/>; null for all needs together.</summary>
    public string? Need { get; init; }

    /// <summary>Code of a profession that the card shows.</summary>
    public string? Profession { get; init; }

    /// <summary>A way to work that the card names.</summary>
    public WaysToWork Way { get; init; }

    /// <summary>Within so many months; null means any time.</summary>
    public int? Start { get; init; }

    /// <summary>Only those of whom nothing indispensable is open.</summary>
    public bool Musts { get; init; }

    /// <summary>True when something is asked for.</summary>
    public bool IsNarrow => Profession is not null || Way != WaysToWork.None || Start is not null || Musts;

    /// <summary>Reads it; what makes no sense is left out.</summary>
    public static CardFilter Read(IQueryCollection query)
    {
        string? Of(string name) => query[name].FirstOrDefault() is { Length: > 0 and < 80 } value ? value : null;
        return new CardFilter
        {
            Tab = Of("tab") is { } tab && Tabs.Contains(tab) ? tab : Tabs[0],
            Need = Of(ProposalsLinks.ListingQuery),
            Profession = Of("profession"),
            Way = Enum.TryParse<WaysToWork>(Of("way"), out var way) && Enum.IsDefined(way) ? way : WaysToWork.None,
            Start = int.TryParse(Of("start"), CultureInfo.InvariantCulture, out var months) && Starts.Contains(months) ? months : null,
            Musts = Of("musts") == "1",
        };
    }

    /// <summary>The address below a path, in one form only.</summary>
    public string Under(string path, int page = 1)
    {
        var parts = new List<string>();
        void Add(string name, string? value, bool isUsual)
        {
            if (!isUsual)
            {
                parts.Add(name + "=" + Uri.EscapeDataString(value!));
            }
        }
        Add("tab", Tab, Tab == Tabs[0]);
        Add(ProposalsLinks.ListingQuery, Need, Need is null);
        Add("profession", Profession, Profession is null);
        Add("way", Way.ToString(), Way == WaysToWork.None);
        Add("start", Start?.ToString(CultureInfo.InvariantCulture), Start is null);
        Add("musts", "1", !Musts);
        Add("page", page.ToString(CultureInfo.InvariantCulture), page <= 1);
        return parts.Count == 0 ? path : path + "?" + string.Join('&', parts);
    }

    /// <summary>True when a card is asked for.</summary>
    public bool Takes(ShownCard shown, DateOnly today) =>
        (Profession is null || shown.Card.Professions.Contains(Profession))
        && (Way == WaysToWork.None || shown.Card.Ways == WaysToWork.None || shown.Card.Ways.HasFlag(Way))
        && (Start is not { } months || shown.Card.StartMonth is not { } start || start <= today.AddMonths(months))
        && (!Musts || shown.HasAllMusts);
}
