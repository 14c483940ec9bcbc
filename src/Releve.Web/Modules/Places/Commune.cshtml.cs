using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Organisations;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Core.Search;
using Releve.Core.Search.Index;
using Releve.Core.Territories;
using Releve.Web.Modules.Listings;
using Releve.Web.Modules.Listings.Search;
using Releve.Web.Modules.LocalLife;
using Releve.Web.Modules.Maps;
using Releve.Web.Modules.Organisations;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Territories;
using CardView = Releve.Web.Modules.Shared.ListingCard;

namespace Releve.Web.Modules.Places;

/// <summary>What a commune needs, what it is, and what lies around it.</summary>
[AllowAnonymous]
public sealed class CommuneModel(
    AppDb db,
    Gazetteer gazetteer,
    TerritoryBook territories,
    ListingIndex index,
    ListingsLinks listings,
    CardMaker cards,
    ProfessionCatalogue professions,
    TimeProvider time
) : SitePage
{
    /// <summary>What counts as nearby, km.</summary>
    public const int NearbyKm = 20;

    private const int MostCards = 6;
    private const int MostOrganisations = 12;
    private const int MapKm = 10;
    private const string BrusselsRegion = "BE-R04000";

    public override string Title => T.With("Places.title", ("place", Name));

    public override string Description => T.Count("Places.description", Nearby.Sum(), ("place", Name));

    public Commune Commune { get; private set; } = null!;

    /// <summary>The customary name in the page's language.</summary>
    public string Name => Commune.NameIn(Language);

    /// <summary>The names on the plate: in Brussels both, as on its street signs.</summary>
    public IReadOnlyList<string> Names =>
        Commune is { RegionCode: BrusselsRegion, NameNl: { } dutch } && dutch != Commune.NameFr
            ? Language == Language.Dutch
                ? [dutch, Commune.NameFr]
                : [Commune.NameFr, dutch]
            : [Name];

    /// <summary>What the commune is called in the other language of its country; null when it is the same or shown already.</summary>
    public string? OtherName => Names.Count == 1 && Commune.NameNl is { } dutch && dutch != Commune.NameFr ? (Name == dutch ? Commune.NameFr : dutch) : null;

    /// <summary>Open listings here, by kind.</summary>
    public int[] Here { get; private set; } = [];

    /// <summary>Open listings here and nearby, by kind.</summary>
    public int[] Nearby { get; private set; } = [];

    public IReadOnlyList<CardView> Cards { get; private set; } = [];
    public IReadOnlyList<NearCommune> Neighbours { get; private set; } = [];
    public IReadOnlyList<Organisation> Organisations { get; private set; } = [];
    public int OrganisationCount { get; private set; }

    /// <summary>What the commune answers to families; null when it said nothing.</summary>
    public WelcomeView? Welcome { get; private set; }

    /// <summary>Who said so, and when.</summary>
    public string WelcomeSource { get; private set; } = "";

    /// <summary>The territory that it lies in, if any.</summary>
    public Territory? Within { get; private set; }

    public override string? Territory => Within?.Names.In(Language);

    public override int? Hue => TerritoryHues.Nearest(Within?.Hue);
    public MapView Map { get; private set; } = null!;

    /// <summary>The areas that hold the commune, from the smallest to the largest.</summary>
    public IEnumerable<Area> Areas => new[] { Commune.DistrictCode, Commune.DepartmentCode, Commune.RegionCode }.Select(gazetteer.Area).OfType<Area>();

    /// <summary>"Eure-et-Loir, Centre-Val de Loire".</summary>
    public string Where =>
        string.Join(
            ", ",
            Areas.Where(area => area.Kind is AreaKind.Department or AreaKind.Province or AreaKind.Region).Select(area => area.Names.In(Language))
        );

    /// <summary>For a municipal arrondissement, its town.</summary>
    public Commune? Whole => gazetteer.Commune(Commune.ParentCode);

    /// <summary>Inhabitants per km²; null when either is unknown.</summary>
    public long? Density => Commune is { Population: > 0, AreaKm2: > 0 and var km2 } ? (long)Math.Round(Commune.Population / km2) : null;

    /// <summary>The area in words; null when it is unknown.</summary>
    public string? SquareKm => Commune.AreaKm2 is { } km2 ? T.With("Places.km2", ("number", T.Number((decimal)km2, km2 < 10 ? 1 : 0))) : null;

    public string CrumbTerritories => TerritoriesLinks.ListPath.In(Language);

    public string? TerritoryUrl => Within is null ? null : TerritoriesLinks.Territory(Within.Slug, Language);

    public override string AddressIn(Language language) => PlacesLinks.Commune(gazetteer.Slug(Commune), language);

    public string UrlOf(Commune commune) => PlacesLinks.Commune(gazetteer.Slug(commune), Language);

    /// <summary>The search within an area.</summary>
    public string UrlOf(Area area) => listings.Search(new SearchForm { Place = gazetteer.Label(area, Language) }, Language);

    /// <summary>The search around the commune, for one kind or all.</summary>
    public string SearchUrl(ListingKind? kind = null) =>
        listings.Search(
            new SearchForm
            {
                Kinds = kind is { } one ? [one] : [],
                Place = gazetteer.Label(Commune, Language),
                RadiusKm = NearbyKm,
            },
            Language
        );

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (gazetteer.FromSlug(slug)?.Commune is not { } commune)
        {
            return NotFound();
        }
        if (gazetteer.Slug(commune) is var own && own != slug)
        {
            return RedirectPermanent(PlacesLinks.Commune(own, Language));
        }
        Commune = commune;
        Within = territories.Of(commune);
        Neighbours = gazetteer.Neighbours(commune);
        ShowNeeds();
        await ShowOrganisationsAsync(cancellation);
        await ShowWelcomeAsync(cancellation);
        return Page();
    }

    private void ShowNeeds()
    {
        var now = time.GetUtcNow().UtcDateTime;
        var around = new ListingSearch { Circle = new SearchCircle(Commune.Latitude, Commune.Longitude, NearbyKm), Sort = SearchSort.Distance };
        Here = index.CountsByKind([Commune.Code], now);
        Nearby = index.CountsByKind(around, now);
        Cards = [.. index.First(around, MostCards, now).Select(hit => cards.Make(hit, headingLevel: 3))];
        var size = (Width: 336, Height: 300);
        var bounds = MapZone.Fill(MapZone.Around(Commune.Latitude, Commune.Longitude, MapKm), size);
        Map = new MapView
        {
            Label = T.With("Places.map", ("place", T.OfPlace(Name))),
            Bounds = bounds,
            Focus = [Commune.Code],
            Place = Commune,
            Pins = index.Pins(new ListingSearch(), bounds, size.Width / 52, now),
            ListingUrl = card => ListingsLinks.Listing(card, Language),
            ZoneUrl = ListingsLinks.Zone(Language),
            Size = size,
        };
    }

    private async Task ShowOrganisationsAsync(CancellationToken cancellation)
    {
        var here = db.Organisations.AsNoTracking().Where(organisation => organisation.CommuneCode == Commune.Code);
        Organisations = await here.OrderBy(organisation => organisation.SearchText)
            .ThenBy(organisation => organisation.Id)
            .Take(MostOrganisations)
            .ToListAsync(cancellation);
        OrganisationCount = Organisations.Count < MostOrganisations ? Organisations.Count : await here.CountAsync(cancellation);
    }

    private async Task ShowWelcomeAsync(CancellationToken cancellation)
    {
        var found = await (
            from welcome in db.CommuneWelcomes.AsNoTracking()
            where welcome.CommuneCode == Commune.Code
            join organisation in db.Organisations.AsNoTracking() on welcome.OrganisationId equals organisation.Id into authorities
            from authority in authorities.DefaultIfEmpty()
            select new { welcome, authority.Name }
        ).SingleOrDefaultAsync(cancellation);
        if (found is null || WelcomeView.Of(found.welcome.Answers, T, professions) is not { IsEmpty: false } view)
        {
            return;
        }
        Welcome = view;
        var day = T.Day(found.welcome.UpdatedAt);
        WelcomeSource = found.Name is { } name
            ? T.With("LocalLife.here.source", ("organisation", name), ("day", day))
            : T.With("LocalLife.here.source.territory", ("day", day));
    }

    /// <summary>The page of an organisation.</summary>
    public string UrlOf(Organisation organisation) => OrganisationsLinks.Organisation(organisation.Slug, Language);

    /// <summary>All organisations of the commune.</summary>
    public string OrganisationsUrl => OrganisationsLinks.List(new OrganisationForm { Text = Commune.LocalName() }, Language);
}
