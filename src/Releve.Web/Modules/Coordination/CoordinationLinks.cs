using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Coordination;

/// <summary>Every address of this module.</summary>
public static class CoordinationLinks
{
    public static LocalPath HomePath { get; } = new("coordination", "coordinatie", "coordination");
    public static LocalPath VerificationsPath { get; } = new("coordination/verifications", "coordinatie/verificaties", "coordination/verifications");
    public static LocalPath VerificationPath { get; } = new("coordination/verification", "coordinatie/verificatie", "coordination/verification");
    public static LocalPath ClaimsPath { get; } = new("coordination/rattachements", "coordinatie/aanvragen", "coordination/claims");
    public static LocalPath ClaimPath { get; } = new("coordination/rattachement", "coordinatie/aanvraag", "coordination/claim");
    public static LocalPath ReviewsPath { get; } = new("coordination/relectures", "coordinatie/na-te-lezen", "coordination/reviews");
    public static LocalPath ReviewPath { get; } = new("coordination/relecture", "coordinatie/nalezing", "coordination/review");
    public static LocalPath ReportsPath { get; } = new("coordination/signalements", "coordinatie/meldingen", "coordination/reports");
    public static LocalPath ReportPath { get; } = new("coordination/signalement", "coordinatie/melding", "coordination/report");
    public static LocalPath TalksPath { get; } = new("coordination/conversations", "coordinatie/gesprekken", "coordination/conversations");
    public static LocalPath TalkPath { get; } = new("coordination/conversation", "coordinatie/gesprek", "coordination/conversation");
    public static LocalPath PeoplePath { get; } = new("coordination/personnes", "coordinatie/personen", "coordination/people");
    public static LocalPath PersonPath { get; } = new("coordination/personne", "coordinatie/persoon", "coordination/person");
    public static LocalPath OrganisationsPath { get; } = new("coordination/organisations", "coordinatie/organisaties", "coordination/organisations");
    public static LocalPath OrganisationPath { get; } = new("coordination/organisation", "coordinatie/organisatie", "coordination/organisation");
    public static LocalPath ProfessionsPath { get; } = new("coordination/metiers", "coordinatie/beroepen", "coordination/professions");
    public static LocalPath ProfessionPath { get; } = new("coordination/metier", "coordinatie/beroep", "coordination/profession");
    public static LocalPath LogPath { get; } = new("coordination/journal", "coordinatie/logboek", "coordination/log");

    /// <summary>Where anybody says what is wrong with a listing.</summary>
    public static LocalPath TellPath { get; } = new("signaler", "melden", "report");

    /// <summary>The address of one thing below a path.</summary>
    public static string Of(LocalPath path, Guid id, Language language) => $"{path.In(language)}/{id:N}";

    /// <summary>The address of one thing below a path.</summary>
    public static string Of(LocalPath path, string id, Language language) => $"{path.In(language)}/{id}";

    /// <summary>A list, and what was just done there.</summary>
    public static string After(LocalPath path, string done, Language language) => $"{path.In(language)}?done={done}";
}
