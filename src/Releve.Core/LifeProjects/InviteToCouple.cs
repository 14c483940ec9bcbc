using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.LifeProjects;

/// <summary>What came of inviting somebody to be a couple.</summary>
public enum InviteToCoupleOutcome
{
    /// <summary>There is an open invitation, whether it is new or was there.</summary>
    Invited,

    /// <summary>The person is one of a couple already.</summary>
    Linked,
}

/// <summary>
/// Opens an invitation. It names nobody: whoever has the link and consents is the second one, so that nobody learns by it who
/// has an account. The one who invites hands the link on.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="secretOf">The secret of an invitation's link, by its id.</param>
public sealed class InviteToCouple(AppDb db, Func<Guid, string> secretOf)
{
    /// <summary>Invites, or gives the invitation that is open another distance.</summary>
    public async Task<InviteToCoupleOutcome> RunAsync(Guid person, int withinKm, DateTime now, CancellationToken cancellation = default)
    {
        var outcome = InviteToCoupleOutcome.Linked;
        await db.InTransactionAsync(
            async _ =>
            {
                await db.HoldPeopleAsync([person], cancellation);
                var own = await db.Couples.OfPerson(person).ToListAsync(cancellation);
                if (own.Exists(one => one.IsLinked))
                {
                    return;
                }
                outcome = InviteToCoupleOutcome.Invited;
                if (own.SingleOrDefault() is { } open && !open.IsOver(now))
                {
                    open.Keep(withinKm);
                }
                else
                {
                    await db.Couples.Where(one => one.FirstId == person).ExecuteDeleteAsync(cancellation);
                    db.ChangeTracker.Clear();
                    var id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero));
                    db.Couples.Add(Couple.Invite(id, person, withinKm, secretOf(id), now));
                }
                await db.SaveChangesAsync(cancellation);
            },
            cancellation
        );
        return outcome;
    }
}
