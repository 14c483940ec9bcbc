using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Carers;

/// <summary>Every address of this module: one's own profile.</summary>
public static class CarersLinks
{
    public static LocalPath ProfilePath { get; } = new("mon-espace/profil", "mijn-ruimte/profiel", "my-space/profile");

    /// <summary>The pages of a profile: the text that names each, and its address.</summary>
    public static IReadOnlyList<(string Key, LocalPath Path)> Nav { get; } = [("Carers.nav.profile", ProfilePath)];

    /// <summary>The profile after it was stored.</summary>
    public static string Saved(Language language) => ProfilePath.In(language) + "?saved=true";
}
