using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Languages;

namespace Releve.Web.Modules.Shared.Visitors;

/// <summary>The addresses that every page needs: to sign in, to one's own space, to what secures an account.</summary>
public static class VisitorLinks
{
    public static LocalPath SignInPath { get; } = new("connexion", "aanmelden", "sign-in");
    public static LocalPath SignUpPath { get; } = new("inscription", "registreren", "sign-up");
    public static LocalPath SignOutPath { get; } = new("deconnexion", "afmelden", "sign-out");
    public static LocalPath SpacePath { get; } = new("mon-espace", "mijn-ruimte", "my-space");
    public static LocalPath SecurityPath { get; } = new("mon-espace/securite", "mijn-ruimte/beveiliging", "my-space/security");

    public static LocalPath NoticesPath { get; } = new("mon-espace/notifications", "mijn-ruimte/meldingen", "my-space/notifications");

    /// <summary>The sign-in page, which leads back to <paramref name="back"/>.</summary>
    public static string SignIn(Language language, string? back = null) =>
        SignInPath.In(language) + (back is null ? "" : "?back=" + Uri.EscapeDataString(back));

    /// <summary>The page on which one signs up, which leads back to <paramref name="back"/>.</summary>
    public static string SignUp(Language language, string? back = null) =>
        SignUpPath.In(language) + (back is null ? "" : "?back=" + Uri.EscapeDataString(back));

    public static string Security(Language language) => SecurityPath.In(language);
}
