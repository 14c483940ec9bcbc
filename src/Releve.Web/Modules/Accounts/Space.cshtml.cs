using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Mail;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Accounts;

/// <summary>A person's own space: what is there to do, by what the person is.</summary>
[Authorize(Access.SignedInEvenSuspended)]
public sealed class SpaceModel(AppDb db, Visitor visitor, TimeProvider time) : SitePage
{
    public override string Title => T["Accounts.space"];
    public override bool Indexed => false;
    public Visitor Visitor => visitor;

    /// <summary>Why the account is suspended; null when it is not.</summary>
    public string? SuspensionReason { get; private set; }

    /// <summary>How many applications wait for an answer of the visitor.</summary>
    public int Unanswered { get; private set; }

    /// <summary>True when applications come to the visitor in person.</summary>
    public bool PublishesInOwnName { get; private set; }

    /// <summary>How many new matches the visitor has not looked at.</summary>
    public int NewMatches { get; private set; }

    /// <summary>A second factor is due; null when none is, or when it is there.</summary>
    public DateTime? SecondFactorDue { get; private set; }

    /// <summary>Since when mails to the visitor's address are refused, UTC; null while they arrive.</summary>
    public DateTime? UndeliverableSince { get; private set; }

    public override string AddressIn(Language language) => AccountsLinks.SpacePath.In(language);

    public async Task OnGetAsync()
    {
        if (visitor.IsSuspended)
        {
            SuspensionReason = await db.Accounts.Where(one => one.Id == visitor.AccountId).Select(one => one.SuspensionReason).SingleAsync() ?? "";
        }
        var key = UndeliverableAddress.KeyOf(visitor.Facts.Email);
        UndeliverableSince = await db.UndeliverableAddresses.Where(one => one.EmailKey == key).Select(one => (DateTime?)one.Since).FirstOrDefaultAsync();
        if (!visitor.IsSuspended)
        {
            PublishesInOwnName = await db.PublishesInOwnNameAsync(visitor.AccountId);
            var open = ApplicationTransitions.Open;
            Unanswered = await db.Applications.ReceivedBy(visitor.AsRecipient).CountAsync(one => one.AnsweredAt == null && open.Contains(one.Status));
            NewMatches = await db.MatchHits.CountAsync(hit =>
                hit.SentAt == null && db.LifeProjects.Any(project => project.Id == hit.ProjectId && project.AccountId == visitor.AccountId)
            );
        }
        var now = time.GetUtcNow().UtcDateTime;
        if (visitor.HasPower && !visitor.Facts.HasSecondFactor && (visitor.Facts.PowerSince ?? now) is var since && since <= now)
        {
            SecondFactorDue = since + Visitor.Grace;
        }
    }

    /// <summary>The mailbox takes mails again, says its owner: the next one is tried.</summary>
    public async Task<IActionResult> OnPostMailAsync(CancellationToken cancellation)
    {
        await UndeliverableAddress.ForgetAsync(db, visitor.Facts.Email, cancellation);
        return LocalRedirect(AccountsLinks.SpacePath.In(Language));
    }
}
