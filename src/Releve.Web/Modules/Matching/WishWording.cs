using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.LocalLife;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Matching;

/// <summary>What is wished and offered, in words: each a label that can stand alone in a cell.</summary>
public static class WishWording
{
    /// <summary>Ways to work as a list: "Remplacement, poste salarié".</summary>
    public static string Say(this PageText t, WaysToWork ways) => Listed(t, ways, WaysToWork.None, one => "Matching.way." + one);

    /// <summary>How far apart two places lie; at the same one where they stand at most fifty metres apart.</summary>
    public static string Apart(this PageText t, double km) =>
        km < 0.05 ? t["Matching.pairs.same"] : t.With("Matching.pairs.km", ("distance", t.Kilometres(km)));

    /// <summary>How people work together.</summary>
    public static string Say(this PageText t, PracticeSettings settings) => Listed(t, settings, PracticeSettings.None, one => "LifeProjects.setting." + one);

    /// <summary>What is around.</summary>
    public static string Say(this PageText t, Surroundings around) => Listed(t, around, Surroundings.None, one => "LifeProjects.surroundings." + one);

    /// <summary>The home.</summary>
    public static string Say(this PageText t, HousingWanted housing) => Listed(t, housing, HousingWanted.None, one => "LifeProjects.housing." + one);

    /// <summary>Languages with their levels.</summary>
    public static string Say(this PageText t, IEnumerable<LanguageRequirement> languages) =>
        Label(
            t,
            [
                .. languages.Select(one =>
                    t.With(
                        "Listings.language-level",
                        ("language", one.Language is "fr" or "nl" or "de" or "en" ? t["Listings.language." + one.Language] : one.Language),
                        ("level", t["Listings.level-of." + one.Level])
                    )
                ),
            ]
        );

    /// <summary>Parts as one label: the first begins with a capital, the others do not stand out.</summary>
    public static string Label(this PageText t, IReadOnlyList<string> parts)
    {
        var said = string.Join(", ", parts);
        return said.Length == 0 ? "" : char.ToUpper(said[0], t.Culture) + said[1..];
    }

    private static string Listed<T>(PageText t, T flags, T none, Func<T, string> key)
        where T : struct, Enum => Label(t, [.. Enum.GetValues<T>().Where(one => !one.Equals(none) && flags.HasFlag(one)).Select(one => t[key(one)])]);
}
