using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Organisations;

/// <summary>Who takes part: a list to search, and a page for each.</summary>
public static class OrganisationsModule
{
    /// <summary>The pages of this module.</summary>
    public static IReadOnlyList<PageRoute> Routes { get; } =
    [new("/Organisations/Index", OrganisationsLinks.ListPath), new("/Organisations/Details", OrganisationsLinks.OrganisationPath, "{slug}")];
}
