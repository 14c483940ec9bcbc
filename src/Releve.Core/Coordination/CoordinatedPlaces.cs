using Releve.Core.Places;
using Releve.Core.Territories;

namespace Releve.Core.Coordination;

/// <summary>
/// Where somebody may coordinate: the communes of the territories that he or she coordinates. An administrator has all those
/// besides that nobody else coordinates, so that nothing waits in vain.
/// </summary>
public sealed class CoordinatedPlaces
{
    private readonly Dictionary<string, string> territories = new(StringComparer.Ordinal);

    /// <summary>The communes of these territories, municipal arrondissements among them.</summary>
    public CoordinatedPlaces(TerritoryBook book, Gazetteer gazetteer, IEnumerable<string> slugs)
    {
        Territories = [.. slugs.Select(book.Find).OfType<Territory>()];
        foreach (var territory in Territories)
        {
            foreach (var code in CodesOf(territory, book, gazetteer))
            {
                territories.TryAdd(code, territory.Slug);
            }
        }
        Communes = [.. territories.Keys];
    }

    private CoordinatedPlaces(TerritoryBook book, Gazetteer gazetteer, IReadOnlyList<string> slugs, IReadOnlyList<string> ofOthers)
        : this(book, gazetteer, [.. book.All.Select(one => one.Slug).Where(slug => slugs.Contains(slug) || !ofOthers.Contains(slug))])
    {
        IsRest = true;
        Communes =
        [
            .. ofOthers
                .Select(book.Find)
                .OfType<Territory>()
                .SelectMany(territory => CodesOf(territory, book, gazetteer))
                .Distinct(StringComparer.Ordinal)
                .Where(code => !territories.ContainsKey(code)),
        ];
    }

    /// <summary>The places of an administrator: the own territories, and all but those of other coordinators.</summary>
    public static CoordinatedPlaces Rest(TerritoryBook book, Gazetteer gazetteer, IReadOnlyList<string> slugs, IReadOnlyList<string> ofOthers) =>
        new(book, gazetteer, slugs, ofOthers);

    /// <summary>The territories, in the order in which they are listed; for an administrator those that nobody coordinates are among them.</summary>
    public IReadOnlyList<Territory> Territories { get; }

    /// <summary>Codes of all their communes; where this is the rest, of the communes that it leaves to others.</summary>
    public string[] Communes { get; }

    /// <summary>True for an administrator: everything but <see cref="Communes"/>.</summary>
    public bool IsRest { get; }

    /// <summary>The territory in whose name something is decided there; null outside of all.</summary>
    public string? TerritoryOf(string? commune) => commune is null ? null : territories.GetValueOrDefault(commune);

    private static IEnumerable<string> CodesOf(Territory territory, TerritoryBook book, Gazetteer gazetteer) =>
        book.CommunesOf(territory).SelectMany(commune => gazetteer.ArrondissementsOf(commune).Select(part => part.Code).Prepend(commune.Code));
}
