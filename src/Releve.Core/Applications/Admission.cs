using Releve.Core.Carers;
using Releve.Core.Listings;
using Releve.Core.Professions;

namespace Releve.Core.Applications;

/// <summary>How a person stands to what the law asks of those who apply to a listing.</summary>
public enum Admission
{
    /// <summary>Nothing is asked: the work is open to all.</summary>
    Open,

    /// <summary>Holds the profession, and that was verified.</summary>
    Verified,

    /// <summary>Says to hold it; the check waits or is asked for when the application goes, and is shown as such.</summary>
    Pending,

    /// <summary>Studies for it: what the licence allows is between the two sides.</summary>
    Student,

    /// <summary>A coordinator could not confirm the profession; the person may ask again.</summary>
    Refused,

    /// <summary>Declares another profession, or none.</summary>
    OtherProfession,
}

/// <summary>Whom the law lets apply: holders of a reserved title, students, people whose check is pending and shown as such.</summary>
public static class Admissions
{
    /// <summary>
    /// The professions of which one is needed; empty when the work is open to all: one of those sought is not reserved in the
    /// listing's country, or one is only about to be learned.
    /// </summary>
    public static IReadOnlyList<string> NeededFor(Listing listing, ProfessionCatalogue professions)
    {
        var country = listing.CommuneCode.Length < 2 ? "" : listing.CommuneCode[..2];
        var sought = listing.Professions.Select(code => professions.Find(code)?.Profession).ToList();
        return listing.Kind == ListingKind.TrainingOffer || sought.Exists(one => one is null || !one.Regulated.Contains(country))
            ? []
            : [.. sought.Select(one => one!.Code).Distinct()];
    }

    /// <summary>Whether the person may apply now.</summary>
    public static bool MayApply(this Admission admission) => admission is not (Admission.Refused or Admission.OtherProfession);

    /// <summary>What is only declared is checked from the sending on: the recipient sees that it waits.</summary>
    public static void AskForChecks(IReadOnlyList<string> needed, CarerProfile profile, IReadOnlyCollection<Verification> checks, DateTime now)
    {
        if (Of(needed, profile, checks) != Admission.Pending)
        {
            return;
        }
        foreach (var check in checks.Where(check => check.Status == VerificationStatus.Declared && needed.Contains(check.Profession)))
        {
            check.Request(now);
        }
    }

    /// <summary>How a person stands to it; the best of several professions counts.</summary>
    public static Admission Of(IReadOnlyList<string> needed, CarerProfile? profile, IReadOnlyCollection<Verification> checks)
    {
        if (needed.Count == 0)
        {
            return Admission.Open;
        }
        var held = profile?.Professions.Where(needed.Contains).ToList() ?? [];
        if (held.Count == 0)
        {
            return Admission.OtherProfession;
        }
        var states = held.Select(code => checks.FirstOrDefault(check => check.Profession == code)?.Status ?? VerificationStatus.Declared).ToList();
        return states.Contains(VerificationStatus.Verified) ? Admission.Verified
            : profile!.Situation == CarerSituation.Student ? Admission.Student
            : states.Exists(state => state is VerificationStatus.Pending or VerificationStatus.Declared) ? Admission.Pending
            : Admission.Refused;
    }
}
