using System.Globalization;
using Releve.Core.Administration;
using Releve.Core.Languages;
using Releve.Core.Places;
using Releve.Core.Territories;

namespace Releve.Web.Modules.Administration;

/// <summary>The fields of a territory as they are typed.</summary>
public sealed class TerritoryForm
{
    public const int LongestName = 120;
    public const int LongestText = 2000;

    /// <summary>The languages that may be spoken in a territory.</summary>
    public static IReadOnlyList<string> Spoken { get; } = ["fr", "nl", "de", "en"];

    /// <summary>The hues that a territory may wear.</summary>
    public static IReadOnlyList<string> Hues { get; } = [.. TerritoryHues.All.Select(hue => hue.ToString(CultureInfo.InvariantCulture))];

    public string? NameFr { get; set; }
    public string? NameNl { get; set; }
    public string? NameEn { get; set; }
    public string? TextFr { get; set; }
    public string? TextNl { get; set; }
    public string? TextEn { get; set; }
    public List<string> Areas { get; set; } = [];
    public List<string> Languages { get; set; } = [];
    public string? Hue { get; set; }
    public string? Position { get; set; }

    /// <summary>The form of a territory.</summary>
    public static TerritoryForm Of(Territory territory) =>
        new()
        {
            NameFr = territory.Names.Fr,
            NameNl = territory.Names.Nl,
            NameEn = territory.Names.En,
            TextFr = territory.Presentation.Fr,
            TextNl = territory.Presentation.Nl,
            TextEn = territory.Presentation.En,
            Areas = [.. territory.AreaCodes],
            Languages = [.. territory.Languages],
            Hue = TerritoryHues.Nearest(territory.Hue)?.ToString(CultureInfo.InvariantCulture),
            Position = territory.Position.ToString(CultureInfo.InvariantCulture),
        };

    /// <summary>What it says; what is wrong is reported by field and key, and null comes back.</summary>
    public TerritoryContent? Read(Gazetteer gazetteer, Action<string, string> refuse)
    {
        var good = true;
        void Refuse(string field, string key)
        {
            good = false;
            refuse(field, key);
        }
        var (nameFr, textFr) = (CleanText.Line(NameFr), CleanText.Paragraphs(TextFr));
        string?[] names = [nameFr, CleanText.Line(NameNl), CleanText.Line(NameEn)];
        if (nameFr is null || Folding.Slug(nameFr).Length == 0)
        {
            Refuse("name-fr", "Administration.territory.name.missing");
        }
        else if (names.Any(name => name?.Length > LongestName))
        {
            Refuse("name-fr", "Administration.territory.name.long");
        }
        if (textFr is null)
        {
            Refuse("text-fr", "Administration.territory.text.missing");
        }
        var areas = Areas.Where(code => gazetteer.Place(code) is not null).Distinct(StringComparer.Ordinal).ToList();
        if (areas.Count == 0)
        {
            Refuse("find", "Administration.territory.areas.missing");
        }
        // The first language first: the order of the form is the order of the boxes, French where it is spoken.
        var languages = Spoken.Where(Languages.Contains).ToList();
        if (languages.Count == 0)
        {
            Refuse("languages", "Administration.territory.languages.missing");
        }
        var hue = NumberOf(Hue, 359);
        if (!string.IsNullOrWhiteSpace(Hue) && !Hues.Contains(Hue))
        {
            Refuse("hue", "Administration.territory.hue.wrong");
        }
        var position = NumberOf(Position, 9999);
        if (position is null)
        {
            Refuse("position", "Administration.territory.position.wrong");
        }
        return good
            ? new TerritoryContent(
                new LocalText(nameFr!, names[1], names[2]),
                new LocalText(textFr!, CleanText.Paragraphs(TextNl), CleanText.Paragraphs(TextEn)),
                areas,
                languages,
                hue,
                position!.Value
            )
            : null;
    }

    private static int? NumberOf(string? text, int most) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;
}
