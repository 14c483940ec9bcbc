using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Audit;
using Releve.Core.Data;

namespace Releve.Core.Coordination;

/// <summary>
/// Notes that a coordinator saw people's data, and raises an alert once more than a hundred were seen within an hour: that
/// is no work on a queue any more. Somebody seen twice counts twice, which errs on the side of telling.
/// </summary>
public sealed class NotePeopleSeen(AppDb db)
{
    /// <summary>People in an hour beyond which an alert is written.</summary>
    public const int Many = 100;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Notes one person.</summary>
    public Task OneAsync(Guid by, Guid person, DateTime now, CancellationToken cancellation = default) =>
        WriteAsync(AuditEntry.Of(by, "person.viewed", "account", person.ToString(), now), 1, cancellation);

    /// <summary>Notes a list of so many.</summary>
    public Task ListAsync(Guid by, int count, DateTime now, CancellationToken cancellation = default) =>
        count == 0
            ? Task.CompletedTask
            : WriteAsync(AuditEntry.Of(by, "people.listed", "account", by.ToString(), now, count.ToString(CultureInfo.InvariantCulture)), count, cancellation);

    private async Task WriteAsync(AuditEntry entry, int count, CancellationToken cancellation)
    {
        var since = entry.At - Window;
        var before = await db
            .AuditEntries.Where(one =>
                one.By == entry.By && one.At > since && (one.Action == "person.viewed" || one.Action == "people.listed" || one.Action == "people.many")
            )
            .Select(one => new { one.Action, one.Detail })
            .ToListAsync(cancellation);
        var seen =
            count
            + before.Sum(one =>
                one.Action == "people.listed" ? int.Parse(one.Detail!, CultureInfo.InvariantCulture)
                : one.Action == "person.viewed" ? 1
                : 0
            );
        db.AuditEntries.Add(entry);
        if (seen > Many && before.All(one => one.Action != "people.many"))
        {
            db.AuditEntries.Add(
                AuditEntry.Of(entry.By, "people.many", "account", entry.By!.Value.ToString(), entry.At, seen.ToString(CultureInfo.InvariantCulture))
            );
        }
        await db.SaveChangesAsync(cancellation);
    }
}
