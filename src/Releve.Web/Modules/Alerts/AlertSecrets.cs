using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Alerts;
using Releve.Core.Data;
using Releve.Core.Languages;

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
        code is { Length: > 0 and < 100 } && (IsSame(HashOf(code), HashOf(saved.Id)) || IsSame(HashOf(code), saved.SecretHash));

    /// <summary>The paths that Core writes into mails.</summary>
    public AlertLinks Links =>
        new((saved, language) => AlertsLinks.Confirm(saved, Of(saved), language), (saved, language) => AlertsLinks.Address(saved, Of(saved), language), HashOf);

    /// <summary>The path that stops all alerts of a saved search's owner.</summary>
    public string StopAll(Guid saved, Language language) => AlertsLinks.Stop(saved, Of(saved), language, all: true);

    // The stored hash keeps links in old mails alive when the key had to be made anew.
    private static bool IsSame(byte[] given, byte[]? known) => known is not null && CryptographicOperations.FixedTimeEquals(given, known);

    private static byte[] HashOf(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}

/// <summary>Reads the key, encrypted as the site's other keys are, from the database; the first process makes it.</summary>
public sealed class AlertKey(IDataProtectionProvider protection)
{
    /// <summary>The fact that holds it.</summary>
    public const string Fact = "alerts.key";

    private readonly IDataProtector protector = protection.CreateProtector("alerts");
    private AlertSecrets? secrets;

    /// <summary>The secrets.</summary>
    public async ValueTask<AlertSecrets> ReadAsync(AppDb db, CancellationToken cancellation) => secrets ??= new AlertSecrets(await KeyAsync(db, cancellation));

    private async Task<byte[]> KeyAsync(AppDb db, CancellationToken cancellation)
    {
        var there = await db.Facts.AsNoTracking().FirstOrDefaultAsync(fact => fact.Name == Fact, cancellation);
        if (Open(there?.Value) is { } stored)
        {
            return stored;
        }
        var key = RandomNumberGenerator.GetBytes(32);
        var value = protector.Protect(Convert.ToBase64String(key));
        using (await db.EnterGateAsync(cancellation))
        {
            // Where the site's keys were lost, in place of one that nobody can read any more.
            await db.Database.ExecuteSqlAsync(
                there is null
                    ? $"""INSERT INTO facts ("Name", "Value") VALUES ({Fact}, {value}) ON CONFLICT DO NOTHING"""
                    : (FormattableString)$"""UPDATE facts SET "Value" = {value} WHERE "Name" = {Fact} AND "Value" = {there.Value}""",
                cancellation
            );
        }
        // Another process may have been first.
        return Open(await db.Facts.Where(fact => fact.Name == Fact).Select(fact => fact.Value).SingleAsync(cancellation))
            ?? throw new InvalidOperationException("The key of the alerts' links cannot be read.");
    }

    private byte[]? Open(string? value)
    {
        try
        {
            return value is null ? null : Convert.FromBase64String(protector.Unprotect(value));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
