using Releve.Core.Languages;
using Releve.Core.Listings;

namespace Releve.Web.Modules.Listings;

/// <summary>A photograph on a page: where it is, and what is to be seen on it.</summary>
public sealed record ShownPhoto(string Url, string Text)
{
    /// <summary>Those of a listing.</summary>
    public static IReadOnlyList<ShownPhoto> Of(Listing listing, Language language) =>
        Of(listing.Details, id => ListingsLinks.Photo(listing.Reference, id, language));

    /// <summary>Those of details whose photographs are at these addresses.</summary>
    public static IReadOnlyList<ShownPhoto> Of(ListingDetails details, Func<Guid, string> url) =>
        details is PremisesDetails premises ? [.. premises.Photographs.Select(photo => new ShownPhoto(url(photo.Id), photo.Text))] : [];
}
