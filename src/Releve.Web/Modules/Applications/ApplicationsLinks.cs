using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Applications;

/// <summary>Every address of this module: applying, and one's own applications.</summary>
public static class ApplicationsLinks
{
    /// <summary>My applications, and below it one of them by its id.</summary>
    public static LocalPath MinePath { get; } = new("mon-espace/candidatures", "mijn-ruimte/sollicitaties", "my-space/applications");

    /// <summary>What will be seen, before it is sent.</summary>
    public static LocalPath CheckPath { get; } = new("mon-espace/candidatures/relire", "mijn-ruimte/sollicitaties/nalezen", "my-space/applications/check");

    /// <summary>Taking an application back, or saying that one found work elsewhere.</summary>
    public static LocalPath LeavePath { get; } =
        new("mon-espace/candidatures/retirer", "mijn-ruimte/sollicitaties/intrekken", "my-space/applications/withdraw");

    /// <summary>My applications as a proof of search, to print.</summary>
    public static LocalPath ProofPath { get; } =
        new("mon-espace/candidatures/recherche", "mijn-ruimte/sollicitaties/overzicht", "my-space/applications/search-record");

    /// <summary>The form with which one applies.</summary>
    public static LocalPath ApplyPath { get; } = new("postuler", "solliciteren", "apply");

    /// <summary>After somebody without an account applied.</summary>
    public static LocalPath WaitingPath { get; } = new("postuler/message-envoye", "solliciteren/bericht-verzonden", "apply/message-sent");

    /// <summary>What one applies to, as the address says it.</summary>
    public static LocalPath ToListing { get; } = new("offre", "aanbieding", "listing");

    /// <inheritdoc cref="ToListing"/>
    public static LocalPath ToOrganisation { get; } = new("organisation", "organisatie", "organisation");

    /// <inheritdoc cref="ToListing"/>
    public static LocalPath ToTerritory { get; } = new("territoire", "gebied", "territory");

    /// <summary>The list.</summary>
    public static string Mine(Language language) => MinePath.In(language);

    /// <summary>One application, for the person who applied.</summary>
    public static string Mine(Language language, Guid id) => $"{MinePath.In(language)}/{id:N}";

    public static string Check(Language language, Guid id) => $"{CheckPath.In(language)}/{id:N}";

    public static string Leave(Language language, Guid id) => $"{LeavePath.In(language)}/{id:N}";

    /// <summary>Applying to a listing, by its reference.</summary>
    public static string Apply(Language language, string reference) => To(ToListing, reference, language);

    /// <summary>Applying to an organisation without a listing, by its slug.</summary>
    public static string ApplyToOrganisation(Language language, string slug) => To(ToOrganisation, slug, language);

    /// <summary>Applying to a whole territory, by its slug.</summary>
    public static string ApplyToTerritory(Language language, string slug) => To(ToTerritory, slug, language);

    /// <summary>The last part of a path, which names a thing: "offre".</summary>
    public static string Word(LocalPath path, Language language) => path.In(language)[4..];

    private static string To(LocalPath what, string key, Language language) => $"{ApplyPath.In(language)}/{Word(what, language)}/{key}";
}
