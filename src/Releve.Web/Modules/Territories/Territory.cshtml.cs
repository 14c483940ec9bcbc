using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Releve.Core.Applications;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Core.Search;
using Releve.Core.Search.Index;
using Releve.Core.Territories;
using Releve.Web.Modules.Applications;
using Releve.Web.Modules.Listings;
using Releve.Web.Modules.Listings.Search;
using Releve.Web.Modules.Maps;
using Releve.Web.Modules.Organisations;
using Releve.Web.Modules.Places;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;
using CardView = Releve.Web.Modules.Shared.ListingCard;

namespace Releve.Web.Modules.Territories;

/// <summary>What is needed in a territory: of whom, where, by whom.</summary>
[AllowAnonymous]
public sealed class TerritoryModel(
    AppDb db,
    Gazetteer gazetteer,
    TerritoryBook book,
    TerritoryFigures figures,
    ListingIndex index,
    ProfessionCatalogue professions,
    MapScope scope,
    Atlas atlas,
    ListingsLinks listings,
    CardMaker cards,
    Visitor visitor,
    TimeProvider time
) : SitePage
{
    private const int MostProfessions = 12;
    private const int MostNewest = 6;
    private const int MostCommunes = 10;
    private const int PinCell = 52;

    private static readonly (int Width, int Height) MapSize = (560, 440);

    public override string Title => T.With("Territories.page.title", ("territory", Name));

    public override string? Description => Shown.Presentation.In(Language);

    public override MenuEntry Menu => MenuEntry.Territories;

    public Territory Shown { get; private set; } = null!;

    public override string? Territory => Name;

    public override int? Hue => TerritoryHues.Nearest(Shown.Hue);

    public string Name => Shown.Names.In(Language);

    public TerritoryCount Count { get; private set; } = null!;
    public SearchAnswer Answer { get; private set; } = null!;
    public IReadOnlyList<CardView> Newest { get; private set; } = [];
    public IReadOnlyList<PlaceFigure> Parts { get; private set; } = [];
    public ShadeScale Scale { get; private set; } = null!;
    public MapView Map { get; private set; } = null!;

    /// <summary>The shaded map, drawn.</summary>
    public string Shaded { get; private set; } = "";

    /// <summary>The professions most sought, and the search for each.</summary>
    public IReadOnlyList<(string Name, int Count, string Url)> Professions { get; private set; } = [];

    public IEnumerable<(Commune Commune, int Open)> Communes => Count.Communes.Take(MostCommunes);

    /// <summary>The languages that its people speak, in words.</summary>
    public string Languages => T.List([.. Shown.Languages.Select(code => T["Territories.language." + code])]);

    public string AllUrl => Search(SearchForm.Everything);

    public override string AddressIn(Language language) => TerritoriesLinks.Territory(Shown.Slug, language);

    /// <summary>A search within the territory: by its name where it is one area, else within its rectangle.</summary>
    public string Search(SearchForm form) =>
        listings.Search(
            Shown.AreaCodes is [var only] && gazetteer.Place(only) is { } place
                ? form with
                {
                    Place = gazetteer.Label(place, Language),
                }
                : form with
                {
                    Bounds = scope.OfCodes(Shown.AreaCodes),
                },
            Language
        );

    public string KindUrl(ListingKind kind) => Search(new SearchForm { Kinds = [kind] });

    public string UrlOf(Commune commune) => PlacesLinks.Commune(gazetteer.Slug(commune), Language);

    public string UrlOf(SeekingOrganisation organisation) => OrganisationsLinks.Organisation(organisation.Slug, Language);

    public string PlaceOf(SeekingOrganisation organisation) => gazetteer.Commune(organisation.CommuneCode)?.NameIn(Language) ?? "";

    /// <summary>Where a part of the map leads: to the commune, or to the search in the district.</summary>
    public string UrlOf(PlaceFigure part) =>
        gazetteer.Commune(part.Code) is { } commune ? UrlOf(commune)
        : gazetteer.Area(part.Code) is { } area ? listings.Search(new SearchForm { Place = gazetteer.Label(area, Language) }, Language)
        : AllUrl;

    /// <summary>A figure in words; a dash where there is none.</summary>
    public string Rate(PlaceFigure part) => part.Per10000 is { } rate ? rate.ToString("0.0", T.Culture) : "–";

    /// <summary>A step of the scale in words.</summary>
    public string Step(int shade) =>
        shade switch
        {
            1 => T.With("Territories.scale.below", ("number", T.Number(Scale.Step, 1))),
            5 => T.With("Territories.scale.above", ("number", T.Number(Scale.Step * 4, 1))),
            _ => $"{T.Number(Scale.Step * (shade - 1), 1)} – {T.Number(Scale.Step * shade, 1)}",
        };

    /// <summary>A coordinator here receives applications that no listing called for.</summary>
    public bool TakesApplications { get; private set; }

    /// <summary>Where one writes such an application.</summary>
    public string ApplyUrl => ApplicationsLinks.ApplyToTerritory(Language, Shown.Slug);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (book.Find(slug) is not { } territory)
        {
            return NotFound();
        }
        Shown = territory;
        TakesApplications = !visitor.Coordinates(territory.Slug) && await db.IsReceivedAsync(null, null, territory.Slug, cancellation);
        Count = await figures.OfAsync(territory, db, cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var search = new ListingSearch
        {
            AreaCodes = territory.AreaCodes,
            Sort = SearchSort.Date,
            PageSize = MostNewest,
        };
        Answer = index.Search(search, now);
        Newest = [.. Answer.Hits.Select(hit => cards.Make(hit, headingLevel: 3))];
        Professions = [.. Sought()];
        ShowMaps(search, now);
        return Page();
    }

    private IEnumerable<(string, int, string)> Sought() =>
        Answer
            .Facets.Professions.Where(pair => professions.Find(pair.Key) is not null)
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(MostProfessions)
            .Select(pair => (SearchChips.Capital(professions.NameOf(pair.Key, Language)), pair.Value, Search(new SearchForm { Professions = [pair.Key] })));

    private void ShowMaps(ListingSearch search, DateTime now)
    {
        var (wanted, focus) = scope.Of(search);
        var bounds = MapZone.Fill(wanted, MapSize);
        Map = new MapView
        {
            Label = T.Count("Territories.map.listings", Answer.Total, ("territory", Name)),
            Bounds = bounds,
            Focus = focus,
            Pins = index.Pins(search, bounds, MapSize.Width / PinCell, now),
            ListingUrl = card => ListingsLinks.Listing(card, Language),
            ZoneUrl = ListingsLinks.Zone(Language),
            Size = MapSize,
        };
        Parts = [.. Count.Districts.Select(Figure).OrderByDescending(part => part.Per10000).ThenBy(part => part.Name, StringComparer.Ordinal)];
        Scale = new ShadeScale(Parts.Select(part => part.Per10000 ?? 0));
        var label = T.With("Territories.shaded", ("parts", string.Join("; ", Parts.Select(part => $"{part.Name} {Rate(part)}"))));
        Shaded = ShadedMap.Draw(
            atlas.Contours,
            wanted,
            focus,
            [.. Parts.Select(part => new ShadedPart(part.Code, part.Name, Rate(part), Scale.Shade(part.Per10000 ?? 0)))],
            label
        );
    }

    private PlaceFigure Figure((string Code, int Open, int Population) part)
    {
        var name =
            gazetteer.Commune(part.Code)?.NameIn(Language) ?? (gazetteer.Area(part.Code) is { } area ? ShortNames.Of(area.Names.In(Language)) : part.Code);
        return new PlaceFigure(part.Code, name, part.Open, part.Population);
    }
}
