using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.Matching;

namespace Releve.Web.Modules.Matching;

/// <summary>A part-time post in words.</summary>
public sealed record BundledPost(PartTimePost Post, NamedListing Listing);

/// <summary>Posts that make a whole one, in words.</summary>
public sealed record BundleView(Bundle Bundle, IReadOnlyList<BundledPost> Posts);

/// <summary>Finds posts of different employers that make a whole one: for a carer among what fits, for an employer around a post.</summary>
public sealed class FindBundles(AppDb db, MatchIndex index, NameListings name)
{
    /// <summary>How far apart two posts lie that are suggested to their employers, km.</summary>
    public const int EmployersWithinKm = 30;

    private const int KmOfADegree = 111;
    private const int MostNearby = 400;

    /// <summary>Among what fits a life project, whatever number of days it wishes: that is what the bundle makes.</summary>
    public async Task<IReadOnlyList<BundleView>> OfCarerAsync(LifeProject project, int withinKm, DateTime now, CancellationToken cancellation)
    {
        var wishes = project.Wishes with { Weights = project.Wishes.Weights.Where(pair => pair.Key != Wish.Days).ToDictionary() };
        var fits = index.OffersFor(wishes, MostNearby * 5, now).Where(one => one.Kind == OfferKind.Listing).ToDictionary(one => one.Id, one => one.Share);
        var ids = fits.Keys.ToList();
        var rows = await PartTime(db.Listings.AsNoTracking().Where(one => ids.Contains(one.Id)), now).ToListAsync(cancellation);
        var posts = Posts(rows, id => fits[id]).OrderByDescending(post => post.Worth).ThenBy(post => post.Id).ToList();
        return await NamedAsync(Bundles.Find(posts, withinKm), cancellation);
    }

    /// <summary>Around an employer's own part-time post, of the same profession: public facts alone, and no carer.</summary>
    public async Task<IReadOnlyList<BundleView>> OfEmployerAsync(Listing own, DateTime now, CancellationToken cancellation)
    {
        if (own.OrganisationId is null || !own.IsOpen(now) || Bundles.PartOf(own.Details, own.CommuneCode) is null)
        {
            return [];
        }
        var north = (double)EmployersWithinKm / KmOfADegree;
        var east = north / Math.Max(0.1, Math.Cos(own.Latitude * Math.PI / 180));
        var around = db.Listings.AsNoTracking().Where(one => one.Latitude > own.Latitude - north && one.Latitude < own.Latitude + north);
        around = around.Where(one => one.Longitude > own.Longitude - east && one.Longitude < own.Longitude + east && one.Id != own.Id);
        var rows = await PartTime(around, now).OrderByDescending(one => one.PublishedAt).Take(MostNearby).ToListAsync(cancellation);
        rows.RemoveAll(row => !row.Professions.Intersect(own.Professions).Any());
        rows.Insert(0, own);
        return await NamedAsync(Bundles.Find(Posts(rows, _ => 0), EmployersWithinKm, own.Id), cancellation);
    }

    private static IQueryable<Listing> PartTime(IQueryable<Listing> listings, DateTime now) =>
        listings.Where(one => one.Kind == ListingKind.SalariedPost && one.Status == ListingStatus.Live && one.ExpiresAt > now && one.OrganisationId != null);

    private static List<PartTimePost> Posts(IEnumerable<Listing> listings, Func<Guid, int> worth) =>
        [
            .. listings
                .Select(one => (Listing: one, Part: Bundles.PartOf(one.Details, one.CommuneCode)))
                .Where(one => one.Part is not null)
                .Select(one => new PartTimePost(
                    one.Listing.Id,
                    one.Listing.OrganisationId!.Value,
                    one.Part!.Value,
                    one.Listing.Latitude,
                    one.Listing.Longitude,
                    worth(one.Listing.Id)
                )),
        ];

    private async Task<IReadOnlyList<BundleView>> NamedAsync(IReadOnlyList<Bundle> bundles, CancellationToken cancellation)
    {
        var named = await name.RunAsync([.. bundles.SelectMany(bundle => bundle.Posts).Select(post => post.Id).Distinct()], cancellation);
        return [.. bundles.Select(bundle => new BundleView(bundle, [.. bundle.Posts.Select(post => new BundledPost(post, named[post.Id]))]))];
    }
}
