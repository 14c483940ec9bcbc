using Releve.Core.Languages;

namespace Releve.Core.Accounts;

/// <summary>
/// A person who can sign in. What the person is to others (carer, recruiter, coordinator) stands elsewhere: one account
/// may be all of these. Credentials are set by the framework's identity through the store in the site.
/// </summary>
public sealed class Account
{
    // EF materialises through this constructor.
    private Account() { }

    /// <summary>UUIDv7 made by the application.</summary>
    public Guid Id { get; private set; }

    /// <summary>The address as typed.</summary>
    public string Email { get; private set; } = "";

    /// <summary>The address by which it is found; unique.</summary>
    public string EmailKey { get; private set; } = "";

    /// <summary>When the address was confirmed, UTC; null as long as it was not.</summary>
    public DateTime? EmailConfirmedAt { get; private set; }

    /// <summary>Given name; null until the person says it.</summary>
    public string? GivenName { get; private set; }

    /// <summary>Family name, with its particles.</summary>
    public string? FamilyName { get; private set; }

    /// <summary>The language of mails.</summary>
    public Language Language { get; private set; }

    /// <summary>Runs this installation.</summary>
    public bool IsAdministrator { get; private set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When it was suspended, UTC; null while it is not.</summary>
    public DateTime? SuspendedAt { get; private set; }

    /// <summary>Why, in words that its owner reads.</summary>
    public string? SuspensionReason { get; private set; }

    /// <summary>Since when it may act for others (recruiter, coordinator, administrator), UTC: a second factor is due a day later.</summary>
    public DateTime? PowerSince { get; private set; }

    /// <summary>Hash of the passphrase; null with passkeys alone.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with every credential; links in mails that were made with an older one are void.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>True once an authenticator was confirmed.</summary>
    public bool TwoFactorEnabled { get; set; }

    /// <summary>The authenticator's key, protected by the site's keys.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>Hashes of the recovery codes that are left.</summary>
    public string[] RecoveryCodes { get; set; } = [];

    /// <summary>Guards against lost updates.</summary>
    public int Version { get; private set; }

    /// <summary>How the person is addressed: the name, else the address.</summary>
    public string DisplayName => string.Join(' ', new[] { GivenName, FamilyName }.Where(part => part is not null)) is { Length: > 0 } name ? name : Email;

    /// <summary>A new account whose address is not confirmed yet.</summary>
    public static Account Create(Guid id, EmailAddress email, Language language, DateTime now) =>
        new()
        {
            Id = id,
            Email = email.Value,
            EmailKey = email.Key,
            Language = language,
            CreatedAt = now,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };

    /// <summary>The address is the person's.</summary>
    public void ConfirmEmail(DateTime now)
    {
        EmailConfirmedAt ??= now;
        Version++;
    }

    /// <summary>Takes the names; empty ones are forgotten.</summary>
    public void Rename(string? givenName, string? familyName)
    {
        GivenName = string.IsNullOrWhiteSpace(givenName) ? null : givenName.Trim();
        FamilyName = string.IsNullOrWhiteSpace(familyName) ? null : familyName.Trim();
        Version++;
    }

    /// <summary>The language of mails from now on.</summary>
    public void Speak(Language language)
    {
        Language = language;
        Version++;
    }

    /// <summary>Closes it to its owner until it is restored.</summary>
    public void Suspend(string reason, DateTime now)
    {
        SuspendedAt ??= now;
        SuspensionReason = reason;
        Version++;
    }

    /// <summary>Opens it again.</summary>
    public void Restore()
    {
        SuspendedAt = null;
        SuspensionReason = null;
        Version++;
    }

    /// <summary>Makes the person an administrator of this installation.</summary>
    public void MakeAdministrator(DateTime now)
    {
        IsAdministrator = true;
        GivePower(now);
    }

    /// <summary>Notes that the person may act for others from now on; the first time counts.</summary>
    public void GivePower(DateTime now)
    {
        PowerSince ??= now;
        Version++;
    }
}
