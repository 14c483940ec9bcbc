using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Releve.Core.Alerts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Security;

namespace Releve.Web.Modules.Alerts;

/// <summary>
/// The secrets in the links of mails about alerts: each follows from its saved search and one key of this installation, so
/// that every mail can carry it though only its hash is stored.
/// </summary>
public sealed class AlertSecrets(byte[] key)
{
    /// <summary>The secret of a saved search, as it stands in a link.</summary>
    public string Of(Guid saved) => WebEncoders.Base64UrlEncode(HMACSHA256.HashData(key, saved.ToByteArray()).AsSpan(0, 16));

    /// <summary>What is stored of it.</summary>
    public byte[] HashOf(Guid saved) => HashOf(Of(saved));

    /// <summary>True when the secret is the saved search's own.</summary>
    public bool Fits(SavedSearch saved, string? code) =>
        FitsId(saved.Id, code) || (code is { Length: > 0 and < 100 } && IsSame(HashOf(code), saved.SecretHash));

    /// <summary>True when it is the secret of a saved search with that id, be it there still or not.</summary>
    public bool FitsId(Guid saved, string? code) => code is { Length: > 0 and < 100 } && IsSame(HashOf(code), HashOf(saved));

    /// <summary>The paths that Core writes into mails.</summary>
    public AlertLinks Links =>
        new((saved, language) => AlertsLinks.Confirm(saved, Of(saved), language), (saved, language) => AlertsLinks.Address(saved, Of(saved), language), HashOf);

    /// <summary>The path that stops all alerts of a saved search's owner.</summary>
    public string StopAll(Guid saved, Language language) => AlertsLinks.Stop(saved, Of(saved), language, all: true);

    // The stored hash keeps links in old mails alive when the key had to be made anew.
    private static bool IsSame(byte[] given, byte[]? known) => known is not null && CryptographicOperations.FixedTimeEquals(given, known);

    private static byte[] HashOf(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}

/// <summary>The secrets, made with a key of this installation.</summary>
public sealed class AlertKey(IDataProtectionProvider protection)
{
    /// <summary>The fact that holds it.</summary>
    public const string Fact = "alerts.key";

    private readonly StoredKey key = new(protection, Fact, "alerts");
    private AlertSecrets? secrets;

    /// <summary>The secrets.</summary>
    public async ValueTask<AlertSecrets> ReadAsync(AppDb db, CancellationToken cancellation) =>
        secrets ??= new AlertSecrets(await key.ReadAsync(db, cancellation));
}
