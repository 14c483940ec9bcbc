using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Notifications;

namespace Releve.Core.LifeProjects;

/// <summary>Parts a couple, or takes an invitation back. Either of the two may, at any time; the other is told, whatever the reason.</summary>
/// <param name="db">The database.</param>
/// <param name="page">The path of a person's couple, in a language: where the notice leads.</param>
public sealed class EndCouple(AppDb db, Func<Language, string> page)
{
    /// <summary>The notice to the other one.</summary>
    public const string Kind = "couple-ended";

    /// <summary>The notice to the other one of somebody who is erased: it names nobody.</summary>
    public const string GoneKind = "couple-gone";

    /// <summary>Ends the couple; nothing is left of it. Twice is as good as once.</summary>
    public Task RunAsync(Guid person, DateTime now, CancellationToken cancellation = default) => EndAsync(person, linked: true, now, cancellation);

    /// <summary>Takes one's invitation back. One that was accepted meanwhile stays a couple: false.</summary>
    public Task<bool> WithdrawAsync(Guid person, DateTime now, CancellationToken cancellation = default) => EndAsync(person, linked: false, now, cancellation);

    /// <summary>
    /// Ends whatever there is, couple or invitation, as a part of something larger: within its transaction, stored by its save.
    /// </summary>
    /// <param name="person">Who leaves.</param>
    /// <param name="isErased">True when the person's account goes: then the other is told without a name.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task LeaveAsync(Guid person, bool isErased, DateTime now, CancellationToken cancellation = default)
    {
        if (await db.HeldCoupleAsync(person, cancellation) is { } couple)
        {
            await PartAsync(couple, person, isErased, now, cancellation);
        }
    }

    private async Task<bool> EndAsync(Guid person, bool linked, DateTime now, CancellationToken cancellation)
    {
        var done = true;
        await db.InTransactionAsync(
            async _ =>
            {
                if (await db.HeldCoupleAsync(person, cancellation) is not { } couple)
                {
                    return;
                }
                if (couple.IsLinked != linked)
                {
                    done = linked;
                    return;
                }
                await PartAsync(couple, person, isErased: false, now, cancellation);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation
        );
        return done;
    }

    private async Task PartAsync(Couple couple, Guid person, bool isErased, DateTime now, CancellationToken cancellation)
    {
        if (couple.OtherOf(person) is { } other)
        {
            var both = await db.Accounts.AsNoTracking().Where(one => one.Id == person || one.Id == other).ToDictionaryAsync(one => one.Id, cancellation);
            db.Notifications.Add(
                isErased
                    ? Notification.Of(other, NotificationTopic.Proposals, GoneKind, now, ("link", page(both[other].Language)))
                    : AcceptCouple.Notice(both[other], both[person], Kind, page, now)
            );
        }
        db.Couples.Remove(couple);
    }
}
