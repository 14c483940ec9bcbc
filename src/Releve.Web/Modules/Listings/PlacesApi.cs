using Releve.Core.Languages;
using Releve.Core.Places;

namespace Releve.Web.Modules.Listings;

/// <summary>Names of places while one types: a JSON list of labels that the search understands as they are.</summary>
public static class PlacesApi
{
    private const int Most = 8;
    private const int LongestText = 80;

    /// <summary>Maps one address a language.</summary>
    public static void MapPlaces(this IEndpointRouteBuilder endpoints)
    {
        foreach (var language in LanguageExtensions.All)
        {
            endpoints.MapGet(ListingsLinks.PlacesPath.In(language), (string? q, Gazetteer gazetteer) => Suggest(q, gazetteer, language)).AllowAnonymous();
        }
    }

    private static IEnumerable<string> Suggest(string? text, Gazetteer gazetteer, Language language) =>
        text is { Length: > 0 and <= LongestText } ? gazetteer.Suggest(text, language, Most).Select(place => gazetteer.Label(place, language)) : [];
}
