using Releve.Core.Accounts;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.TestKit;

namespace Releve.Web.Tests.Coordination;

/// <summary>Two territories with a coordinator each, and a nurse in Chartres who waits for a check.</summary>
internal sealed class Coordinated
{
    public Account Coordinator { get; } = Secure("coordination@exemple.fr");
    public Account Elsewhere { get; } = Secure("coordination@exemple.be");
    public Account Second { get; } = Secure("seconde@exemple.fr");
    public Account Nurse { get; } = TestData.Account("claire.martin@exemple.fr");
    public Verification Verification { get; private set; } = null!;

    public Task SeedAsync(AppDb db)
    {
        var here = TestData.Territory();
        var there = TestData.Territory("liege", "BE-P60000");
        db.Accounts.AddRange(Coordinator, Second, Elsewhere, Nurse);
        db.Territories.AddRange(here, there);
        db.TerritoryCoordinators.AddRange(TestData.Coordinator(here, Coordinator), TestData.Coordinator(here, Second), TestData.Coordinator(there, Elsewhere));
        Nurse.Rename("Claire", "Martin");
        db.CarerProfiles.Add(Profile(Nurse));
        Verification = Ask(Nurse);
        db.Verifications.Add(Verification);
        return Task.CompletedTask;
    }

    /// <summary>A profile of a nurse who looks from a commune.</summary>
    public static CarerProfile Profile(Account account, string commune = "FR-28085", bool unemployed = false)
    {
        var profile = CarerProfile.Declare(account.Id, CarerSituation.Working, "nurse", TestData.Now);
        profile.Edit(
            new CarerProfileContent
            {
                Situation = CarerSituation.Working,
                Professions = ["nurse"],
                Rpps = "10001234567",
                CommuneCode = commune,
                TemporarilyUnemployed = unemployed,
            },
            TestData.Now
        );
        return profile;
    }

    /// <summary>A check that waits.</summary>
    public static Verification Ask(Account account, DateTime? at = null)
    {
        var verification = Verification.Declare(account.Id, "nurse", TestData.Now);
        verification.Request(at ?? TestData.Now);
        return verification;
    }

    private static Account Secure(string email)
    {
        var account = TestData.Account(email);
        account.TwoFactorEnabled = true;
        return account;
    }
}
