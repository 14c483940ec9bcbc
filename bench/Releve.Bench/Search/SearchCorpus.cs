using System.Diagnostics;
using Releve.Core.Demonstration;
using Releve.Core.Listings;
using Releve.Core.Organisations;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Core.Search.Index;
using Releve.Web.Start;

namespace Releve.Bench.Search;

/// <summary>The listings that every side holds: generated again for each, always the same.</summary>
internal sealed class SearchCorpus
{
    private readonly ScaleListings scale;
    private readonly Dictionary<Guid, Organisation> organisations;

    private SearchCorpus(Gazetteer gazetteer, IReadOnlyList<Profession> professions, int size)
    {
        Gazetteer = gazetteer;
        Professions = professions;
        Size = size;
        scale = new ScaleListings(DemonstrationPlan.Load(LoadSite.FactsFolder), gazetteer.Communes, size);
        organisations = scale.Organisations.ToDictionary(organisation => organisation.Id);
    }

    /// <summary>The instant at which the listings are searched.</summary>
    public static DateTime Now { get; } = new(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc);

    public Gazetteer Gazetteer { get; }
    public IReadOnlyList<Profession> Professions { get; }
    public int Size { get; }

    /// <summary>Time spent in generating rows so far, to be taken off a building time.</summary>
    public TimeSpan Generating { get; private set; }

    public static async Task<SearchCorpus> ReadAsync(int size)
    {
        var places = PlacesFile.Read(Path.Combine(LoadSite.FactsFolder, "places.tsv.gz"));
        var professions = await ProfessionFile.ReadAsync(Path.Combine(LoadSite.FactsFolder, "professions.json"));
        return new SearchCorpus(new Gazetteer(places.Communes, places.Areas), professions.Professions, size);
    }

    public SearchCorpus OfSize(int size) => new(Gazetteer, Professions, size);

    public ListingIndex NewIndex()
    {
        var index = new ListingIndex(Gazetteer.Commune);
        index.UseProfessions(Professions);
        return index;
    }

    public IEnumerable<ListingRow> Rows()
    {
        Generating = TimeSpan.Zero;
        using var listings = scale.Generate(Now).GetEnumerator();
        while (true)
        {
            var started = Stopwatch.GetTimestamp();
            var row = listings.MoveNext() ? Row(listings.Current) : null;
            Generating += Stopwatch.GetElapsedTime(started);
            if (row is null)
            {
                yield break;
            }
            yield return row;
        }
    }

    private ListingRow Row(Listing listing) => ListingRow.Of(listing, listing.OrganisationId is { } id ? organisations[id] : null);
}
