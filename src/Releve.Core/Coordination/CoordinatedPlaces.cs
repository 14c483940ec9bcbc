using Releve.Core.Places;
using Releve.Core.Territories;

namespace Releve.Core.Coordination;

/// <summary>Where a coordinator may act: the communes of the territories that he or she coordinates.</summary>
public sealed class CoordinatedPlaces
{
    private readonly Dictionary<string, string> territories = new(StringComparer.Ordinal);

    /// <summary>The communes of these territories, municipal arrondissements among them.</summary>
    public CoordinatedPlaces(TerritoryBook book, Gazetteer gazetteer, IEnumerable<string> slugs)
    {
        Territories = [.. slugs.Select(book.Find).OfType<Territory>()];
        foreach (var territory in Territories)
        {
            foreach (var commune in book.CommunesOf(territory))
            {
                territories.TryAdd(commune.Code, territory.Slug);
                foreach (var part in gazetteer.ArrondissementsOf(commune))
                {
                    territories.TryAdd(part.Code, territory.Slug);
                }
            }
        }
        Communes = [.. territories.Keys];
    }

    /// <summary>The territories, in the order in which they are listed.</summary>
    public IReadOnlyList<Territory> Territories { get; }

    /// <summary>Codes of all their communes.</summary>
    public string[] Communes { get; }

    /// <summary>The territory in whose name something is decided there; null outside of all.</summary>
    public string? TerritoryOf(string? commune) => commune is null ? null : territories.GetValueOrDefault(commune);
}
