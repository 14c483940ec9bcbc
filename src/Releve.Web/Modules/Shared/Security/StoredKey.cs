using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Web.Modules.Shared.Security;

/// <summary>A key of this installation, encrypted as the site's other keys are, in the database; the first process makes it.</summary>
/// <param name="protection">The site's keys.</param>
/// <param name="fact">The fact that holds it.</param>
/// <param name="purpose">What it is for: keys of one purpose do not open those of another.</param>
public sealed class StoredKey(IDataProtectionProvider protection, string fact, string purpose)
{
    private readonly IDataProtector protector = protection.CreateProtector(purpose);
    private byte[]? key;

    /// <summary>The key.</summary>
    public async ValueTask<byte[]> ReadAsync(AppDb db, CancellationToken cancellation) => key ??= await KeyAsync(db, cancellation);

    private async Task<byte[]> KeyAsync(AppDb db, CancellationToken cancellation)
    {
        var there = await db.Facts.AsNoTracking().FirstOrDefaultAsync(one => one.Name == fact, cancellation);
        if (Open(there?.Value) is { } stored)
        {
            return stored;
        }
        var value = protector.Protect(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        using (await db.EnterGateAsync(cancellation))
        {
            // Where the site's keys were lost, in place of one that nobody can read any more.
            await db.Database.ExecuteSqlAsync(
                there is null
                    ? $"""INSERT INTO facts ("Name", "Value") VALUES ({fact}, {value}) ON CONFLICT DO NOTHING"""
                    : (FormattableString)$"""UPDATE facts SET "Value" = {value} WHERE "Name" = {fact} AND "Value" = {there.Value}""",
                cancellation
            );
        }
        // Another process may have been first.
        return Open(await db.Facts.Where(one => one.Name == fact).Select(one => one.Value).SingleAsync(cancellation))
            ?? throw new InvalidOperationException($"The key {fact} cannot be read.");
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
