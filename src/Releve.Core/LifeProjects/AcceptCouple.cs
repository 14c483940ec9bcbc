using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Notifications;

namespace Releve.Core.LifeProjects;

/// <summary>Where an invitation stands for the person who opens its link.</summary>
public enum CoupleState
{
    /// <summary>Never made, withdrawn, expired or used by others: all the same to who asks.</summary>
    Unknown,
    Open,

    /// <summary>The person's own invitation.</summary>
    Own,

    /// <summary>The person is one of another couple.</summary>
    Elsewhere,

    /// <summary>The two are a couple.</summary>
    Linked,
}

/// <summary>An invitation that a link leads to.</summary>
public sealed record OpenedCouple(Couple Couple, string InvitedBy, CoupleState State);

/// <summary>Makes a couple of the one who invited and the one who consents.</summary>
/// <param name="db">The database.</param>
/// <param name="page">The path of a person's couple, in a language: where the notice leads.</param>
public sealed class AcceptCouple(AppDb db, Func<Language, string> page)
{
    /// <summary>The notice to the one who invited.</summary>
    public const string Kind = "couple-accepted";

    /// <summary>The invitation of a link; null when the link is none of ours, or not any more. Reading it changes nothing.</summary>
    public async Task<OpenedCouple?> FindAsync(Guid id, string? secret, Guid? person, DateTime now, CancellationToken cancellation = default)
    {
        var couple = await db.Couples.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellation);
        if (couple is null)
        {
            return null;
        }
        var state =
            person is { } reader && couple.IsLinked && couple.Has(reader) ? CoupleState.Linked
            : !couple.Opens(secret, now) ? CoupleState.Unknown
            : couple.FirstId == person ? CoupleState.Own
            : person is not null && await IsLinkedAsync(person.Value, cancellation) ? CoupleState.Elsewhere
            : CoupleState.Open;
        if (state == CoupleState.Unknown)
        {
            return null;
        }
        var by = await db.Accounts.AsNoTracking().SingleAsync(one => one.Id == couple.FirstId, cancellation);
        return new OpenedCouple(couple, by.DisplayName, state);
    }

    /// <summary>Consents; Linked means that the two are a couple now, or were so already.</summary>
    public async Task<CoupleState> RunAsync(Guid id, string? secret, Guid person, DateTime now, CancellationToken cancellation = default)
    {
        var state = CoupleState.Unknown;
        await db.InTransactionAsync(
            async _ =>
            {
                var first = await db.Couples.Where(one => one.Id == id).Select(one => (Guid?)one.FirstId).FirstOrDefaultAsync(cancellation);
                if (first is null)
                {
                    return;
                }
                await db.HoldPeopleAsync([first.Value, person], cancellation);
                if (await db.Couples.FirstOrDefaultAsync(one => one.Id == id, cancellation) is not { } couple)
                {
                    return;
                }
                state =
                    couple.SecondId == person ? CoupleState.Linked
                    : !couple.Opens(secret, now) ? CoupleState.Unknown
                    : couple.FirstId == person ? CoupleState.Own
                    : await IsLinkedAsync(person, cancellation) ? CoupleState.Elsewhere
                    : CoupleState.Open;
                if (state == CoupleState.Open)
                {
                    await LinkAsync(couple, person, now, cancellation);
                    state = CoupleState.Linked;
                }
            },
            cancellation
        );
        return state;
    }

    private async Task LinkAsync(Couple couple, Guid person, DateTime now, CancellationToken cancellation)
    {
        // Two who invited each other: the invitation that nobody needs any more goes.
        await db.Couples.Where(one => one.FirstId == person && one.SecondId == null).ExecuteDeleteAsync(cancellation);
        couple.Accept(person, now);
        var names = await db.Accounts.AsNoTracking().Where(one => one.Id == person || one.Id == couple.FirstId).ToDictionaryAsync(one => one.Id, cancellation);
        db.Notifications.Add(Notice(names[couple.FirstId], names[person], Kind, page, now));
        await db.SaveChangesAsync(cancellation);
    }

    internal static Notification Notice(Account to, Account about, string kind, Func<Language, string> page, DateTime now) =>
        Notification.Of(to.Id, NotificationTopic.Proposals, kind, now, ("name", about.DisplayName), ("link", page(to.Language)));

    private Task<bool> IsLinkedAsync(Guid person, CancellationToken cancellation) =>
        db.Couples.OfPerson(person).AnyAsync(one => one.SecondId != null, cancellation);
}
