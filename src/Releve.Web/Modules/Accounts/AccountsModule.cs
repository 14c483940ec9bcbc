using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Releve.Core.Accounts;
using Releve.Web.Modules.Accounts.Identity;
using Releve.Web.Modules.Accounts.OpenId;
using Releve.Web.Modules.Mail;
using Releve.Web.Modules.Shared.Languages;
using Releve.Web.Start;

namespace Releve.Web.Modules.Accounts;

/// <summary>Accounts: signing up, in and out, and what keeps an account its owner's.</summary>
public static class AccountsModule
{
    /// <summary>OWASP, Password Storage Cheat Sheet: PBKDF2 with HMAC-SHA-512.</summary>
    private const int HashIterations = 220_000;

    /// <summary>The pages of this module.</summary>
    public static IReadOnlyList<PageRoute> Routes { get; } =
    [
        new("/Accounts/SignUp", AccountsLinks.SignUpPath),
        new("/Accounts/Sent", AccountsLinks.SentPath),
        new("/Accounts/Confirm", AccountsLinks.ConfirmPath),
        new("/Accounts/SignIn", AccountsLinks.SignInPath),
        new("/Accounts/SecondStep", AccountsLinks.SecondStepPath),
        new("/Accounts/SignOut", AccountsLinks.SignOutPath),
        new("/Accounts/Forgot", AccountsLinks.ForgotPath),
        new("/Accounts/External", AccountsLinks.ExternalPath),
        new("/Accounts/Reset", AccountsLinks.ResetPath),
        new("/Accounts/Space", AccountsLinks.SpacePath),
        new("/Accounts/Security", AccountsLinks.SecurityPath),
    ];

    /// <summary>Adds identity, its store and the cookie.</summary>
    public static void AddAccounts(this IServiceCollection services, SiteOptions options)
    {
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashIterations);
        services.Configure<DataProtectionTokenProviderOptions>(tokens => tokens.TokenLifespan = TimeSpan.FromDays(2));
        services
            .AddIdentityCore<Account>(identity =>
            {
                // What a passphrase must be is Passphrase's business alone.
                identity.Password.RequiredLength = 1;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                identity.User.AllowedUserNameCharacters = "";
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            })
            .AddDefaultTokenProviders();
        services.AddScoped<IUserStore<Account>, AccountStore>();
        services.AddSingleton<ILookupNormalizer, EmailKeys>();
        services.AddSingleton<Throttle>();
        services.AddSingleton<ResetLetter>();
        services.AddSingleton(known => new LetterWriter(ResetLetter.Kind, known.GetRequiredService<ResetLetter>().WriteAsync));
        services.AddScoped<RegisterAccount>();
        services.AddScoped<SignIn>();
        services.AddScoped<CredentialChange>();
        services.AddScoped<PasskeySteps>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            // The browser asks for a finger, a face or a PIN: the passkey alone is two factors.
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            passkeys.ServerDomain = options.Address is { } address ? new Uri(address).IdnHost : null;
        });
        services.AddScoped<TakeIdentity>();
        services.AddSignInCookie(options).AddOpenIdSignIn(options);
    }

    /// <summary>Addresses are found in small letters, as <see cref="EmailAddress.Key"/> has them.</summary>
    private sealed class EmailKeys : ILookupNormalizer
    {
        public string? NormalizeName(string? name) => name?.Trim().ToLowerInvariant();

        public string? NormalizeEmail(string? email) => NormalizeName(email);
    }
}
