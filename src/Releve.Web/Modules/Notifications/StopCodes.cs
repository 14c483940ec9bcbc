using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Releve.Core.Notifications;

namespace Releve.Web.Modules.Notifications;

/// <summary>What a link to stop mails says: whose mails, and about what. Sealed by the site's keys; it opens nothing else.</summary>
public sealed class StopCodes(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Notifications.Stop");

    /// <summary>A code for an address.</summary>
    public string Write(Guid account, IReadOnlyCollection<NotificationTopic> topics) => protector.Protect($"{account:N} {string.Join(' ', topics)}");

    /// <summary>What a code says; null when this site did not make it.</summary>
    public (Guid Account, IReadOnlyList<NotificationTopic> Topics)? Read(string code)
    {
        try
        {
            var parts = protector.Unprotect(code).Split(' ');
            return (Guid.ParseExact(parts[0], "N"), [.. parts.Skip(1).Select(Enum.Parse<NotificationTopic>)]);
        }
        catch (Exception e) when (e is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
