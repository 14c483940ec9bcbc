using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Organisations;

/// <summary>Every address of this module.</summary>
public static class OrganisationsLinks
{
    /// <summary>One organisation, by its slug.</summary>
    public static LocalPath OrganisationPath { get; } = new("organisation", "organisatie", "organisation");

    /// <summary>An organisation's page.</summary>
    public static string Organisation(string slug, Language language) => $"{OrganisationPath.In(language)}/{slug}";
}
