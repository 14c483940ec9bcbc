using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.LifeProjects;

/// <summary>Removes invitations to a couple that nobody consented to in time; for some days more, the page of who invited says that it expired.</summary>
public sealed class RemoveStaleCoupleInvitations(AppDb db)
{
    /// <summary>Days for which an expired invitation stays.</summary>
    public const int DaysTold = 14;

    /// <summary>Removes them; how many.</summary>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        var before = now.AddDays(-(Couple.DaysToConsent + DaysTold));
        using (await db.EnterGateAsync(cancellation))
        {
            return await db.Couples.Where(one => one.SecondId == null && one.CreatedAt <= before).ExecuteDeleteAsync(cancellation);
        }
    }
}
