using System.Globalization;
using Releve.Core.Languages;
using Releve.Core.Listings;

namespace Releve.Core.Publishing;

/// <summary>Reads what was typed, one value at a time; what cannot be read is noted and left out.</summary>
internal sealed class FormReader(IReadOnlyDictionary<string, string[]> fields)
{
    /// <summary>Cents: ten million euro, more than anything here costs.</summary>
    private const decimal MostCents = 1_000_000_000;
    private const decimal MostWhole = 1_000_000;

    private static readonly string[] DayForms = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy"];
    private static readonly string[] MomentForms =
    [
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd HH:mm",
        "d/M/yyyy HH:mm",
        "d/M/yyyy 'à' H 'h'",
        "d/M/yyyy H'h'mm",
    ];

    private readonly List<ListingProblem> problems = [];

    /// <summary>What could not be read, one problem a field.</summary>
    public IReadOnlyList<ListingProblem> Problems => problems;

    public void Refuse(string field, string key, params object[] values) => problems.Add(new ListingProblem(field, key, values));

    /// <summary>Everything typed under a name.</summary>
    public IReadOnlyList<string> Many(string name) => fields.TryGetValue(name, out var values) ? values : [];

    /// <summary>The first thing typed under a name.</summary>
    public string? First(string name) => Many(name) is [var first, ..] ? first : null;

    /// <summary>A text in one line or several, without what no reader sees; null when there is none.</summary>
    public string? Text(string name, int longest)
    {
        var text = CleanText.Paragraphs(First(name));
        if (text?.Length > longest)
        {
            Refuse(name, "too-long", longest);
        }
        return text;
    }

    public int? Whole(string name) =>
        Number(name) is not { } number ? null
        : number != decimal.Truncate(number) ? Unreadable<int>(name, "not-whole")
        : Math.Abs(number) > MostWhole ? Outside(name, MostWhole)
        : (int)number;

    public decimal? Decimal(string name) => Number(name) is { } number && Math.Abs(number) <= MostWhole ? number : null;

    /// <summary>An amount typed in euro, in cents.</summary>
    public int? Cents(string name, int at = 0) =>
        Number(name, at) is not { } euro ? null
        : Math.Abs(euro) * 100 > MostCents ? Outside(name, MostCents)
        : (int)decimal.Round(euro * 100, MidpointRounding.AwayFromZero);

    public DateOnly? Day(string name)
    {
        var text = Single(name);
        if (text.Length == 0)
        {
            return null;
        }
        return DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1990 and <= 2100
            ? day
            : Unreadable<DateOnly>(name, "not-a-day");
    }

    /// <summary>A moment on the clocks of a place, as UTC.</summary>
    public DateTime? Moment(string name, TimeZoneInfo zone)
    {
        var text = Single(name);
        if (text.Length == 0)
        {
            return null;
        }
        if (!DateTime.TryParseExact(text, MomentForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || local.Year is < 1990 or > 2100)
        {
            return Unreadable<DateTime>(name, "not-a-moment");
        }
        // The hour that spring skips does not exist: what was meant is the one after.
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
    }

    /// <summary>The name of one value of an enumeration; null when none was chosen.</summary>
    public string? Choice(string name, Type options)
    {
        var text = Single(name);
        if (text.Length == 0)
        {
            return null;
        }
        if (Enum.GetNames(options).Contains(text))
        {
            return text;
        }
        Refuse(name, "no-choice");
        return null;
    }

    /// <summary>The names of several values of an enumeration, in its order; what is none of them is left out.</summary>
    public IEnumerable<string> Choices(string name, Type options) => Enum.GetNames(options).Where(option => option != "None" && Many(name).Contains(option));

    public bool? YesNo(string name) =>
        Single(name) switch
        {
            "true" => true,
            "false" => false,
            _ => null,
        };

    public bool Ticked(string name) => Single(name) == "true";

    public Language Language(string name) => LanguageExtensions.FromCode(Single(name)) ?? Languages.Language.French;

    private string Single(string name, int at = 0) => Many(name).ElementAtOrDefault(at)?.Trim() ?? "";

    private decimal? Number(string name, int at = 0)
    {
        var text = Single(name, at);
        return text.Length == 0 ? null
            : TypedNumber.TryRead(text, out var number) ? number
            : Unreadable<decimal>(name, "not-a-number");
    }

    private T? Unreadable<T>(string name, string key)
        where T : struct
    {
        Refuse(name, key);
        return null;
    }

    private int? Outside(string name, decimal most)
    {
        Refuse(name, "outside", 0m, most);
        return null;
    }
}
