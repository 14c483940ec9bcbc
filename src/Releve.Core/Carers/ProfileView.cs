using Releve.Core.Accounts;
using Releve.Core.Documents;
using Releve.Core.Listings;

namespace Releve.Core.Carers;

/// <summary>All that there is of a carer, before anybody's right to see it is asked.</summary>
public sealed record CarerFile(Account Account, CarerProfile Profile, IReadOnlyList<Verification> Checks, IReadOnlyList<Document> Documents)
{
    /// <summary>Names of the coordinators who decided, where they have said one.</summary>
    public IReadOnlyDictionary<Guid, string> Deciders { get; init; } = new Dictionary<Guid, string>();

    /// <summary>Who decided on a check: the trusted service or the coordinator; null when the coordinator has no name.</summary>
    public string? DeciderOf(Verification check) => check.Provider ?? (check.DecidedBy is { } by ? Deciders.GetValueOrDefault(by) : null);
}

/// <summary>A profession as others see it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Status">Declared, pending, verified; a refusal is the person's own and shows as declared.</param>
/// <param name="By">Who verified it; null where nobody did, or a coordinator without a name.</param>
/// <param name="At">When it was verified, UTC; null where it was not.</param>
public sealed record SeenProfession(string Code, VerificationStatus Status, string? By = null, DateTime? At = null);

/// <summary>A document as others see it, before they open it.</summary>
public sealed record SeenDocument(Guid Id, DocumentKind Kind, string FileName);

/// <summary>
/// What others see of a profile: the one place that decides. Never in it: temporary unemployment, year of birth, and
/// whether one has work.
/// </summary>
public sealed record ProfileView
{
    /// <summary>Nothing at all.</summary>
    public static ProfileView Empty { get; } = new();

    /// <summary>True when there is anything to see.</summary>
    public bool IsShown { get; private init; }

    /// <summary>Given and family name; null when hidden or not said.</summary>
    public string? Name { get; private init; }

    /// <summary>The photograph's document; null when hidden or missing.</summary>
    public Guid? Photo { get; private init; }

    public string? Phone { get; private init; }
    public string? Email { get; private init; }
    public string? About { get; private init; }

    /// <summary>Number of the register; shown with the name, for it leads to it.</summary>
    public string? Rpps { get; private init; }

    /// <inheritdoc cref="Rpps"/>
    public string? Inami { get; private init; }

    /// <summary>Studies, so that the law's rules for students apply.</summary>
    public bool IsStudent { get; private init; }

    public IReadOnlyList<SeenProfession> Professions { get; private init; } = [];
    public IReadOnlyList<string> Specialties { get; private init; } = [];
    public IReadOnlyList<LanguageRequirement> Languages { get; private init; } = [];
    public string? CommuneCode { get; private init; }
    public DateOnly? AvailableFrom { get; private init; }
    public string? Availability { get; private init; }
    public IReadOnlyList<SeenDocument> Documents { get; private init; } = [];

    /// <summary>
    /// What somebody sees: an organisation where the person applied (<see cref="Audience.WhereIApplied"/>), another checked
    /// organisation (<see cref="Audience.CheckedOrganisations"/>), anybody else (<see cref="Audience.Nobody"/>). Profession,
    /// languages, commune and availability, which name nobody, show wherever one part is open to the viewer, and always
    /// where the person applied.
    /// </summary>
    public static ProfileView For(CarerFile file, Audience viewer)
    {
        var profile = file.Profile;
        var open = profile.Visibility;
        if (!IsOpenTo(open, viewer))
        {
            return Empty;
        }
        var named = open.Name.Includes(viewer);
        var contact = open.Contact.Includes(viewer);
        return new ProfileView
        {
            IsShown = true,
            Name = named ? NameOf(file.Account) : null,
            Rpps = named ? profile.Rpps : null,
            Inami = named ? profile.Inami : null,
            Photo = open.Photo.Includes(viewer) && IsHarmless(file, profile.PhotoId) ? profile.PhotoId : null,
            Phone = contact ? profile.Phone : null,
            Email = contact ? file.Account.Email : null,
            About = open.About.Includes(viewer) ? profile.About : null,
            Documents = open.Documents.Includes(viewer)
                ? [.. file.Documents.Where(IsSeen).Select(one => new SeenDocument(one.Id, one.Kind, one.FileName))]
                : [],
            IsStudent = profile.Situation == CarerSituation.Student,
            Professions = [.. profile.Professions.Select(code => Seen(code, file))],
            Specialties = profile.Specialties,
            Languages = profile.Languages,
            CommuneCode = profile.CommuneCode,
            AvailableFrom = profile.AvailableFrom,
            Availability = profile.Availability,
        };
    }

    /// <summary>The same with these documents in the place of those that it shows by itself: what an application names, its recipient sees.</summary>
    public ProfileView Showing(IReadOnlyList<Document> documents) =>
        this with
        {
            Documents = [.. documents.Where(IsSeen).Select(one => new SeenDocument(one.Id, one.Kind, one.FileName))],
        };

    /// <summary>Given and family name; null when none is said: the mail address is no name here.</summary>
    public static string? NameOf(Account account) =>
        string.Join(' ', new[] { account.GivenName, account.FamilyName }.OfType<string>()) is { Length: > 0 } name ? name : null;

    private static bool IsOpenTo(ProfileVisibility open, Audience viewer) =>
        viewer == Audience.WhereIApplied
        || viewer == Audience.CheckedOrganisations
            && new[] { open.Name, open.Photo, open.Contact, open.Documents, open.About }.Contains(Audience.CheckedOrganisations);

    private static SeenProfession Seen(string code, CarerFile file) =>
        file.Checks.FirstOrDefault(one => one.Profession == code) switch
        {
            { Status: VerificationStatus.Verified } check => new SeenProfession(code, VerificationStatus.Verified, file.DeciderOf(check), check.DecidedAt),
            { Status: VerificationStatus.Pending } => new SeenProfession(code, VerificationStatus.Pending),
            _ => new SeenProfession(code, VerificationStatus.Declared),
        };

    private static bool IsSeen(Document document) =>
        document.Kind is not (DocumentKind.Photo or DocumentKind.Listing or DocumentKind.Attachment) && document.State != DocumentState.Quarantined;

    private static bool IsHarmless(CarerFile file, Guid? photo) =>
        file.Documents.Any(one => one.Id == photo && one.Kind == DocumentKind.Photo && one.State != DocumentState.Quarantined);
}

/// <summary>Whom an audience holds.</summary>
public static class Audiences
{
    /// <summary>True when a part that is shared with this audience is seen by that viewer: who may see it without an application may with one.</summary>
    public static bool Includes(this Audience part, Audience viewer) => viewer != Audience.Nobody && part >= viewer;
}
