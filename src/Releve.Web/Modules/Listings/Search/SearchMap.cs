using Releve.Core.Search;
using Releve.Core.Search.Index;
using Releve.Web.Modules.Maps;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Listings.Search;

/// <summary>The map of a search: beside its list, and again wherever the map is moved.</summary>
public sealed class SearchMap(ListingIndex index, MapScope scope, ListingsLinks links)
{
    // Pins are about forty pixels wide: a cell of the map holds one.
    private const int CellPixels = 42;

    /// <summary>The map beside a page of results.</summary>
    public MapView Of(SearchPlan plan, SearchAnswer answer, PageText text, DateTime now) =>
        Draw(plan, null, MapView.Usual, text, now) with
        {
            Label = text.Count("Listings.search.map.label", answer.Total),
            Cards = [.. answer.Hits.Select(hit => hit.Card)],
        };

    /// <summary>The map where it was moved to; null when the address makes no sense.</summary>
    public MapView? Moved(SearchPlan plan, string? view, string? size, PageText text, DateTime now) =>
        MapZone.Read(view) is { } bounds && MapZone.ReadSize(size) is { } pixels ? Draw(plan, bounds, pixels, text, now) : null;

    private MapView Draw(SearchPlan plan, MapBounds? wanted, (int Width, int Height) size, PageText text, DateTime now)
    {
        var (whole, focus) = scope.Of(plan.Search);
        var bounds = MapZone.Fill(wanted ?? whole, size);
        var form = plan.Form.FirstPage;
        var elsewhere = links.Search(form with { Bounds = null, Place = "", RadiusKm = null }, text.Language);
        var zone = SearchWords.Names.Write(SearchParameter.Bounds, text.Language) + "=" + MapZone.Placeholder;
        return new MapView
        {
            Label = text["Listings.search.map"],
            Bounds = bounds,
            Focus = focus,
            Circle = plan.Search.Circle,
            Place = plan.Place?.Commune,
            Pins = index.Pins(plan.Search, bounds, size.Width / CellPixels, now),
            ListingUrl = card => ListingsLinks.Listing(card, text.Language),
            ZoneUrl = elsewhere + (elsewhere.Contains('?', StringComparison.Ordinal) ? "&" : "?") + zone,
            MoveUrl = ListingsLinks.MapPath.In(text.Language) + SearchAddress.Query(form, links.Professions, text.Language),
            Size = size,
        };
    }
}
