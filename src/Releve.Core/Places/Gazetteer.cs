using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;

namespace Releve.Core.Places;

/// <summary>
/// The register of places held in the process: 35,000 communes and 1,400 areas, found by code, name, postcode or point.
/// It never changes; a new version of the data is a new register.
/// </summary>
public sealed class Gazetteer
{
    // Longer texts are no names of places: their answers are not worth their memory.
    private const int LongestKept = 100;

    private readonly Commune[] communes;
    private readonly Area[] areas;
    private readonly Dictionary<string, int> communeIndex;
    private readonly Dictionary<string, int> areaIndex;
    private readonly Dictionary<string, List<int>> members = [];
    private readonly PlacePoints points;
    private readonly Lazy<PlaceLookup> lookup;
    private readonly RecentAnswers<string, PlaceResolution> resolved = new();
    private readonly RecentAnswers<(double, double), Commune> nearest = new();

    /// <summary>Makes the register.</summary>
    public Gazetteer(IEnumerable<Commune> communes, IEnumerable<Area> areas)
    {
        this.communes = [.. communes];
        this.areas = [.. areas];
        communeIndex = new Dictionary<string, int>(this.communes.Length);
        for (var i = 0; i < this.communes.Length; i++)
        {
            communeIndex.Add(this.communes[i].Code, i);
            Enrol(this.communes[i].DistrictCode, i);
            Enrol(this.communes[i].DepartmentCode, i);
            Enrol(this.communes[i].RegionCode, i);
        }
        areaIndex = new Dictionary<string, int>(this.areas.Length);
        for (var i = 0; i < this.areas.Length; i++)
        {
            areaIndex.Add(this.areas[i].Code, i);
        }
        points = new PlacePoints(this.communes);
        lookup = new Lazy<PlaceLookup>(() => new PlaceLookup(this.communes, this.areas, Population));
        Labels = new PlaceLabels(this);
    }

    /// <summary>Reads the register from the database.</summary>
    public static async Task<Gazetteer> LoadAsync(AppDb db, CancellationToken cancellation = default)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            return await LoadAsync(db.Database.GetDbConnection(), cancellation);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Reads the register over an open connection.</summary>
    public static Task<Gazetteer> LoadAsync(DbConnection connection, CancellationToken cancellation = default) =>
        new ReadPlaces(connection).RunAsync(cancellation);

    /// <summary>Prepares the finding of names, which otherwise the first search waits for (some 0.1 s). Safe on any thread, at any time.</summary>
    public void Warm() => _ = lookup.Value;

    /// <summary>All communes and municipal arrondissements, by code.</summary>
    public IReadOnlyList<Commune> Communes => communes;

    /// <summary>All areas, by code.</summary>
    public IReadOnlyList<Area> Areas => areas;

    internal PlaceLookup Lookup => lookup.Value;

    private PlaceLabels Labels { get; }

    /// <summary>The commune with a code, "FR-28085"; null when there is none.</summary>
    public Commune? Commune(string? code) => code is not null && communeIndex.TryGetValue(code, out var i) ? communes[i] : null;

    /// <summary>The area with a code, "FR-D28"; null when there is none.</summary>
    public Area? Area(string? code) => code is not null && areaIndex.TryGetValue(code, out var i) ? areas[i] : null;

    /// <summary>The commune or area with a code; null when there is none.</summary>
    public PlaceRef? Place(string? code) =>
        Commune(code) is { } commune ? commune
        : Area(code) is { } area ? area
        : (PlaceRef?)null;

    /// <summary>The communes of an area, municipal arrondissements among them, by code.</summary>
    public IReadOnlyList<Commune> CommunesOf(string areaCode) => members.TryGetValue(areaCode, out var indexes) ? [.. indexes.Select(i => communes[i])] : [];

    /// <summary>The municipal arrondissements of a commune; empty but for Paris, Lyon and Marseille.</summary>
    public IReadOnlyList<Commune> ArrondissementsOf(Commune commune) =>
        members.TryGetValue(commune.DepartmentCode ?? "", out var indexes)
            ? [.. indexes.Select(i => communes[i]).Where(part => part.ParentCode == commune.Code)]
            : [];

    /// <summary>True when a commune lies in an area.</summary>
    public static bool Lies(Commune commune, string areaCode) =>
        commune.DistrictCode == areaCode || commune.DepartmentCode == areaCode || commune.RegionCode == areaCode;

    /// <summary>Inhabitants of an area.</summary>
    public int Population(Area area) =>
        members.TryGetValue(area.Code, out var indexes) ? indexes.Where(i => communes[i].ParentCode is null).Sum(i => communes[i].Population) : 0;

    /// <summary>The rectangle that holds the centres of an area's communes; null for an area without any.</summary>
    public PlaceBounds? BoundsOf(string areaCode)
    {
        if (!members.TryGetValue(areaCode, out var indexes))
        {
            return null;
        }
        var inside = indexes.Select(i => communes[i]).ToArray();
        return new PlaceBounds(
            inside.Min(commune => commune.Latitude),
            inside.Min(commune => commune.Longitude),
            inside.Max(commune => commune.Latitude),
            inside.Max(commune => commune.Longitude)
        );
    }

    /// <summary>The centre of a place: of the commune, or the mean of an area's communes.</summary>
    public (double Latitude, double Longitude) CentreOf(PlaceRef place)
    {
        if (place.Commune is { } commune)
        {
            return (commune.Latitude, commune.Longitude);
        }
        var inside = CommunesOf(place.Code);
        return inside.Count == 0 ? (0, 0) : (inside.Average(one => one.Latitude), inside.Average(one => one.Longitude));
    }

    /// <summary>Great-circle distance in km between two communes.</summary>
    public static double DistanceKm(Commune one, Commune other) => PlacePoints.DistanceKm(one.Latitude, one.Longitude, other.Latitude, other.Longitude);

    /// <summary>Great-circle distance in km between two points in degrees.</summary>
    public static double DistanceKm(double latitude, double longitude, double otherLatitude, double otherLongitude) =>
        PlacePoints.DistanceKm(latitude, longitude, otherLatitude, otherLongitude);

    /// <summary>The whole commune whose centre is nearest to a point.</summary>
    public Commune Nearest(double latitude, double longitude) =>
        nearest.For(
            (latitude, longitude),
            (at, gazetteer) => gazetteer.communes[gazetteer.points.Nearest(at.Item1, at.Item2, 1, i => gazetteer.communes[i].ParentCode is null)[0]],
            this
        );

    /// <summary>The communes around one, nearest first. Arrondissements have arrondissements among their neighbours, communes do not.</summary>
    public IReadOnlyList<NearCommune> Neighbours(Commune commune, int count = 8)
    {
        var parts = commune.ParentCode is not null;
        bool Wanted(int i) => communes[i].Code != commune.Code && communes[i].Code != commune.ParentCode && (parts || communes[i].ParentCode is null);
        return
        [
            .. points.Nearest(commune.Latitude, commune.Longitude, count, Wanted).Select(i => new NearCommune(communes[i], DistanceKm(commune, communes[i]))),
        ];
    }

    /// <summary>What a person who types this may mean, best first: exact names, then beginnings, words, parts; each by population.</summary>
    public IReadOnlyList<PlaceRef> Suggest(string text, Language language, int max = 8) => Lookup.Suggest(text, language, max);

    /// <summary>The one place that a text means, and what else it could have been. Understands labels, slugs and codes too.</summary>
    public PlaceResolution Resolve(string text, Language language) =>
        text.Length > LongestKept
            ? ResolveAnew(text, language)
            : resolved.For($"{text}\n{language.Code()}", (_, asked) => asked.Item1.ResolveAnew(asked.text, asked.language), (this, text, language));

    private PlaceResolution ResolveAnew(string text, Language language)
    {
        if (Labels.Parse(text) is not { } named)
        {
            return Lookup.Resolve(text, language);
        }
        return new PlaceResolution(named, [.. Lookup.Suggest(named.Name(language), language, 4).Where(other => other.Code != named.Code)]);
    }

    /// <summary>A name that means only this place: "Chartres (28)", "Liège (4000)", "Eure-et-Loir (28)". <see cref="Resolve"/> reads it back.</summary>
    public string Label(PlaceRef place, Language language) => Labels.Label(place, language);

    /// <summary>The place's part of an address, "chartres-28", the same in every language.</summary>
    public string Slug(PlaceRef place) => Labels.Slug(place);

    /// <summary>Reads a slug; null when it is none.</summary>
    public PlaceRef? FromSlug(string? slug) => Labels.FromSlug(slug);

    private void Enrol(string? areaCode, int commune)
    {
        if (areaCode is null)
        {
            return;
        }
        if (!members.TryGetValue(areaCode, out var list))
        {
            members.Add(areaCode, list = []);
        }
        list.Add(commune);
    }
}
