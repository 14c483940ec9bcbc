using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Memberships;

/// <summary>Every address of this module.</summary>
public static class MembershipsLinks
{
    public static LocalPath MinePath { get; } = new("mon-espace/organisations", "mijn-ruimte/organisaties", "my-space/organisations");

    public static LocalPath FindPath { get; } = new("mon-espace/organisations/trouver", "mijn-ruimte/organisaties/zoeken", "my-space/organisations/find");

    public static LocalPath AddPath { get; } = new("mon-espace/organisations/ajouter", "mijn-ruimte/organisaties/toevoegen", "my-space/organisations/add");

    public static LocalPath ClaimPath { get; } = new("mon-espace/organisations/demande", "mijn-ruimte/organisaties/aanvraag", "my-space/organisations/claim");

    public static LocalPath TeamPath { get; } = new("mon-espace/organisations/equipe", "mijn-ruimte/organisaties/team", "my-space/organisations/team");

    public static LocalPath EditPath { get; } = new("mon-espace/organisations/fiche", "mijn-ruimte/organisaties/fiche", "my-space/organisations/page");

    public static LocalPath CorrectPath { get; } =
        new("mon-espace/organisations/identite", "mijn-ruimte/organisaties/gegevens", "my-space/organisations/details");

    public static LocalPath SitesPath { get; } = new("mon-espace/organisations/sites", "mijn-ruimte/organisaties/vestigingen", "my-space/organisations/sites");

    public static LocalPath InvitationPath { get; } = new("invitation", "uitnodiging", "invitation");

    /// <summary>The person's organisations.</summary>
    public static string Mine(Language language) => MinePath.In(language);

    /// <summary>Asks to serve an organisation.</summary>
    public static string Claim(string slug, Language language) => $"{ClaimPath.In(language)}/{slug}";

    /// <summary>An organisation's colleagues.</summary>
    public static string Team(string slug, Language language) => $"{TeamPath.In(language)}/{slug}";

    /// <summary>What an organisation says of itself.</summary>
    public static string Edit(string slug, Language language) => $"{EditPath.In(language)}/{slug}";

    /// <summary>Name, kind, address and numbers of an organisation that people entered.</summary>
    public static string Correct(string slug, Language language) => $"{CorrectPath.In(language)}/{slug}";

    /// <summary>The sites of a group.</summary>
    public static string Sites(string slug, Language language) => $"{SitesPath.In(language)}/{slug}";

    /// <summary>Where the link in an invitation leads.</summary>
    public static string Invitation(Guid id, string secret, Language language) =>
        $"{InvitationPath.In(language)}?id={id:N}&code={Uri.EscapeDataString(secret)}";
}
