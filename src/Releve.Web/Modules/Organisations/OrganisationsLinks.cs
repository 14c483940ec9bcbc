using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Organisations;

/// <summary>Every address of this module.</summary>
public static class OrganisationsLinks
{
    /// <summary>One organisation, by its slug.</summary>
    public static LocalPath OrganisationPath { get; } = new("organisation", "organisatie", "organisation");

    /// <summary>All organisations, with a search.</summary>
    public static LocalPath ListPath { get; } = new("organisations", "organisaties", "organisations");

    /// <summary>An organisation's page.</summary>
    public static string Organisation(string slug, Language language, int page = 1) =>
        $"{OrganisationPath.In(language)}/{slug}{new OrganisationForm { Page = page }.Query(language)}";

    /// <summary>The list, searched.</summary>
    public static string List(OrganisationForm form, Language language) => ListPath.In(language) + form.Query(language);
}
