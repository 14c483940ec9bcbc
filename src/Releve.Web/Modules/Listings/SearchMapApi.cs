using Releve.Core.Languages;
using Releve.Core.Places;
using Releve.Core.Search.Understanding;
using Releve.Web.Modules.Listings.Search;
using Releve.Web.Modules.Maps;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Listings;

/// <summary>A moved map of a search, as a drawing: /fr/offres/carte with the search's own query, view and size.</summary>
public static class SearchMapApi
{
    /// <summary>Maps one address a language.</summary>
    public static void MapSearchMap(this IEndpointRouteBuilder endpoints)
    {
        foreach (var language in LanguageExtensions.All)
        {
            endpoints
                .MapGet(
                    ListingsLinks.MapPath.In(language),
                    (
                        HttpRequest request,
                        SearchAddressReader addresses,
                        Gazetteer gazetteer,
                        QueryReader reader,
                        SearchMap map,
                        Atlas atlas,
                        TimeProvider time
                    ) =>
                    {
                        var now = time.GetUtcNow().UtcDateTime;
                        var text = new PageText(language);
                        var form = addresses.Read(request.Query.Where(pair => pair.Key is not ("view" or "size")));
                        var plan = SearchPlan.Make(form, gazetteer, reader, language, DateOnly.FromDateTime(now));
                        return map.Moved(plan, request.Query["view"], request.Query["size"], text, now) is { } view
                            ? Results.Text(MapPicture.Draw(view, atlas, text), "text/html; charset=utf-8")
                            : Results.BadRequest();
                    }
                )
                .AllowAnonymous();
        }
    }
}
