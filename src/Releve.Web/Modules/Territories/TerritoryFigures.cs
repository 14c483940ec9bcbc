using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Organisations;
using Releve.Core.Places;
using Releve.Core.Search;
using Releve.Core.Search.Index;
using Releve.Core.Territories;

namespace Releve.Web.Modules.Territories;

/// <summary>An organisation that seeks somebody, and how many listings it has open.</summary>
public sealed record SeekingOrganisation(string Name, string Slug, OrganisationKind Kind, string CommuneCode, int Open);

/// <summary>What a territory's page counts place by place; the same for everybody, and good for a minute.</summary>
public sealed record TerritoryCount(
    DateTime At,
    IReadOnlyList<(string Code, int Open, int Population)> Districts,
    IReadOnlyList<(Commune Commune, int Open)> Communes,
    IReadOnlyList<SeekingOrganisation> Organisations,
    int OrganisationCount,
    int Population,
    bool ByCommune
);

/// <summary>Counts the needs of a territory by district, commune and organisation. Hundreds of counts: kept for a minute.</summary>
public sealed class TerritoryFigures(ListingIndex index, TerritoryBook book, TimeProvider time)
{
    private const int MostOrganisations = 8;

    // A territory of one or two districts shows its communes, if they can be told apart.
    private const int FewestDistricts = 3;
    private const int MostCommunes = 60;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, TerritoryCount> counts = new();

    /// <summary>The figures of a territory.</summary>
    public async Task<TerritoryCount> OfAsync(Territory territory, AppDb db, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (counts.TryGetValue(territory.Slug, out var known) && now - known.At < Kept)
        {
            return known;
        }
        var counted = await CountAsync(territory, db, now, cancellation);
        counts[territory.Slug] = counted;
        return counted;
    }

    private async Task<TerritoryCount> CountAsync(Territory territory, AppDb db, DateTime now, CancellationToken cancellation)
    {
        var communes = book.CommunesOf(territory);
        var byCommune = communes.Select(commune => (Commune: commune, Open: index.CountOf(new ListingSearch { AreaCodes = [commune.Code] }, now))).ToList();
        var districts = byCommune.GroupBy(pair => pair.Commune.DistrictCode ?? pair.Commune.Code).ToList();
        var showCommunes = districts.Count < FewestDistricts && communes.Count <= MostCommunes;
        var parts = showCommunes
            ? byCommune.Select(pair => (pair.Commune.Code, pair.Open, pair.Commune.Population))
            : districts.Select(group => (group.Key, group.Sum(pair => pair.Open), group.Sum(pair => pair.Commune.Population)));
        var organisations = await OrganisationsAsync([.. communes.Select(commune => commune.Code)], db, now, cancellation);
        return new TerritoryCount(
            now,
            [.. parts],
            [.. byCommune.Where(pair => pair.Open > 0).OrderByDescending(pair => pair.Open).ThenBy(pair => pair.Commune.Code, StringComparer.Ordinal)],
            [
                .. organisations
                    .Where(one => one.Open > 0)
                    .OrderByDescending(one => one.Open)
                    .ThenBy(one => one.Name, StringComparer.Ordinal)
                    .Take(MostOrganisations),
            ],
            organisations.Count,
            communes.Sum(commune => commune.Population),
            showCommunes
        );
    }

    private async Task<List<SeekingOrganisation>> OrganisationsAsync(string[] communeCodes, AppDb db, DateTime now, CancellationToken cancellation)
    {
        var organisations = await db
            .Organisations.AsNoTracking()
            .Where(one => communeCodes.Contains(one.CommuneCode))
            .Select(one => new
            {
                one.Id,
                one.Name,
                one.Slug,
                one.Kind,
                one.CommuneCode,
            })
            .ToListAsync(cancellation);
        return organisations.ConvertAll(one => new SeekingOrganisation(
            one.Name,
            one.Slug,
            one.Kind,
            one.CommuneCode,
            index.CountOf(new ListingSearch { OrganisationId = one.Id }, now)
        ));
    }
}
