using Microsoft.AspNetCore.Authorization;
using Releve.Core.Languages;
using Releve.Core.Search;
using Releve.Core.Search.Index;
using Releve.Core.Territories;
using Releve.Web.Modules.Maps;
using Releve.Web.Modules.Shared;

namespace Releve.Web.Modules.Territories;

/// <summary>A territory in the list.</summary>
public sealed record TerritoryLine(Territory Territory, string Url, int Open, int Communes, int Population, MapView Map);

/// <summary>All territories that this installation serves.</summary>
[AllowAnonymous]
public sealed class IndexModel(TerritoryBook book, ListingIndex index, MapScope scope, TimeProvider time) : SitePage
{
    private static readonly (int Width, int Height) Size = (360, 270);

    public override string Title => T["Territories.title"];

    public override string Description => T["Territories.description"];

    public override MenuEntry Menu => MenuEntry.Territories;

    public IReadOnlyList<TerritoryLine> Lines { get; private set; } = [];

    public override string AddressIn(Language language) => TerritoriesLinks.ListPath.In(language);

    public void OnGet() => Lines = [.. book.All.Select(Line)];

    private TerritoryLine Line(Territory territory)
    {
        var communes = book.CommunesOf(territory);
        var open = index.CountOf(new ListingSearch { AreaCodes = territory.AreaCodes }, time.GetUtcNow().UtcDateTime);
        var map = new MapView
        {
            Label = T.With("Territories.map", ("territory", territory.Names.In(Language))),
            Bounds = MapZone.Fill(scope.Of(new ListingSearch { AreaCodes = territory.AreaCodes }).Bounds, Size),
            Focus = territory.AreaCodes,
            Size = Size,
        };
        return new TerritoryLine(
            territory,
            TerritoriesLinks.Territory(territory.Slug, Language),
            open,
            communes.Count,
            communes.Sum(commune => commune.Population),
            map
        );
    }
}
