using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Audit;
using Releve.Core.Conversations;
using Releve.Core.Data;
using Releve.Core.Mail;
using Releve.Core.Notifications;

namespace Releve.Core.Coordination;

/// <summary>A coordinator's answer to a report about a conversation; with a <paramref name="Warning"/> who wrote on the reported side is warned in these words.</summary>
public sealed record ConversationDecision(Guid Report, string? Warning);

/// <summary>
/// Decides on a report about a conversation: nothing, or a warning to those who wrote on the side that was reported. Whoever
/// should not go on at all is suspended on the page of the person or the organisation, as for anything else.
/// </summary>
public sealed class DecideConversationReport(AppDb db, MessageWords words)
{
    /// <summary>The kind of the notice to whoever reported.</summary>
    public const string ReadKind = "report-read";

    /// <summary>The kind of the notice to whoever is warned.</summary>
    public const string WarnedKind = "conversation-warned";

    /// <summary>Decides; of two coordinators at once, one does.</summary>
    public async Task<Decision> RunAsync(ConversationDecision decision, Decider by, CancellationToken cancellation = default)
    {
        var queues = new CoordinationQueues(db, by.Places, by.AccountId);
        if (await queues.ConversationReports.AsNoTracking().FirstOrDefaultAsync(one => one.Id == decision.Report, cancellation) is not { } report)
        {
            return Decision.NotFound;
        }
        var outcome = decision.Warning is null ? "Kept" : "Warned";
        var taken = false;
        await db.InTransactionAsync(
            async _ =>
            {
                taken = await TakeAsync(report.Id, outcome, by, cancellation);
                if (taken)
                {
                    await ApplyAsync(report, decision, by, cancellation);
                    await db.SaveChangesAsync(cancellation);
                }
            },
            cancellation
        );
        return taken || report.DecidedBy == by.AccountId && report.Decision == outcome ? Decision.Taken : Decision.Overtaken;
    }

    // Whoever writes the decision first has it: the row tells, not what was read before.
    private async Task<bool> TakeAsync(Guid id, string outcome, Decider by, CancellationToken cancellation)
    {
        var (account, now) = ((Guid?)by.AccountId, (DateTime?)by.Now);
        return await db
                .ConversationReports.Where(one => one.Id == id && one.DecidedAt == null)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(one => one.DecidedBy, account).SetProperty(one => one.Decision, outcome).SetProperty(one => one.DecidedAt, now),
                    cancellation
                ) == 1;
    }

    private async Task ApplyAsync(ConversationReport report, ConversationDecision decision, Decider by, CancellationToken cancellation)
    {
        var action = decision.Warning is null ? "conversation.kept" : "conversation.warned";
        var territory = await by.Places.TerritoryOfAsync(db, report, cancellation);
        db.AuditEntries.Add(AuditEntry.Of(by.AccountId, action, "conversation", report.ConversationId.ToString(), by.Now, decision.Warning, territory));
        await TellReporterAsync(report, by, cancellation);
        if (decision.Warning is not { } warning)
        {
            return;
        }
        var conversation = await db.Conversations.AsNoTracking().SingleAsync(one => one.Id == report.ConversationId, cancellation);
        var reporter = report.By == conversation.CarerId ? ConversationSide.Carer : ConversationSide.Publisher;
        var writers = db
            .Messages.Where(one => one.ConversationId == conversation.Id && one.Side != reporter && one.SenderId != null)
            .Select(one => one.SenderId);
        foreach (var account in await db.Accounts.AsNoTracking().Where(one => writers.Contains(one.Id)).ToListAsync(cancellation))
        {
            db.Notifications.Add(Warning(account, conversation.Id, warning, by.Now));
            // Whatever the person's rhythm: a warning goes by a mail of its own.
            var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["reason"] = warning, ["link"] = by.Link(account.Language) };
            db.OutboxMails.Add(OutboxMail.Write(WarnedKind, account.Email, account.Language, by.Now, account.Id, values));
        }
    }

    // For the site alone: the mail says the same.
    private Notification Warning(Account account, Guid conversation, string warning, DateTime now)
    {
        var link = words.Link(account.Language, conversation);
        var notice = Notification.Of(account.Id, NotificationTopic.Messages, WarnedKind, now, ("reason", warning), ("link", link));
        notice.MailedAt = now;
        return notice;
    }

    // Whoever dared to say something learns that it was read; what was decided is between the coordinator and the others.
    private async Task TellReporterAsync(ConversationReport report, Decider by, CancellationToken cancellation)
    {
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == report.By, cancellation) is { } reporter)
        {
            var link = words.Link(reporter.Language, report.ConversationId);
            db.Notifications.Add(Notification.Of(reporter.Id, NotificationTopic.Messages, ReadKind, by.Now, ("link", link)));
        }
    }
}

/// <summary>In whose name something about a reported conversation is done.</summary>
public static class ReportedPlaces
{
    /// <summary>The territory of its listing, of its organisation, or to which it was written; null outside of all.</summary>
    public static async Task<string?> TerritoryOfAsync(
        this CoordinatedPlaces places,
        AppDb db,
        ConversationReport report,
        CancellationToken cancellation = default
    )
    {
        var conversation = await db.Conversations.AsNoTracking().SingleAsync(one => one.Id == report.ConversationId, cancellation);
        var (listing, organisation) = (conversation.ListingId, conversation.OrganisationId);
        var commune =
            await db.Listings.Where(one => one.Id == listing).Select(one => one.CommuneCode).FirstOrDefaultAsync(cancellation)
            ?? await db.Organisations.Where(one => one.Id == organisation).Select(one => one.CommuneCode).FirstOrDefaultAsync(cancellation);
        return conversation.TerritorySlug ?? places.TerritoryOf(commune);
    }
}
