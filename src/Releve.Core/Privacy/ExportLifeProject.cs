using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Privacy;

/// <summary>A person's life project and what happened around it, for the archive of own data.</summary>
public sealed class ExportLifeProject(AppDb db)
{
    /// <summary>Reads it. Of others there are the names of organisations, and never who another carer is.</summary>
    public async Task<object> RunAsync(Guid account, CancellationToken cancellation = default)
    {
        var project = await db.LifeProjects.AsNoTracking().SingleOrDefaultAsync(one => one.AccountId == account, cancellation);
        var hidden = project?.HiddenFrom.ToList() ?? [];
        return new
        {
            Project = project is null
                ? null
                : new
                {
                    project.Status,
                    project.Visibility,
                    project.Wishes,
                    project.CreatedAt,
                    project.UpdatedAt,
                    project.ExpiresAt,
                    HiddenFrom = await db.Organisations.Where(one => hidden.Contains(one.Id)).Select(one => one.Name).ToListAsync(cancellation),
                    HiddenFromPeople = project.HiddenFromPeople.Length,
                },
            Couple = await db
                .Couples.Where(one => one.FirstId == account || one.SecondId == account)
                .Select(one => new
                {
                    one.WithinKm,
                    one.CreatedAt,
                    one.AcceptedAt,
                    Invited = one.FirstId == account,
                })
                .SingleOrDefaultAsync(cancellation),
            ProposalsReceived = await ReceivedAsync(account, cancellation),
            ProposalsSent = await SentAsync(account, cancellation),
            Looks = project is null
                ? []
                : await db.CardLooks.Where(one => one.ProjectId == project.Id).OrderBy(one => one.FirstAt).Select(one => one.FirstAt).ToListAsync(cancellation),
            Looked = await db.CardLooks.Where(one => one.AccountId == account || one.ViewerId == account).Select(one => one.FirstAt).ToListAsync(cancellation),
            Marked = await db.CardMarks.Where(one => one.ViewerId == account).Select(one => new { one.Kind, one.At }).ToListAsync(cancellation),
            Matches = project is null ? [] : await MatchesAsync(project.Id, cancellation),
        };
    }

    // What was proposed is the words of the other side; one's own answers are one's own.
    private async Task<object> ReceivedAsync(Guid account, CancellationToken cancellation) =>
        await (
            from proposal in db.Proposals.AsNoTracking()
            where proposal.CarerId == account
            join organisation in db.Organisations on proposal.OrganisationId equals (Guid?)organisation.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            orderby proposal.SentAt
            select new
            {
                Organisation = organisation == null ? null : organisation.Name,
                proposal.Status,
                proposal.Refusal,
                proposal.Reason,
                proposal.SentAt,
                proposal.SeenAt,
                proposal.EndedAt,
            }
        ).ToListAsync(cancellation);

    private async Task<object> SentAsync(Guid account, CancellationToken cancellation) =>
        await db
            .Proposals.AsNoTracking()
            .Where(one => one.ProposerId == account)
            .OrderBy(one => one.SentAt)
            .Select(one => new
            {
                one.Offer,
                one.Status,
                one.SentAt,
                one.EndedAt,
            })
            .ToListAsync(cancellation);

    private async Task<IReadOnlyList<object>> MatchesAsync(Guid project, CancellationToken cancellation) =>
        await db
            .MatchHits.Where(hit => hit.ProjectId == project)
            .Join(db.Listings, hit => hit.ListingId, listing => listing.Id, (hit, listing) => new { listing.Reference, hit.FoundAt })
            .OrderBy(one => one.FoundAt)
            .ToListAsync<object>(cancellation);
}
