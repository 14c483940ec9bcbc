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

    [Theory, BothDatabases]
    public async Task Another_name_number_or_profession_undoes_what_was_verified_once_agreed(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var account = await VerifiedAsync(database, check => check.Verify(Guid.NewGuid(), TestData.Now));
        var words = new ProfileWords("Claire", "Martin", Nurse());

        (await SaveAsync(database, account, words with { GivenName = "claire", FamilyName = " MARTIN" }, 1)).ShouldBe(ProfileOutcome.Stored);
        (await CheckAsync(database)).Status.ShouldBe(VerificationStatus.Verified);
        foreach (
            var changed in new[]
            {
                words with
                {
                    FamilyName = "Durand",
                },
                words with
                {
                    Content = Nurse() with { Rpps = "10001234560" },
                },
                words with
                {
                    Content = Nurse() with { Inami = "12345678901" },
                },
                words with
                {
                    Content = Nurse() with { Professions = ["midwife"] },
                },
            }
        )
        {
            (await SaveAsync(database, account, changed, 2)).ShouldBe(ProfileOutcome.UndoesVerification);
        }
        (await CheckAsync(database)).Status.ShouldBe(VerificationStatus.Verified);

        (await SaveAsync(database, account, words with { FamilyName = "Durand" }, 2, agreed: true)).ShouldBe(ProfileOutcome.Stored);

        var check = await CheckAsync(database);
        (check.Status, check.DecidedAt, check.DecidedBy, check.RequestedAt).ShouldBe((VerificationStatus.Pending, null, null, TestData.Now));
        await using var db = database.Open();
        (await db.AuditEntries.SingleAsync()).Action.ShouldBe("verification.undone");
    }

    [Theory, BothDatabases]
    public async Task What_a_service_proved_does_not_outlive_another_number(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var account = await VerifiedAsync(database, check => check.VerifyBy("psc", TestData.Now));

        (await SaveAsync(database, account, new ProfileWords("Claire", "Martin", Nurse() with { Rpps = null }), 1, agreed: true)).ShouldBe(
            ProfileOutcome.Stored
        );

        // Without number or document there is nothing to ask for.
        var check = await CheckAsync(database);
        (check.Status, check.Provider, check.RequestedAt).ShouldBe((VerificationStatus.Declared, null, null));
    }

    [Theory, BothDatabases]
    public async Task Who_decides_on_the_old_name_decides_on_nothing(string name)
    {
        await using var database = await TestDatabase.CreateAsync(name);
        var account = await VerifiedAsync(database, check => check.Request(TestData.Now));
        var seen = (await CheckAsync(database)).Version;

        (await SaveAsync(database, account, new ProfileWords("Marie", "Curie", Nurse()), 1)).ShouldBe(ProfileOutcome.Stored);

        var check = await CheckAsync(database);
        check.Status.ShouldBe(VerificationStatus.Pending);
        check.Version.ShouldNotBe(seen);
    }

    private static CarerProfileContent Nurse() =>
        new()
        {
            Situation = CarerSituation.Working,
            Professions = ["nurse"],
            Rpps = "10003456786",
            CommuneCode = "FR-28085",
        };

    private static async Task<Guid> VerifiedAsync(TestDatabase database, Action<Verification> decide)
    {
        await using var db = database.Open();
        var account = TestData.Account();
        account.Rename("Claire", "Martin");
        var profile = CarerProfile.Declare(account.Id, CarerSituation.Working, "nurse", TestData.Now);
        profile.Edit(Nurse(), TestData.Now);
        var check = Verification.Declare(account.Id, "nurse", TestData.Now);
        decide(check);
        db.Accounts.Add(account);
        db.CarerProfiles.Add(profile);
        db.Verifications.Add(check);
        await db.SaveChangesAsync();
        return account.Id;
    }

    private static async Task<Verification> CheckAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.Verifications.AsNoTracking().SingleAsync();
    }

    private static async Task<ProfileOutcome> SaveAsync(TestDatabase database, Guid account, ProfileWords words, int version, bool agreed = false)
    {
        await using var db = database.Open();
        return (await new EditProfile(db, new AskForVerification(db)).RunAsync(account, words, version, TestData.Now, agreed)).Outcome;
    }

    private static async Task<bool> SaveAsync(TestDatabase database, Guid account, string given, int version, params string[] professions)
    {
        await using var db = database.Open();
        var content = new CarerProfileContent { Situation = CarerSituation.Working, Professions = professions };
        return await SaveAsync(database, account, new ProfileWords(given, "Martin", content), version) == ProfileOutcome.Stored;
    }
}
