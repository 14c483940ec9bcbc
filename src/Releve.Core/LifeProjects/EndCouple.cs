using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;

namespace Releve.Core.LifeProjects;

/// <summary>Parts a couple, or takes an invitation back. Either of the two may, at any time; the other is told.</summary>
/// <param name="db">The database.</param>
/// <param name="page">The path of a person's couple, in a language: where the notice leads.</param>
public sealed class EndCouple(AppDb db, Func<Language, string> page)
{
    /// <summary>The notice to the other one.</summary>
    public const string Kind = "couple-ended";

    /// <summary>Ends the couple; nothing is left of it. Twice is as good as once.</summary>
    public Task RunAsync(Guid person, DateTime now, CancellationToken cancellation = default) => EndAsync(person, linked: true, now, cancellation);

    /// <summary>Takes one's invitation back. One that was accepted meanwhile stays a couple: false.</summary>
    public Task<bool> WithdrawAsync(Guid person, DateTime now, CancellationToken cancellation = default) => EndAsync(person, linked: false, now, cancellation);

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
                if (couple.OtherOf(person) is { } other)
                {
                    var both = await db
                        .Accounts.AsNoTracking()
                        .Where(one => one.Id == person || one.Id == other)
                        .ToDictionaryAsync(one => one.Id, cancellation);
                    db.Notifications.Add(AcceptCouple.Notice(both[other], both[person], Kind, page, now));
                }
                db.Couples.Remove(couple);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation
        );
        return done;
    }
}
