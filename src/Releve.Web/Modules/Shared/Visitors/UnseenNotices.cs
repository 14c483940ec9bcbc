using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Shared.Visitors;

/// <summary>How much is new for the signed-in visitor, for the header; asked once a page and never for others.</summary>
public sealed class UnseenNotices(AppDb db, Visitor visitor, PageText text, TimeProvider time)
{
    /// <summary>The header says "99+" from here on: counting further would tell nobody more.</summary>
    public const int Most = 100;

    /// <summary>Their number, at most <see cref="Most"/>. Those that lead to the page being shown are seen by that.</summary>
    public async Task<int> CountAsync(HttpRequest request, CancellationToken cancellation)
    {
        var own = visitor.AccountId;
        var unseen = await db
            .Notifications.Where(one => one.AccountId == own && one.SeenAt == null)
            .Take(Most)
            .Select(one => new { one.Id, one.Values })
            .ToListAsync(cancellation);
        if (unseen.Count == 0 || !HttpMethods.IsGet(request.Method))
        {
            return unseen.Count;
        }
        var here = request.Path.Value;
        // A notice was written in one language, and its page may be open in another.
        var language = text.Language;
        var seen = unseen
            .Where(one => one.Values.TryGetValue("link", out var link) && PathOf(SiteModules.PathIn(link, language)) == here)
            .Select(one => one.Id)
            .ToList();
        if (seen.Count > 0)
        {
            DateTime? now = time.GetUtcNow().UtcDateTime;
            using (await db.EnterGateAsync(cancellation))
            {
                await db.Notifications.Where(one => seen.Contains(one.Id)).ExecuteUpdateAsync(set => set.SetProperty(one => one.SeenAt, now), cancellation);
            }
        }
        return unseen.Count - seen.Count;
    }

    private static string PathOf(string link) => link.Split('?', '#')[0];
}
