using Microsoft.EntityFrameworkCore;
using Releve.Core.Alerts;
using Releve.Core.Data;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.Mail;
using Releve.Core.Notifications;
using Releve.Web.Modules.Notifications;

namespace Releve.Web.Modules.Alerts;

/// <summary>What a mail tells of new matches.</summary>
/// <param name="Listings">Those that are shown.</param>
/// <param name="More">How many there are besides.</param>
/// <param name="SilencePath">Where mails about matches are ended.</param>
public sealed record FoundMatches(IReadOnlyList<Listing> Listings, int More, string SilencePath);

/// <summary>Reads the matches of a mail as it is sent: what closed since, and what its owner wants no more mail about, is left out.</summary>
public sealed class MatchesInMail(StopCodes codes, TimeProvider time)
{
    /// <summary>Matches shown in one mail.</summary>
    public const int Most = 10;

    /// <summary>The matches; null when nothing is left to tell.</summary>
    public async Task<FoundMatches?> SectionAsync(AppDb db, OutboxMail mail, CancellationToken cancellation)
    {
        if (
            !mail.Values.TryGetValue(AlertMailContent.Matches, out var stored)
            || AlertMailContent.Read(stored) is not [var part]
            || mail.AccountId is not { } account
        )
        {
            return null;
        }
        var now = time.GetUtcNow().UtcDateTime;
        var wanted =
            await db.LifeProjects.AnyAsync(
                one => one.Id == part.SavedSearchId && one.AccountId == account && one.Status == LifeProjectStatus.Open,
                cancellation
            )
            && !await db.NotificationChoices.AnyAsync(
                one => one.AccountId == account && one.Topic == NotificationTopic.Matches && one.Rhythm == MailRhythm.Never,
                cancellation
            );
        var open = wanted
            ? await db
                .Listings.AsNoTracking()
                .Where(one => part.Listings.Contains(one.Id) && one.Status == ListingStatus.Live && one.ExpiresAt > now)
                .ToDictionaryAsync(one => one.Id, cancellation)
            : [];
        if (open.Count == 0)
        {
            return null;
        }
        var there = part.Listings.Where(open.ContainsKey).Select(id => open[id]).ToList();
        var shown = there.Take(Most).ToList();
        var silence = NotificationsLinks.Stop(mail.Language, codes.Write(account, [NotificationTopic.Matches]));
        return new FoundMatches(shown, part.More + there.Count - shown.Count, silence);
    }
}
