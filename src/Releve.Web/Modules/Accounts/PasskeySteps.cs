using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Releve.Core.Accounts;

namespace Releve.Web.Modules.Accounts;

/// <summary>What a browser needs to make or use a passkey, and the sealed memory of what was asked of it.</summary>
public sealed record PasskeyQuestion(string Options, string State);

/// <summary>
/// Passkeys, in two steps each: the question for the browser, then its answer. Source: W3C Web Authentication, level 3; the
/// checks are the framework's.
/// </summary>
public sealed class PasskeySteps(IPasskeyHandler<Account> handler, UserManager<Account> accounts, IDataProtectionProvider protection)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private const int LongestAnswer = 20_000;

    private readonly ITimeLimitedDataProtector states = protection.CreateProtector("Accounts.Passkeys").ToTimeLimitedDataProtector();

    /// <summary>The question with which an account gets a new passkey.</summary>
    public async Task<PasskeyQuestion> AskForNewAsync(Account account, HttpContext context)
    {
        var entity = new PasskeyUserEntity
        {
            Id = account.Id.ToString(),
            Name = account.Email,
            DisplayName = account.DisplayName,
        };
        var made = await handler.MakeCreationOptionsAsync(entity, context);
        return new PasskeyQuestion(made.CreationOptionsJson, Seal(made.AttestationState));
    }

    /// <summary>Keeps the new passkey; false when the answer does not fit the question.</summary>
    public async Task<bool> KeepAsync(Account account, string? answer, string? state, string? name, HttpContext context)
    {
        if (Unseal(state) is not { } asked || answer is not { Length: > 0 and <= LongestAnswer })
        {
            return false;
        }
        var result = await handler.PerformAttestationAsync(
            new PasskeyAttestationContext
            {
                CredentialJson = answer,
                HttpContext = context,
                AttestationState = asked,
            }
        );
        if (!result.Succeeded || result.UserEntity.Id != account.Id.ToString())
        {
            return false;
        }
        result.Passkey.Name = name;
        return (await accounts.AddOrUpdatePasskeyAsync(account, result.Passkey)).Succeeded;
    }

    /// <summary>The question with which anybody signs in; the passkey says who it is.</summary>
    public async Task<PasskeyQuestion> AskWhoAsync(HttpContext context)
    {
        var made = await handler.MakeRequestOptionsAsync(user: null, context);
        return new PasskeyQuestion(made.RequestOptionsJson, Seal(made.AssertionState));
    }

    /// <summary>Whose passkey answered; null when the answer does not fit.</summary>
    public async Task<Account?> RecogniseAsync(string? answer, string? state, HttpContext context)
    {
        if (Unseal(state) is not { } asked || answer is not { Length: > 0 and <= LongestAnswer })
        {
            return null;
        }
        var result = await handler.PerformAssertionAsync(
            new PasskeyAssertionContext
            {
                CredentialJson = answer,
                HttpContext = context,
                AssertionState = asked,
            }
        );
        if (!result.Succeeded)
        {
            return null;
        }
        await accounts.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return result.User;
    }

    private string Seal(string? state) => states.Protect(state ?? "", Patience);

    private string? Unseal(string? word)
    {
        try
        {
            return states.Unprotect(word ?? "");
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
