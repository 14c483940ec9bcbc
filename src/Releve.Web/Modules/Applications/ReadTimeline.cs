using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Applications;

/// <summary>Something that happened to an application.</summary>
/// <param name="At">When, UTC; null when only the order is known.</param>
/// <param name="Text">What, in a sentence.</param>
/// <param name="Words">What somebody wrote about it; null when nobody did.</param>
public sealed record TimelineItem(DateTime? At, string Text, string? Words = null);

/// <summary>Tells the life of an application to its applicant: steps, looks at documents, reminders.</summary>
public sealed class ReadTimeline(AppDb db, PageText text)
{
    /// <summary>The earliest first.</summary>
    public async Task<IReadOnlyList<TimelineItem>> RunAsync(JobApplication application, Addressee to, CancellationToken cancellation)
    {
        var steps = await db.ApplicationSteps.AsNoTracking().Where(step => step.ApplicationId == application.Id).ToListAsync(cancellation);
        var items = steps
            .OrderBy(step => step.At)
            .ThenBy(step => step.To)
            .Select(step => new TimelineItem(step.At, text.Sentence("Applications.step." + step.To, ("who", to.Who)), step.Reason))
            .Concat(await LooksAsync(application, to, cancellation))
            .Concat(await TransfersAsync(application.Id, cancellation))
            .ToList();
        if (application.ToldUnansweredAt is { } told)
        {
            items.Add(new TimelineItem(told, text.With("Applications.unanswered", ("who", to.Who))));
        }
        var ordered = items.OrderBy(item => item.At).ToList();
        if (application.Reminders > 0)
        {
            ordered.Add(new TimelineItem(null, text.Count("Applications.reminded", application.Reminders, ("who", to.Who))));
        }
        return ordered;
    }

    private async Task<IEnumerable<TimelineItem>> TransfersAsync(Guid application, CancellationToken cancellation)
    {
        var decided = await (
            from transfer in db.ApplicationTransfers.AsNoTracking()
            join to in db.Organisations on transfer.ToOrganisationId equals to.Id
            where transfer.ApplicationId == application && transfer.DecidedAt != null
            select new
            {
                transfer.DecidedAt,
                transfer.Agreed,
                to.Name,
            }
        ).ToListAsync(cancellation);
        return decided.Select(one => new TimelineItem(
            one.DecidedAt,
            text.With(one.Agreed == true ? "Applications.transfer.agreed" : "Applications.transfer.refused", ("organisation", one.Name))
        ));
    }

    // A document may be shown in several applications: here stand the looks of those who receive this one.
    private async Task<IEnumerable<TimelineItem>> LooksAsync(JobApplication application, Addressee to, CancellationToken cancellation)
    {
        if (application.SubmittedAt is not { } since)
        {
            return [];
        }
        var documents = application.Documents;
        var found = await (
            from view in db.DocumentViews.AsNoTracking()
            join document in db.Documents on view.DocumentId equals document.Id
            join account in db.Accounts on view.By equals account.Id
            where
                documents.Contains(view.DocumentId)
                && view.At >= since
                && view.By != application.AccountId
                && (
                    view.By == application.PublisherId
                    || db.TerritoryCoordinators.Any(one => one.AccountId == view.By && one.TerritorySlug == application.TerritorySlug)
                    || db.Memberships.Any(one =>
                        one.AccountId == view.By
                        && (
                            one.OrganisationId == application.OrganisationId
                            || db.Organisations.Any(site => site.Id == application.OrganisationId && site.ParentId == one.OrganisationId)
                        )
                    )
                )
            orderby view.At
            select new
            {
                view.At,
                document.FileName,
                account,
            }
        ).ToListAsync(cancellation);
        return found.Select(look => new TimelineItem(
            look.At,
            ProfileView.NameOf(look.account) is { } name && name != to.Who
                ? text.With("Applications.looked", ("document", look.FileName), ("name", name), ("who", to.Who))
                : text.With("Applications.looked.unnamed", ("document", look.FileName), ("who", to.Who))
        ));
    }
}
