using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Languages;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Accounts;

/// <summary>Every address of this module.</summary>
public static class AccountsLinks
{
    public static LocalPath SignUpPath => VisitorLinks.SignUpPath;
    public static LocalPath SignInPath => VisitorLinks.SignInPath;
    public static LocalPath SignOutPath => VisitorLinks.SignOutPath;
    public static LocalPath SpacePath => VisitorLinks.SpacePath;
    public static LocalPath SecurityPath => VisitorLinks.SecurityPath;
    public static LocalPath SentPath { get; } = new("inscription/message-envoye", "registreren/bericht-verzonden", "sign-up/message-sent");
    public static LocalPath ConfirmPath { get; } = new("inscription/confirmer", "registreren/bevestigen", "sign-up/confirm");
    public static LocalPath SecondStepPath { get; } = new("connexion/second-facteur", "aanmelden/tweede-factor", "sign-in/second-factor");
    public static LocalPath ForgotPath { get; } = new("connexion/oubli", "aanmelden/vergeten", "sign-in/forgotten");
    public static LocalPath ExternalPath { get; } = new("connexion/service", "aanmelden/dienst", "sign-in/service");
    public static LocalPath ResetPath { get; } = new("connexion/nouvelle-phrase", "aanmelden/nieuwe-wachtzin", "sign-in/new-passphrase");

    /// <summary>Where a link in a mail leads: the account, and the secret that proves the mailbox.</summary>
    /// <param name="account">Whose address is confirmed.</param>
    /// <param name="token">The secret.</param>
    /// <param name="language">The language of the page.</param>
    /// <param name="back">Where to go afterwards.</param>
    /// <param name="application">The application that waits for it, and is sent with it.</param>
    public static string Confirm(Guid account, string token, Language language, string? back = null, Guid? application = null) =>
        Proof(ConfirmPath, account, token, language)
        + (application is { } waits ? $"&application={waits:N}" : "")
        + (back is null ? "" : "&back=" + Uri.EscapeDataString(back));

    public static string Reset(Guid account, string token, Language language) => Proof(ResetPath, account, token, language);

    /// <summary>The page of passkeys; a passkey made there leads on to <paramref name="back"/>.</summary>
    public static string Security(Language language, string? back) => SecurityPath.In(language) + (back is null ? "" : "?back=" + Uri.EscapeDataString(back));

    private static string Proof(LocalPath path, Guid account, string token, Language language) =>
        $"{path.In(language)}?id={account:N}&code={Uri.EscapeDataString(token)}";
}
