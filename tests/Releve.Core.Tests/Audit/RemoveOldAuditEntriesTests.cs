using Microsoft.EntityFrameworkCore;
using Releve.Core.Audit;
using Releve.TestKit;

namespace Releve.Core.Tests.Audit;

public sealed class RemoveOldAuditEntriesTests
{
    [Theory, BothDatabases]
    public async Task A_line_goes_after_twelve_months_and_not_before(string database)
    {
        await using var test = await TestDatabase.CreateAsync(database);
        await using (var db = test.Open())
        {
            db.AuditEntries.Add(AuditEntry.Of(by: null, "old", "account", "1", TestData.Now.AddMonths(-12).AddMinutes(-1)));
            db.AuditEntries.Add(AuditEntry.Of(by: null, "young", "account", "1", TestData.Now.AddMonths(-12).AddMinutes(1)));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var run = test.Open();
        await new RemoveOldAuditEntries(run).RunAsync(TestData.Now, TestContext.Current.CancellationToken);

        (await run.AuditEntries.Select(entry => entry.Action).ToListAsync(TestContext.Current.CancellationToken)).ShouldBe(["young"]);
    }
}
