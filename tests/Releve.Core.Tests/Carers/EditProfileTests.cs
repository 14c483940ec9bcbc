using Microsoft.EntityFrameworkCore;
using Releve.Core.Carers;
using Releve.TestKit;

namespace Releve.Core.Tests.Carers;

/// <summary>A profile as it is stored, on both databases.</summary>
public sealed class EditProfileTests
{
    [Theory, BothDatabases]
    public async Task Of_two_saves_from_one_version_the_second_changes_nothing(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var account = TestData.Account();
        await using (var db = database.Open())
        {
            db.Accounts.Add(account);
            await db.SaveChangesAsync();
        }

        (await SaveAsync(database, account.Id, "Un", EditProfile.NoVersion, "nurse", "midwife")).ShouldBeTrue();
        (await SaveAsync(database, account.Id, "Deux", EditProfile.NoVersion, "cook")).ShouldBeFalse();
        (await SaveAsync(database, account.Id, "Trois", 1, "midwife", "cook")).ShouldBeTrue();

        await using var read = database.Open();
        (await read.Accounts.SingleAsync()).GivenName.ShouldBe("Trois");
        var profile = await read.CarerProfiles.SingleAsync();
        profile.Professions.ShouldBe(["midwife", "cook"]);
        (await read.Verifications.Select(check => check.Profession).ToListAsync()).ShouldBe(["midwife", "cook"], ignoreOrder: true);
    }

    [Theory, BothDatabases]
    public async Task Of_two_saves_at_once_one_is_stored_whole(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var account = TestData.Account();
        await using (var db = database.Open())
        {
            db.Accounts.Add(account);
            await db.SaveChangesAsync();
        }

        var saved = await Task.WhenAll(
            SaveAsync(database, account.Id, "Un", EditProfile.NoVersion, "nurse"),
            SaveAsync(database, account.Id, "Deux", EditProfile.NoVersion, "nurse")
        );

        saved.Count(one => one).ShouldBe(1);
        await using var read = database.Open();
        (await read.Accounts.SingleAsync()).GivenName.ShouldBe(saved[0] ? "Un" : "Deux");
    }

    private static async Task<bool> SaveAsync(TestDatabase database, Guid account, string given, int version, params string[] professions)
    {
        await using var db = database.Open();
        var content = new CarerProfileContent { Situation = CarerSituation.Working, Professions = professions };
        return await new EditProfile(db).RunAsync(account, new ProfileWords(given, "Martin", content), version, TestData.Now);
    }
}
