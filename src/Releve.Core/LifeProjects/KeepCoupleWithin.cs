using Releve.Core.Data;

namespace Releve.Core.LifeProjects;

/// <summary>Says how far apart the two places of a couple may lie. Either of the two says it; the last word holds.</summary>
public sealed class KeepCoupleWithin(AppDb db)
{
    /// <summary>True when there is a couple, or an invitation, that took it.</summary>
    public async Task<bool> RunAsync(Guid person, int km, CancellationToken cancellation = default)
    {
        var done = false;
        await db.InTransactionAsync(
            async _ =>
            {
                if (await db.HeldCoupleAsync(person, cancellation) is not { } couple)
                {
                    return;
                }
                couple.Keep(km);
                await db.SaveChangesAsync(cancellation);
                done = true;
            },
            cancellation
        );
        return done;
    }
}
