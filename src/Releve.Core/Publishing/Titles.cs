using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Professions;

namespace Releve.Core.Publishing;

/// <summary>What a title says of professions: in one gender only, or another one than the listing asks for.</summary>
internal static class Titles
{
    /// <summary>Signs by which a title says that both genders are meant.</summary>
    private static readonly string[] BothSigns =
    [
        "h/f",
        "f/h",
        "(h/f)",
        "m/v",
        "v/m",
        "m/f",
        "f/m",
        "h/f/x",
        "m/v/x",
        "m/f/x",
        "x/f/m",
        "(e)",
        "·e",
        ".e",
        "-e",
        "(ne)",
        "(ère)",
        "(in)",
        "/in",
    ];

    /// <summary>The profession that a title names in one gender only; null when it names both, none, or one without genders.</summary>
    public static (string Written, string Missing)? OneGender(ListingText text, ProfessionEntry profession)
    {
        var name = profession.Names.In(text.Language);
        if (!name.Differs || Array.Exists(BothSigns, sign => text.Title.Contains(sign, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }
        var title = $" {Folding.Fold(text.Title)} ";
        var (masculine, feminine) = (Names(title, name.Masculine), Names(title, name.Feminine));
        return masculine == feminine ? null
            : masculine ? (name.Masculine, name.Feminine)
            : (name.Feminine, name.Masculine);
    }

    /// <summary>The regulated professions that a title names and that the listing does not ask for.</summary>
    public static IEnumerable<Profession> Unasked(ListingText text, ListingContent content, string country, ProfessionCatalogue professions)
    {
        var title = $" {Folding.Fold(text.Title)} ";
        var named = professions
            .All.Where(one => one.Names.In(text.Language) is var name && (Names(title, name.Masculine) || Names(title, name.Feminine)))
            .ToList();
        // "Cadre infirmier" names the nurse too: the longest name is the one that is meant.
        return named.Any(one => content.Professions.Contains(one.Code)) ? [] : named.Where(one => one.Regulated.Contains(country));
    }

    private static bool Names(string foldedTitle, string name) => foldedTitle.Contains($" {Folding.Fold(name)} ", StringComparison.Ordinal);
}
