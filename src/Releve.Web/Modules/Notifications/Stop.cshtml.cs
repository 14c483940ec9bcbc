using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Notifications;
using Releve.Web.Modules.Shared;

namespace Releve.Web.Modules.Notifications;

/// <summary>
/// Where a mail's link to stop such mails leads. Opening it changes nothing; the button does, and so does the mail program's
/// own button, which posts without any cookie (RFC 8058): the code in the address is all it needs.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class StopModel(AppDb db, StopCodes codes, ChooseRhythm choose) : SitePage
{
    public override string Title => T["Notifications.stop"];
    public override bool Indexed => false;

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>What no mail will be about any more.</summary>
    public IReadOnlyList<NotificationTopic> Topics { get; private set; } = [];

    public bool Stopped { get; private set; }

    public override string AddressIn(Language language) => NotificationsLinks.Stop(language, Code);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(cancellation) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } account)
        {
            return NotFound();
        }
        await choose.RunAsync(account, Topics.ToDictionary(topic => topic, _ => MailRhythm.Never), cancellation);
        Stopped = true;
        return Page();
    }

    private async Task<Guid?> FindAsync(CancellationToken cancellation)
    {
        if (codes.Read(Code) is not { } read || !await db.Accounts.AnyAsync(one => one.Id == read.Account, cancellation))
        {
            return null;
        }
        Topics = read.Topics;
        return read.Account;
    }
}
