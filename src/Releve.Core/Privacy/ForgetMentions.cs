using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.LifeProjects;
using Releve.Core.Notifications;
using Releve.Core.Proposals;

namespace Releve.Core.Privacy;

/// <summary>
/// Removes what names an erased person and lies with others: what applicants were told of a publisher in own name, and mails to
/// colleagues that are still to go. A mail that went keeps no names.
/// </summary>
public sealed class ForgetMentions(AppDb db)
{
    // To colleagues, about somebody: who asks, who came, who decided.
    private static readonly string[] AboutColleagues = ["invitation", "claim-made", "colleague-joined", "role-changed", "access-ended"];

    // To the other one of two who looked together.
    private static readonly string[] AboutCouples = [AcceptCouple.Kind, EndCouple.Kind];

    /// <summary>Removes it; within the transaction that erases the account.</summary>
    public async Task RunAsync(Account person, CancellationToken cancellation = default)
    {
        foreach (var application in await db.Applications.Where(one => one.PublisherId == person.Id).Select(one => one.Id).ToListAsync(cancellation))
        {
            // Notices name the application at the end of their link, and so do mails about them that are not sent yet.
            var link = $"%/{application:N}%";
            await db
                .Notifications.Where(one => one.Topic == NotificationTopic.MyApplications && EF.Functions.Like((string)(object)one.Values, link))
                .ExecuteDeleteAsync(cancellation);
            await db.OutboxMails.Where(one => one.SentAt == null && EF.Functions.Like((string)(object)one.Values, link)).ExecuteDeleteAsync(cancellation);
        }
        await ForgetAcceptancesAsync(person.Id, cancellation);
        var name = person.DisplayName;
        await ForgetPartnersAsync(name, cancellation);
        var waiting = await db
            .OutboxMails.AsNoTracking()
            .Where(one => one.SentAt == null && AboutColleagues.Contains(one.Kind))
            .Select(one => new { one.Id, one.Values })
            .ToListAsync(cancellation);
        var naming = waiting
            .Where(one => one.Values.GetValueOrDefault("by") == name || one.Values.GetValueOrDefault("name") == name)
            .Select(one => one.Id)
            .ToList();
        await db.OutboxMails.Where(one => naming.Contains(one.Id)).ExecuteDeleteAsync(cancellation);
    }

    // Mails about them go with the messages of the conversation that an acceptance opens.
    private async Task ForgetAcceptancesAsync(Guid carer, CancellationToken cancellation)
    {
        var accepted = db.Proposals.Where(one => one.CarerId == carer && one.Status == ProposalStatus.Accepted);
        foreach (var proposal in await accepted.Select(one => one.Id).ToListAsync(cancellation))
        {
            var link = $"%/{proposal:N}%";
            await db
                .Notifications.Where(one => one.Kind == TellAboutProposals.Accepted && EF.Functions.Like((string)(object)one.Values, link))
                .ExecuteDeleteAsync(cancellation);
        }
    }

    private async Task ForgetPartnersAsync(string name, CancellationToken cancellation)
    {
        var told = await db
            .Notifications.AsNoTracking()
            .Where(one => AboutCouples.Contains(one.Kind))
            .Select(one => new { one.Id, one.Values })
            .ToListAsync(cancellation);
        var naming = told.Where(one => one.Values.GetValueOrDefault("name") == name).Select(one => one.Id).ToList();
        await db.Notifications.Where(one => naming.Contains(one.Id)).ExecuteDeleteAsync(cancellation);
    }
}
