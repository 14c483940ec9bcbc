using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;

namespace Releve.Web.Modules.Accounts.Identity;

/// <summary>The passkeys of an account, for the framework's identity.</summary>
public sealed partial class AccountStore : IUserPasskeyStore<Account>
{
    public async Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var stored = await db.Passkeys.FindAsync([passkey.CredentialId], cancellationToken);
        var data = JsonSerializer.Serialize(PasskeyData.Of(passkey));
        if (stored is null)
        {
            db.Passkeys.Add(
                new AccountPasskey
                {
                    CredentialId = passkey.CredentialId,
                    AccountId = user.Id,
                    Name = passkey.Name,
                    CreatedAt = passkey.CreatedAt.UtcDateTime,
                    Data = data,
                }
            );
            return;
        }
        stored.Name = passkey.Name;
        stored.Data = data;
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        [.. (await db.Passkeys.Where(one => one.AccountId == user.Id).ToListAsync(cancellationToken)).Select(PasskeyData.Read)];

    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var passkey = await db.Passkeys.FirstOrDefaultAsync(one => one.CredentialId == credentialId, cancellationToken);
        return passkey is null ? null : await db.Accounts.FirstOrDefaultAsync(one => one.Id == passkey.AccountId, cancellationToken);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var passkey = await db.Passkeys.FirstOrDefaultAsync(one => one.CredentialId == credentialId && one.AccountId == user.Id, cancellationToken);
        return passkey is null ? null : PasskeyData.Read(passkey);
    }

    public async Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        if (await db.Passkeys.FirstOrDefaultAsync(one => one.CredentialId == credentialId && one.AccountId == user.Id, cancellationToken) is { } passkey)
        {
            db.Passkeys.Remove(passkey);
        }
    }

    /// <summary>What is kept of a passkey beside its id and name.</summary>
    private sealed record PasskeyData(
        byte[] PublicKey,
        uint SignCount,
        string[]? Transports,
        bool IsUserVerified,
        bool IsBackupEligible,
        bool IsBackedUp,
        byte[] AttestationObject,
        byte[] ClientDataJson
    )
    {
        public static PasskeyData Of(UserPasskeyInfo info) =>
            new(
                info.PublicKey,
                info.SignCount,
                info.Transports,
                info.IsUserVerified,
                info.IsBackupEligible,
                info.IsBackedUp,
                info.AttestationObject,
                info.ClientDataJson
            );

        public static UserPasskeyInfo Read(AccountPasskey passkey)
        {
            var data = JsonSerializer.Deserialize<PasskeyData>(passkey.Data) ?? throw new JsonException("A stored passkey is null.");
            return new UserPasskeyInfo(
                passkey.CredentialId,
                data.PublicKey,
                new DateTimeOffset(passkey.CreatedAt, TimeSpan.Zero),
                data.SignCount,
                data.Transports,
                data.IsUserVerified,
                data.IsBackupEligible,
                data.IsBackedUp,
                data.AttestationObject,
                data.ClientDataJson
            )
            {
                Name = passkey.Name,
            };
        }
    }
}
