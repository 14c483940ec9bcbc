using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Organisations;

namespace Releve.Core.Memberships;

/// <summary>What came of adding an organisation.</summary>
/// <param name="Slug">The new one's, or that of the one that the same person added just before; null when nothing was added.</param>
/// <param name="Same">Those that have the same official number: one of these it is.</param>
/// <param name="Alike">Those that may be the same: name and commune, or enterprise.</param>
public sealed record AddedOrganisation(string? Slug, IReadOnlyList<TwinOrganisation> Same, IReadOnlyList<TwinOrganisation> Alike);

/// <summary>Adds an organisation whose first owner is the person who adds it. Its first listing is reviewed.</summary>
public sealed class AddOrganisation(AppDb db)
{
    private readonly OrganisationTwins twins = new(db);

    /// <summary>For so long the same name in the same commune by the same person is the same press of a button.</summary>
    private static readonly TimeSpan SamePress = TimeSpan.FromMinutes(10);

    // Who entered the same number in the same instant and was quicker is found at the next try: the database takes it once.
    public Task<AddedOrganisation> RunAsync(EnteredOrganisation asked, Guid accountId, DateTime now, CancellationToken cancellation = default) =>
        db.RetryInTransactionAsync(() => AddAsync(asked, accountId, now, cancellation), cancellation);

    private async Task<AddedOrganisation> AddAsync(EnteredOrganisation asked, Guid accountId, DateTime now, CancellationToken cancellation)
    {
        // The person's own requests follow one another: a second press sees what the first has made.
        await db.Accounts.Where(one => one.Id == accountId).HoldAsync(one => one.Language, cancellation);
        if (await JustAddedAsync(asked, accountId, now, cancellation) is { } slug)
        {
            return new AddedOrganisation(slug, [], []);
        }
        var same = await twins.SameAsync(asked, except: null, cancellation);
        var alike = await twins.AlikeAsync(asked, except: null, cancellation);
        if (same.Count > 0 || (alike.Count > 0 && !asked.IsAnother))
        {
            return new AddedOrganisation(null, same, same.Count > 0 ? [] : [.. alike.Take(OrganisationTwins.Most)]);
        }
        var organisation = await MakeAsync(asked, now, cancellation);
        organisation.SharesBce = alike.Any(one => one.SameBce);
        var account = await db.Accounts.SingleAsync(one => one.Id == accountId, cancellation);
        db.Organisations.Add(organisation);
        db.Memberships.Add(Membership.Begin(organisation.Id, account, OrganisationRole.Owner, now));
        await db.SaveChangesAsync(cancellation);
        return new AddedOrganisation(organisation.Slug, [], []);
    }

    private async Task<string?> JustAddedAsync(EnteredOrganisation asked, Guid account, DateTime now, CancellationToken cancellation)
    {
        var (since, name) = (now - SamePress, Folding.Fold(asked.Name));
        var own = await db
            .Memberships.Where(one => one.AccountId == account && one.Since >= since)
            .Join(db.Organisations, one => one.OrganisationId, organisation => organisation.Id, (_, organisation) => organisation)
            .Where(one => one.Source == OrganisationSource.Here && one.CommuneCode == asked.CommuneCode)
            .ToListAsync(cancellation);
        return own.FirstOrDefault(one => Folding.Fold(one.Name) == name)?.Slug;
    }

    private async Task<Organisation> MakeAsync(EnteredOrganisation asked, DateTime now, CancellationToken cancellation)
    {
        var stem = OrganisationSlugs.StemOf(asked.Name);
        var taken = await db.Organisations.Where(one => one.Slug.StartsWith(stem)).Select(one => one.Slug).ToListAsync(cancellation);
        return new Organisation
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
            Kind = asked.Kind,
            Name = asked.Name,
            Slug = new OrganisationSlugs(taken).New(asked.Name, asked.Locality),
            CommuneCode = asked.CommuneCode,
            Finess = asked.Finess?.Value,
            Siret = asked.Siret?.Value,
            Bce = asked.Bce?.Value,
            Street = asked.Street,
            Postcode = asked.Postcode,
            Locality = asked.Locality,
            Source = OrganisationSource.Here,
            SourceDate = DateOnly.FromDateTime(now),
        };
    }
}
