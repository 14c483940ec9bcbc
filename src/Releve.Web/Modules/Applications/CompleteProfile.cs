using Microsoft.EntityFrameworkCore;
using Releve.Core.Carers;
using Releve.Core.Data;

namespace Releve.Web.Modules.Applications;

/// <summary>What somebody says who applies with an account that does not know it yet; null where it was not asked.</summary>
public sealed record ProfileGap(string? GivenName, string? FamilyName, string? Profession, bool Student);

/// <summary>Fills what is missing in a profile when its owner applies; what stands there is never changed.</summary>
public sealed class CompleteProfile(AppDb db, EditProfile edit, TimeProvider time)
{
    /// <summary>A name is asked for when there is none, unless something was verified without it: another name would undo that.</summary>
    public bool AsksName(CarerFile? file, bool unnamed) => unnamed && file?.Checks.Any(check => check.Status == VerificationStatus.Verified) != true;

    public async Task RunAsync(Guid accountId, ProfileGap gap, CancellationToken cancellation)
    {
        var account = await db.Accounts.AsNoTracking().SingleAsync(one => one.Id == accountId, cancellation);
        var profile = await db.CarerProfiles.AsNoTracking().SingleOrDefaultAsync(one => one.AccountId == accountId, cancellation);
        if (profile is not null && gap is { GivenName: null, FamilyName: null, Profession: null })
        {
            return;
        }
        var stored = ProfileWords.Of(account, profile);
        var words = new ProfileWords(
            stored.GivenName ?? gap.GivenName,
            stored.FamilyName ?? gap.FamilyName,
            gap.Profession is { } profession && stored.Content.Professions.Length == 0
                ? stored.Content with
                {
                    Professions = [profession],
                    Situation = gap.Student ? CarerSituation.Student : stored.Content.Situation,
                }
                : stored.Content
        );
        await edit.RunAsync(accountId, words, profile?.Version ?? EditProfile.NoVersion, time.GetUtcNow().UtcDateTime, cancellation: cancellation);
        db.ChangeTracker.Clear();
    }
}
