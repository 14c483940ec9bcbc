using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Organisations;

namespace Releve.Core.Memberships;

/// <summary>What somebody says of an organisation that the register does not have.</summary>
public sealed record NewOrganisation
{
    public required OrganisationKind Kind { get; init; }
    public required string Name { get; init; }
    public required string CommuneCode { get; init; }
    public Finess? Finess { get; init; }
    public Siret? Siret { get; init; }
    public Bce? Bce { get; init; }
    public string? Street { get; init; }
    public string? Postcode { get; init; }
    public string? Locality { get; init; }

    /// <summary>The person has seen organisations that look the same and says that this is another one.</summary>
    public bool IsAnother { get; init; }
}

/// <summary>An organisation that is there already.</summary>
public sealed record TwinOrganisation(Guid Id, string Name, string Slug);

/// <summary>What came of adding an organisation.</summary>
/// <param name="Slug">The new one's, or that of the one that the same person added just before; null when nothing was added.</param>
/// <param name="Same">Those that have the same official number: one of these it is.</param>
/// <param name="Alike">Those that may be the same: name and commune, or enterprise.</param>
public sealed record AddedOrganisation(string? Slug, IReadOnlyList<TwinOrganisation> Same, IReadOnlyList<TwinOrganisation> Alike);

/// <summary>Adds an organisation whose first owner is the person who adds it. Its first listing is reviewed.</summary>
public sealed class AddOrganisation(AppDb db)
{
    private const int MostTwins = 5;
    private const int Tries = 4;

    /// <summary>For so long the same name in the same commune by the same person is the same press of a button.</summary>
    private static readonly TimeSpan SamePress = TimeSpan.FromMinutes(10);

    public async Task<AddedOrganisation> RunAsync(NewOrganisation asked, Guid accountId, DateTime now, CancellationToken cancellation = default)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                AddedOrganisation? added = null;
                await db.InTransactionAsync(async _ => added = await AddAsync(asked, accountId, now, cancellation), cancellation);
                return added!;
            }
            catch (DbUpdateException) when (left > 1)
            {
                // Somebody else took the same address or number in the same instant: look again.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<AddedOrganisation> AddAsync(NewOrganisation asked, Guid accountId, DateTime now, CancellationToken cancellation)
    {
        // The person's own requests follow one another: a second press sees what the first has made.
        await db.Accounts.Where(one => one.Id == accountId).ExecuteUpdateAsync(set => set.SetProperty(one => one.Email, one => one.Email), cancellation);
        var alike = await AlikeAsync(asked, cancellation);
        if (await JustAddedAsync(alike, accountId, now, cancellation) is { } slug)
        {
            return new AddedOrganisation(slug, [], []);
        }
        var same = await SameAsync(asked, cancellation);
        if (same.Count > 0 || (alike.Count > 0 && !asked.IsAnother))
        {
            return new AddedOrganisation(null, same, same.Count > 0 ? [] : [.. alike.Take(MostTwins)]);
        }
        var organisation = await MakeAsync(asked, now, cancellation);
        var account = await db.Accounts.SingleAsync(one => one.Id == accountId, cancellation);
        db.Organisations.Add(organisation);
        db.Memberships.Add(Membership.Begin(organisation.Id, account, OrganisationRole.Owner, now));
        await db.SaveChangesAsync(cancellation);
        return new AddedOrganisation(organisation.Slug, [], []);
    }

    private async Task<string?> JustAddedAsync(IReadOnlyList<TwinOrganisation> alike, Guid account, DateTime now, CancellationToken cancellation)
    {
        var ids = alike.Select(one => one.Id).ToList();
        var since = now - SamePress;
        var own = await db
            .Memberships.Where(one => ids.Contains(one.OrganisationId) && one.AccountId == account && one.Since >= since)
            .Join(db.Organisations, one => one.OrganisationId, organisation => organisation.Id, (_, organisation) => organisation)
            .FirstOrDefaultAsync(organisation => organisation.Source == OrganisationSource.Here, cancellation);
        return own?.Slug;
    }

    private async Task<IReadOnlyList<TwinOrganisation>> SameAsync(NewOrganisation asked, CancellationToken cancellation)
    {
        // Null is no number: nobody has the empty one.
        var (finess, siret) = (asked.Finess?.Value ?? "", asked.Siret?.Value ?? "");
        return await Twins(db.Organisations.Where(one => one.Finess == finess || one.Siret == siret)).ToListAsync(cancellation);
    }

    // A Belgian enterprise has one number for all of its sites: a hint, no more.
    private async Task<IReadOnlyList<TwinOrganisation>> AlikeAsync(NewOrganisation asked, CancellationToken cancellation)
    {
        var bce = asked.Bce?.Value ?? "";
        var name = Folding.Fold(asked.Name);
        var near = await db
            .Organisations.Where(one => one.Bce == bce || (one.CommuneCode == asked.CommuneCode && one.SearchText.StartsWith(name)))
            .Select(one => new
            {
                one.Id,
                one.Name,
                one.Slug,
                one.Bce,
            })
            .ToListAsync(cancellation);
        return
        [
            .. near.Where(one => (one.Bce == bce && bce.Length > 0) || Folding.Fold(one.Name) == name)
                .OrderBy(one => one.Slug, StringComparer.Ordinal)
                .Select(one => new TwinOrganisation(one.Id, one.Name, one.Slug)),
        ];
    }

    private static IQueryable<TwinOrganisation> Twins(IQueryable<Organisation> organisations) =>
        organisations.OrderBy(one => one.Slug).Take(MostTwins).Select(one => new TwinOrganisation(one.Id, one.Name, one.Slug));

    private async Task<Organisation> MakeAsync(NewOrganisation asked, DateTime now, CancellationToken cancellation)
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
