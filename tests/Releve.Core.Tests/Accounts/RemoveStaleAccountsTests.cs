using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Languages;
using Releve.Core.Mail;
using Releve.TestKit;

namespace Releve.Core.Tests.Accounts;

public sealed class RemoveStaleAccountsTests
{
    [Theory, BothDatabases]
    public async Task Unconfirmed_accounts_go_after_a_week_with_what_hangs_on_them(string database)
    {
        await using var test = await TestDatabase.CreateAsync(database);
        var stale = Unconfirmed("a@exemple.fr", TestData.Now.AddDays(-8));
        await using (var db = test.Open())
        {
            db.Accounts.AddRange(stale, Unconfirmed("b@exemple.fr", TestData.Now.AddDays(-6)), TestData.Account("c@exemple.fr", TestData.Now.AddDays(-800)));
            db.OutboxMails.Add(OutboxMail.Write("confirm-email", stale.Email, Language.French, TestData.Now, stale.Id));
            db.Sessions.Add(TestData.Session(stale, strong: false, TestData.Now));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var run = test.Open();
        (await new RemoveStaleAccounts(run).RunAsync(TestData.Now, TestContext.Current.CancellationToken)).ShouldBe(1);
        (await new RemoveStaleAccounts(run).RunAsync(TestData.Now, TestContext.Current.CancellationToken)).ShouldBe(0);

        await using var read = test.Open();
        (await read.Accounts.Select(account => account.Email).Order().ToListAsync(TestContext.Current.CancellationToken)).ShouldBe([
            "b@exemple.fr",
            "c@exemple.fr",
        ]);
        (await read.OutboxMails.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    private static Account Unconfirmed(string email, DateTime at) =>
        Account.Create(Guid.CreateVersion7(), EmailAddress.TryParse(email, out var address) ? address : default, Language.French, at);
}
