namespace Releve.Core.Accounts;

/// <summary>A passkey of an account (W3C Web Authentication, level 3); the site's identity framework reads and writes the data.</summary>
public sealed class AccountPasskey
{
    /// <summary>The credential's id, made by the authenticator.</summary>
    public required byte[] CredentialId { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>What its owner calls it.</summary>
    public string? Name { get; set; }

    /// <summary>When it was added, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Public key, counters and flags, as JSON.</summary>
    public required string Data { get; set; }
}

/// <summary>A sign-in with another trusted service: its name and what it calls the person (OpenID Connect "sub").</summary>
public sealed class AccountLogin
{
    /// <summary>The service's name in the settings.</summary>
    public required string Provider { get; init; }

    /// <summary>The person's key there.</summary>
    public required string Key { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid AccountId { get; init; }
}

/// <summary>One signed-in browser. Each request looks here, so that a revoked one ends at the next.</summary>
public sealed class Session
{
    /// <summary>Days without a request after which a session ends.</summary>
    public const int IdleDays = 14;

    /// <summary>Days after which it ends in any case.</summary>
    public const int LongestDays = 60;

    /// <summary>Hours without a request after which the session of somebody who acts for others ends.</summary>
    public const int IdleHoursWithPower = 12;

    /// <summary>UUIDv7 made by the application; the cookie names it, sealed.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>When the person signed in, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>The last request, UTC, to some minutes.</summary>
    public required DateTime LastSeenAt { get; set; }

    /// <summary>The network address at sign-in.</summary>
    public required string Address { get; init; }

    /// <summary>Browser and system in a few words, from what the browser says of itself.</summary>
    public required string Device { get; init; }

    /// <summary>Signed in with a second factor or a passkey.</summary>
    public required bool Strong { get; set; }

    /// <summary>When it was ended, UTC.</summary>
    public DateTime? RevokedAt { get; set; }

    /// <summary>True while it lets its person in.</summary>
    public bool IsOpen(bool withPower, DateTime now) =>
        RevokedAt is null
        && now - CreatedAt < TimeSpan.FromDays(LongestDays)
        && now - LastSeenAt < (withPower ? TimeSpan.FromHours(IdleHoursWithPower) : TimeSpan.FromDays(IdleDays));
}

/// <summary>A key of the site's Data Protection, kept in the database so that backups have it.</summary>
public sealed class ProtectionKey
{
    /// <summary>The key's own id.</summary>
    public required string Name { get; init; }

    /// <summary>The key as XML, encrypted when a certificate is set.</summary>
    public required string Xml { get; init; }
}
