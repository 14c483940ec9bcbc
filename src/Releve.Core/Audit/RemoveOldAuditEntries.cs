using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Audit;

/// <summary>The one way in which a line of the audit log goes: after twelve months, as people were told.</summary>
public sealed class RemoveOldAuditEntries(AppDb db)
{
    /// <summary>Months for which lines are kept.</summary>
    public const int MonthsKept = 12;

    /// <summary>Removes those that are older; safe to run at any time.</summary>
    public async Task RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        var before = now.AddMonths(-MonthsKept);
        using (await db.EnterGateAsync(cancellation))
        {
            await db.AuditEntries.Where(entry => entry.At < before).ExecuteDeleteAsync(cancellation);
        }
    }
}
