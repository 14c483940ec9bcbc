using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Releve.Core.Data;
using Releve.Web.Modules.Shared.Security;

namespace Releve.Web.Modules.Matching;

/// <summary>
/// The secrets in the links with which one carer invites another: each follows from the invitation and a key of this
/// installation, so that who invited can read the link again though only its hash is stored.
/// </summary>
public sealed class CoupleSecrets(IDataProtectionProvider protection)
{
    private readonly StoredKey stored = new(protection, "couples.key", "couples");

    /// <summary>The secret of an invitation, by its id.</summary>
    public async ValueTask<Func<Guid, string>> ReadAsync(AppDb db, CancellationToken cancellation)
    {
        var key = await stored.ReadAsync(db, cancellation);
        return couple => WebEncoders.Base64UrlEncode(HMACSHA256.HashData(key, couple.ToByteArray()).AsSpan(0, 16));
    }
}
