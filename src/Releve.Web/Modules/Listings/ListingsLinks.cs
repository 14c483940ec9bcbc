using Releve.Core.Languages;
using Releve.Core.Search;
using Releve.Web.Modules.Listings.Search;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Listings;

/// <summary>Every address of this module.</summary>
public sealed class ListingsLinks(Releve.Core.Professions.ProfessionCatalogue professions)
{
    /// <summary>The search.</summary>
    public static LocalPath SearchPath { get; } = new("offres", "aanbod", "listings");

    /// <summary>A listing.</summary>
    public static LocalPath ListingPath { get; } = new("offre", "aanbieding", "listing");

    /// <summary>A photograph of a listing.</summary>
    public static LocalPath PhotoPath { get; } = new("photo", "foto", "photo");

    /// <summary>The map of a search, where it is moved to.</summary>
    public static LocalPath MapPath { get; } = new("offres/carte", "aanbod/kaart", "listings/map");

    /// <summary>Names of places while one types.</summary>
    public static LocalPath PlacesPath { get; } = new("lieux", "plaatsen", "places");

    /// <summary>Names for the professions in addresses.</summary>
    public Releve.Core.Professions.ProfessionCatalogue Professions { get; } = professions;

    /// <summary>A search.</summary>
    public string Search(SearchForm form, Language language) => SearchPath.In(language) + SearchAddress.Query(form, Professions, language);

    /// <summary>The search within a rectangle of the map, "{zone}" standing for south,west,north,east.</summary>
    public static string Zone(Language language) =>
        $"{SearchPath.In(language)}?{SearchWords.Names.Write(SearchParameter.Bounds, language)}={Maps.MapZone.Placeholder}";

    /// <summary>A listing: its reference decides, the title is there for people.</summary>
    public static string Listing(string reference, string title, Language language) => $"{ListingPath.In(language)}/{reference}/{Slug(title)}";

    /// <summary>A listing found by a search around a place.</summary>
    public static string Listing(ListingCard card, Language language, string? from = null) =>
        Listing(card.Reference, card.TitleIn(language), language)
        + (from is null ? "" : $"?{SearchWords.Names.Write(SearchParameter.Place, language)}={SearchAddress.Encode(from)}");

    /// <summary>A photograph of a listing.</summary>
    public static string Photo(string reference, Guid photo, Language language) => $"{PhotoPath.In(language)}/{reference}/{photo:N}";

    private static string Slug(string title) => Folding.Slug(title) is { Length: > 0 } slug ? (slug.Length > 80 ? slug[..80].TrimEnd('-') : slug) : "-";
}
