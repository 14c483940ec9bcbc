using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Places;

/// <summary>A page for each commune.</summary>
public static class PlacesModule
{
    /// <summary>The pages of this module.</summary>
    public static IReadOnlyList<PageRoute> Routes { get; } = [new("/Places/Commune", PlacesLinks.CommunePath, "{slug}")];
}
