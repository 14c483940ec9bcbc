using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Privacy;
using Releve.Web.Modules.Accounts;
using Releve.Web.Modules.Accounts.Identity;
using Releve.Web.Modules.Home;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Privacy;

/// <summary>My data: take them along as one archive, or erase everything. Suspended people may do both.</summary>
[Authorize(Access.SignedInEvenSuspended)]
public sealed class DataModel(
    AppDb db,
    ExportAccount export,
    EraseAccount erase,
    UserManager<Account> accounts,
    Throttle throttle,
    Visitor visitor,
    TimeProvider time
) : FormPage
{
    public override string Heading => T["Privacy.data"];

    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Word { get; set; }

    /// <summary>True when erasing asks for the passphrase; who has none types the own address.</summary>
    public bool HasPassphrase { get; private set; }

    /// <summary>Organisations that somebody else must own first.</summary>
    public IReadOnlyList<string> OnlyOwnerOf { get; private set; } = [];

    public override string AddressIn(Language language) => PrivacyModule.DataPath.In(language);

    public Task OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <summary>The archive.</summary>
    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancellation)
    {
        var archive = new MemoryStream();
        await export.RunAsync(visitor.AccountId, archive, cancellation);
        archive.Position = 0;
        return File(archive, "application/zip", "releve-data.zip");
    }

    /// <summary>Erases the account and all that hangs on it.</summary>
    public async Task<IActionResult> OnPostEraseAsync(CancellationToken cancellation)
    {
        var account = await ShowAsync(cancellation);
        if (!throttle.Allows(ThrottledAct.SignIn, HttpContext.Connection.RemoteIpAddress, account.EmailKey))
        {
            return Slower("current");
        }
        if (
            HasPassphrase
                ? !await accounts.CheckPasswordAsync(account, Current ?? "")
                : !string.Equals(Word?.Trim(), account.Email, StringComparison.OrdinalIgnoreCase)
        )
        {
            Refuse("current", T[HasPassphrase ? "Privacy.erase.wrong" : "Privacy.erase.wrong-word"]);
            return Again();
        }
        if (!await erase.RunAsync(account.Id, time.GetUtcNow().UtcDateTime, cancellation))
        {
            Refuse("current", T.With("Privacy.erase.owner", ("names", T.List(OnlyOwnerOf))));
            return Again();
        }
        await HttpContext.SignOutAsync(SignInCookie.Scheme);
        return LocalRedirect(HomeModule.Path.In(Language));
    }

    private async Task<Account> ShowAsync(CancellationToken cancellation)
    {
        var account = await db.Accounts.SingleAsync(one => one.Id == visitor.AccountId, cancellation);
        HasPassphrase = account.PasswordHash is not null;
        OnlyOwnerOf = await erase.OnlyOwnerOfAsync(account.Id, cancellation);
        return account;
    }
}
