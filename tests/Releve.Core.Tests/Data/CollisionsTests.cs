using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.TestKit;

namespace Releve.Core.Tests.Data;

/// <summary>People who write the same thing at one instant all get through, on both databases.</summary>
public sealed class CollisionsTests
{
    [Theory, BothDatabases]
    public async Task However_many_change_one_row_each_finds_what_the_one_before_stored(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var account = TestData.Account();
        await StoreAsync(database, account);

        await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(() => AddLetterAsync(database, account.Id))));

        await using var db = database.Open();
        (await db.Accounts.Select(one => one.GivenName!.Length).SingleAsync(Cancel)).ShouldBe(24);
    }

    [Theory, BothDatabases]
    public async Task Two_who_wait_for_each_other_both_come_through(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        Account[] pair = [TestData.Account(), TestData.Account("karim@exemple.fr")];
        await StoreAsync(database, pair);
        // Both hold their first row before either asks for the second one: on PostgreSQL one of them is ended. Where there is
        // one writer at a time, the second comes when the first is done.
        using var met = new Barrier(2);
        var patience = name == "sqlite" ? TimeSpan.Zero : TimeSpan.FromSeconds(30);

        var tries = await Task.WhenAll(CrossAsync(pair[0].Id, pair[1].Id), CrossAsync(pair[1].Id, pair[0].Id));

        tries.Sum().ShouldBe(name == "sqlite" ? 2 : 3);

        Task<int> CrossAsync(Guid first, Guid second) =>
            Task.Run(async () =>
            {
                var tried = 0;
                await using var db = database.Open();
                return await db.RetryInTransactionAsync(
                    async () =>
                    {
                        tried++;
                        await db.Accounts.Where(one => one.Id == first).HoldAsync(one => one.Language, Cancel);
                        if (tried == 1)
                        {
                            met.SignalAndWait(patience, Cancel);
                        }
                        await db.Accounts.Where(one => one.Id == second).HoldAsync(one => one.Language, Cancel);
                        return tried;
                    },
                    Cancel
                );
            });
    }

    [Theory, BothDatabases]
    public async Task What_can_never_be_stored_is_thrown_and_leaves_nothing(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var account = TestData.Account();
        await StoreAsync(database, account);
        var tries = 0;

        await using var db = database.Open();
        await Should.ThrowAsync<DbUpdateException>(() =>
            db.RetryInTransactionAsync(
                () =>
                {
                    tries++;
                    db.Accounts.AddRange(TestData.Account("zoe@exemple.fr"), TestData.Account(account.Email));
                    return db.SaveChangesAsync(Cancel);
                },
                Cancel
            )
        );

        tries.ShouldBeGreaterThan(1);
        await using var after = database.Open();
        (await after.Accounts.CountAsync(Cancel)).ShouldBe(1);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task AddLetterAsync(TestDatabase database, Guid id)
    {
        await using var db = database.Open();
        await db.RetryInTransactionAsync(
            async () =>
            {
                await db.Accounts.Where(one => one.Id == id).HoldAsync(one => one.Language, Cancel);
                var account = await db.Accounts.SingleAsync(one => one.Id == id, Cancel);
                account.Rename(account.GivenName + "e", account.FamilyName);
                return await db.SaveChangesAsync(Cancel);
            },
            Cancel
        );
    }

    private static async Task StoreAsync(TestDatabase database, params Account[] accounts)
    {
        await using var db = database.Open();
        db.Accounts.AddRange(accounts);
        await db.SaveChangesAsync(Cancel);
    }
}
