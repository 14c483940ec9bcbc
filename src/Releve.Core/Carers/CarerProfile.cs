using Releve.Core.Listings;

namespace Releve.Core.Carers;

/// <summary>What somebody who comes to work in care says of the present situation.</summary>
public enum CarerSituation
{
    Working,
    Student,
    JobSeeker,

    /// <summary>No health profession yet.</summary>
    Newcomer,
}

/// <summary>Who may see a part of a profile.</summary>
public enum Audience
{
    /// <summary>The person alone.</summary>
    Nobody,

    /// <summary>Organisations to which the person applied, or whose proposal the person accepted.</summary>
    WhereIApplied,

    /// <summary>Every organisation that a coordinator has checked.</summary>
    CheckedOrganisations,
}

/// <summary>Who may see which part of a profile. What is not named here (temporary unemployment) nobody but the coordinator sees.</summary>
public sealed record ProfileVisibility(Audience Name, Audience Photo, Audience Contact, Audience Documents, Audience About)
{
    /// <summary>Cautious until the person says otherwise.</summary>
    public static ProfileVisibility Start { get; } =
        new(Audience.WhereIApplied, Audience.WhereIApplied, Audience.WhereIApplied, Audience.WhereIApplied, Audience.WhereIApplied);
}

/// <summary>What a person who offers to care tells of himself or herself; nothing of it is asked for at sign-up but the profession.</summary>
public sealed class CarerProfile
{
    private CarerProfile() { }

    /// <summary>Whose it is; one each.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>The present situation.</summary>
    public CarerSituation Situation { get; private set; }

    /// <summary>Codes of the professions declared; empty for those who have none yet.</summary>
    public string[] Professions { get; private set; } = [];

    /// <summary>Codes of the specialties declared.</summary>
    public string[] Specialties { get; private set; } = [];

    /// <summary>French number of a professional, eleven digits, as typed where its form is doubtful.</summary>
    public string? Rpps { get; private set; }

    /// <summary>Belgian INAMI/RIZIV number, eleven digits, as typed where its form is doubtful.</summary>
    public string? Inami { get; private set; }

    /// <summary>Year of birth.</summary>
    public int? BirthYear { get; private set; }

    /// <summary>The commune from which the person looks.</summary>
    public string? CommuneCode { get; private set; }

    /// <summary>Telephone number.</summary>
    public string? Phone { get; private set; }

    /// <summary>Languages and levels.</summary>
    public IReadOnlyList<LanguageRequirement> Languages { get; private set; } = [];

    /// <summary>First day of availability.</summary>
    public DateOnly? AvailableFrom { get; private set; }

    /// <summary>Hours, days, nights: availability in own words.</summary>
    public string? Availability { get; private set; }

    /// <summary>A few words of introduction.</summary>
    public string? About { get; private set; }

    /// <summary>Temporarily unemployed: seen by the person and the coordinator alone.</summary>
    public bool TemporarilyUnemployed { get; private set; }

    /// <summary>The photograph, a document.</summary>
    public Guid? PhotoId { get; private set; }

    /// <summary>Who may see what.</summary>
    public ProfileVisibility Visibility { get; private set; } = ProfileVisibility.Start;

    /// <summary>The last change, UTC.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Guards against lost updates.</summary>
    public int Version { get; private set; }

    /// <summary>Everything that its owner edits in one form, as it is now.</summary>
    public CarerProfileContent Content =>
        new()
        {
            Situation = Situation,
            Professions = Professions,
            Specialties = Specialties,
            Rpps = Rpps,
            Inami = Inami,
            BirthYear = BirthYear,
            CommuneCode = CommuneCode,
            Phone = Phone,
            Languages = Languages,
            AvailableFrom = AvailableFrom,
            Availability = Availability,
            About = About,
            TemporarilyUnemployed = TemporarilyUnemployed,
        };

    /// <summary>As declared at sign-up.</summary>
    public static CarerProfile Declare(Guid accountId, CarerSituation situation, string? profession, DateTime now) =>
        new()
        {
            AccountId = accountId,
            Situation = situation,
            Professions = profession is null ? [] : [profession],
            UpdatedAt = now,
        };

    /// <summary>Takes everything that its owner edits.</summary>
    public void Edit(CarerProfileContent content, DateTime now)
    {
        Situation = content.Situation;
        Professions = content.Professions;
        Specialties = content.Specialties;
        Rpps = content.Rpps;
        Inami = content.Inami;
        BirthYear = content.BirthYear;
        CommuneCode = content.CommuneCode;
        Phone = content.Phone;
        Languages = content.Languages;
        AvailableFrom = content.AvailableFrom;
        Availability = content.Availability;
        About = content.About;
        TemporarilyUnemployed = content.TemporarilyUnemployed;
        Changed(now);
    }

    /// <summary>Takes a photograph, or none.</summary>
    public void Show(Guid? photo, DateTime now)
    {
        PhotoId = photo;
        Changed(now);
    }

    /// <summary>Decides who may see what.</summary>
    public void Share(ProfileVisibility visibility, DateTime now)
    {
        Visibility = visibility;
        Changed(now);
    }

    /// <summary>A trusted service said the number.</summary>
    public void TakeRpps(string rpps, DateTime now)
    {
        Rpps = rpps;
        Changed(now);
    }

    private void Changed(DateTime now)
    {
        UpdatedAt = now;
        Version++;
    }
}

/// <summary>Everything of a profile that its owner edits in one form.</summary>
public sealed record CarerProfileContent
{
    public required CarerSituation Situation { get; init; }
    public string[] Professions { get; init; } = [];
    public string[] Specialties { get; init; } = [];
    public string? Rpps { get; init; }
    public string? Inami { get; init; }
    public int? BirthYear { get; init; }
    public string? CommuneCode { get; init; }
    public string? Phone { get; init; }
    public IReadOnlyList<LanguageRequirement> Languages { get; init; } = [];
    public DateOnly? AvailableFrom { get; init; }
    public string? Availability { get; init; }
    public string? About { get; init; }
    public bool TemporarilyUnemployed { get; init; }
}
