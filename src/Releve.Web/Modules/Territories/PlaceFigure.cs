using Releve.Core.Languages;

namespace Releve.Web.Modules.Territories;

/// <summary>How much is sought in a part of a territory: open listings, inhabitants, and one by the other.</summary>
public sealed record PlaceFigure(string Code, string Name, int Open, int Population)
{
    /// <summary>Open listings for 10,000 inhabitants; null where nobody is known to live.</summary>
    public decimal? Per10000 => Population == 0 ? null : Math.Round(Open * 10_000m / Population, 1);
}

/// <summary>Five steps of a shaded map, as wide as each other, in round numbers.</summary>
public sealed class ShadeScale
{
    private static readonly decimal[] RoundSteps =
    [
        0.1m,
        0.2m,
        0.3m,
        0.4m,
        0.5m,
        0.6m,
        0.8m,
        1,
        1.2m,
        1.5m,
        2,
        2.5m,
        3,
        3.5m,
        4,
        5,
        6,
        8,
        10,
        12,
        15,
        20,
        25,
        30,
        40,
        50,
        100,
        200,
        500,
        1000,
    ];

    /// <summary>The scale on which the largest value is in the last step or below.</summary>
    public ShadeScale(IEnumerable<decimal> values)
    {
        var largest = values.DefaultIfEmpty(0).Max();
        Step = RoundSteps.FirstOrDefault(step => largest <= step * 5, RoundSteps[^1]);
    }

    /// <summary>How wide a step is.</summary>
    public decimal Step { get; }

    /// <summary>The shade of a value, from 1 to 5.</summary>
    public int Shade(decimal value) => Math.Clamp((int)Math.Floor(value / Step) + 1, 1, 5);
}

/// <summary>Names of districts as people say them on a map.</summary>
public static class ShortNames
{
    private static readonly string[] Kinds = ["Communauté de communes ", "Communauté d'agglomération ", "Arrondissement ", "CC ", "CA ", "CU "];
    private static readonly string[] Links = ["de la ", "de l'", "de l’", "des ", "du ", "de ", "d'", "d’", "le ", "la ", "les "];

    /// <summary>"CC du Perche" → "Perche", "Arrondissement d'Anvers" → "Anvers".</summary>
    public static string Of(string name)
    {
        var rest = name.IndexOf(" (", StringComparison.Ordinal) is var bracket and > 0 ? name[..bracket] : name;
        foreach (var kind in Kinds)
        {
            if (rest.StartsWith(kind, StringComparison.Ordinal))
            {
                rest = rest[kind.Length..];
                rest = Links.FirstOrDefault(link => rest.StartsWith(link, StringComparison.Ordinal)) is { } found ? rest[found.Length..] : rest;
                break;
            }
        }
        return rest.Length == 0 ? name : char.ToUpper(rest[0], Language.French.Culture()) + rest[1..];
    }
}
