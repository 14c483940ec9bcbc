using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Audit;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Web.Modules.Accounts;
using Releve.Web.Start;

namespace Releve.Web.Admin;

/// <summary>`./releve admin create-administrator EMAIL`: the first administrator, and the way back in for one who is locked out.</summary>
public static class CreateAdministratorCommand
{
    private const string SeeHelp = "Try: ./releve admin create-administrator --help";

    /// <summary>How it is called, and what its help says.</summary>
    public static AdminCommand Entry { get; } =
        new(
            ["create-administrator"],
            "EMAIL [--language fr|nl|en] [--address URL] [--port N] [--data DIR] [--database …]",
            "Makes an account an administrator of this installation, and prints a link to choose its passphrase.",
            """
            The account is created where none has this address. The link works once, for two days; whoever opens it chooses a
            passphrase and is then the account's owner: give it to nobody else. An account that exists keeps its passphrase
            until then. A suspended account is restored. A second factor is asked for within a day.

            --language  the language of the pages and mails of a new account (fr)
            --address   the public address that the link begins with; without it, this machine at --port

            Exit status: 0 done, 1 a wrong call, or the database cannot be written.
            """,
            RunAsync
        );

    private static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var options = SiteOptions.Parse(args, out var rest);
        var (email, language) = Read(rest);
        var database = await AdminDatabase.OpenAsync(options, ConsoleProgress.OnConsole());
        await using var services = Services(options, database);
        using var scope = services.CreateScope();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var (account, isNew) = await RaiseAsync(scope.ServiceProvider.GetRequiredService<AppDb>(), email, language, now);
        var token = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().GeneratePasswordResetTokenAsync(account);
        Console.WriteLine($"{account.Email} is an administrator{(isNew ? ", with a new account" : "")}. To choose a passphrase, within two days and once:");
        Console.WriteLine(new SiteAddress(options).Of(AccountsLinks.Reset(account.Id, token, account.Language)));
        return 0;
    }

    private static async Task<(Account Account, bool IsNew)> RaiseAsync(AppDb db, EmailAddress email, Language? language, DateTime now)
    {
        var account = await db.Accounts.FirstOrDefaultAsync(one => one.EmailKey == email.Key);
        var isNew = account is null;
        if (account is null)
        {
            account = Account.Create(Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)), email, language ?? Language.French, now);
            db.Accounts.Add(account);
        }
        if (account.SuspendedAt is not null)
        {
            account.Restore();
        }
        account.MakeAdministrator(now);
        db.AuditEntries.Add(AuditEntry.Of(null, "account.administrator", "account", account.Id.ToString(), now));
        await db.SaveChangesAsync();
        return (account, isNew);
    }

    // The running site must be able to read the link: the same identity and the same keys as there.
    private static ServiceProvider Services(SiteOptions options, SiteDatabase database)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddScoped(_ => database.Open(TimeProvider.System));
        services.AddSiteKeys(database, options);
        services.AddAccounts(options);
        return services.BuildServiceProvider();
    }

    private static (EmailAddress Email, Language? Language) Read(IReadOnlyList<string> args)
    {
        EmailAddress? email = null;
        Language? language = null;
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--language" || args[i].StartsWith("--language=", StringComparison.Ordinal))
            {
                var code =
                    args[i].Contains('=') ? args[i].Split('=', 2)[1]
                    : ++i < args.Count ? args[i]
                    : "";
                language = LanguageExtensions.FromCode(code) ?? throw new FormatException($"--language takes fr, nl or en, not \"{code}\". {SeeHelp}");
            }
            else if (email is null && EmailAddress.TryParse(args[i], out var address))
            {
                email = address;
            }
            else
            {
                throw new FormatException(email is null ? $"\"{args[i]}\" is not an e-mail address. {SeeHelp}" : $"One address at a time. {SeeHelp}");
            }
        }
        return (email ?? throw new FormatException($"Which address? {SeeHelp}"), language);
    }
}
