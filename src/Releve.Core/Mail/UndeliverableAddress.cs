using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;

namespace Releve.Core.Mail;

/// <summary>An address that the mail server refused for good: nothing more is sent to it until its owner confirms one again.</summary>
public sealed class UndeliverableAddress
{
    private const int LongestReason = 500;

    /// <summary>The address in small letters.</summary>
    public required string EmailKey { get; init; }

    /// <summary>Since when, UTC.</summary>
    public required DateTime Since { get; init; }

    /// <summary>What the server said, for the person and administrators.</summary>
    public required string Reason { get; init; }

    /// <summary>The form in which an address is kept here.</summary>
    public static string KeyOf(string address) => address.Trim().ToLowerInvariant();

    /// <summary>Notes that the server refused an address for good; the first time counts.</summary>
    public static async Task NoteAsync(AppDb db, string address, string reason, DateTime now, CancellationToken cancellation = default)
    {
        var key = KeyOf(address);
        if (!await db.UndeliverableAddresses.AnyAsync(one => one.EmailKey == key, cancellation))
        {
            db.UndeliverableAddresses.Add(
                new UndeliverableAddress
                {
                    EmailKey = key,
                    Since = now,
                    Reason = reason.Length > LongestReason ? reason[..LongestReason] : reason,
                }
            );
        }
    }

    /// <summary>Tries an address again from now on: its owner confirmed it, or asks for it.</summary>
    public static async Task ForgetAsync(AppDb db, string address, CancellationToken cancellation = default)
    {
        var key = KeyOf(address);
        using (await db.EnterGateAsync(cancellation))
        {
            await db.UndeliverableAddresses.Where(one => one.EmailKey == key).ExecuteDeleteAsync(cancellation);
        }
    }
}
