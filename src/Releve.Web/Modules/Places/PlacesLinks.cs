using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Places;

/// <summary>Every address of this module.</summary>
public static class PlacesLinks
{
    /// <summary>One commune, by its slug.</summary>
    public static LocalPath CommunePath { get; } = new("commune", "gemeente", "commune");

    /// <summary>A commune's page.</summary>
    public static string Commune(string slug, Language language) => $"{CommunePath.In(language)}/{slug}";
}
