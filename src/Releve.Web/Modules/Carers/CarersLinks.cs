using Releve.Core.Languages;
using Releve.Web.Modules.Documents;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Carers;

/// <summary>Every address of this module: one's own profile.</summary>
public static class CarersLinks
{
    public static LocalPath ProfilePath { get; } = new("mon-espace/profil", "mijn-ruimte/profiel", "my-space/profile");
    public static LocalPath VerificationPath { get; } = new("mon-espace/profil/verification", "mijn-ruimte/profiel/controle", "my-space/profile/check");
    public static LocalPath VisibilityPath { get; } = new("mon-espace/profil/visibilite", "mijn-ruimte/profiel/zichtbaarheid", "my-space/profile/visibility");
    public static LocalPath SeenPath { get; } =
        new("mon-espace/profil/vu-par-les-autres", "mijn-ruimte/profiel/gezien-door-anderen", "my-space/profile/as-others-see-me");

    /// <summary>The pages of a profile: the text that names each, and its address.</summary>
    public static IReadOnlyList<(string Key, LocalPath Path)> Nav { get; } =
    [
        ("Carers.nav.profile", ProfilePath),
        ("Carers.nav.documents", DocumentsLinks.ListPath),
        ("Carers.nav.verification", VerificationPath),
        ("Carers.nav.visibility", VisibilityPath),
        ("Carers.nav.seen", SeenPath),
    ];

    /// <summary>The profile after it was stored.</summary>
    public static string Saved(Language language) => ProfilePath.In(language) + "?saved=true";
}
