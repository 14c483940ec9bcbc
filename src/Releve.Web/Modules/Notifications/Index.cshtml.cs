using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Notifications;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Notifications;

/// <summary>What I was told, newest first. What is shown here is seen from then on.</summary>
[Authorize(Access.SignedIn)]
public sealed class IndexModel(AppDb db, Visitor visitor, TimeProvider time) : SitePage
{
    private const int PageSize = 30;

    public override string Title => T["Notifications.list"];
    public override bool Indexed => false;

    [BindProperty(Name = "p", SupportsGet = true)]
    public int Number { get; set; } = 1;

    public IReadOnlyList<Notification> Notices { get; private set; } = [];
    public int Pages { get; private set; }

    public override string AddressIn(Language language) => UrlIn(language, Number);

    public string UrlOf(int page) => UrlIn(Language, page);

    public string Say(Notification notice) => NoticeLetters.Say(notice, T);

    /// <summary>The icon of what it is about.</summary>
    public static string IconOf(NotificationTopic topic) =>
        topic switch
        {
            NotificationTopic.Messages => "message-square",
            NotificationTopic.Favourites => "bookmark",
            NotificationTopic.Inbox => "mail",
            _ => "file-text",
        };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var own = visitor.AccountId;
        var mine = db.Notifications.AsNoTracking().Where(one => one.AccountId == own);
        Pages = Math.Max(1, (await mine.CountAsync(cancellation) + PageSize - 1) / PageSize);
        if (Number < 1 || Number > Pages)
        {
            return NotFound();
        }
        Notices = await mine.OrderByDescending(one => one.At)
            .ThenByDescending(one => one.Id)
            .Skip((Number - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancellation);
        await SeeAsync([.. Notices.Where(one => one.SeenAt is null).Select(one => one.Id)], cancellation);
        return Page();
    }

    private async Task SeeAsync(IReadOnlyList<Guid> shown, CancellationToken cancellation)
    {
        if (shown.Count == 0)
        {
            return;
        }
        DateTime? now = time.GetUtcNow().UtcDateTime;
        using (await db.EnterGateAsync(cancellation))
        {
            await db.Notifications.Where(one => shown.Contains(one.Id)).ExecuteUpdateAsync(set => set.SetProperty(one => one.SeenAt, now), cancellation);
        }
    }

    private static string UrlIn(Language language, int page) =>
        NotificationsLinks.ListPath.In(language) + (page == 1 ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"?p={page}"));
}
