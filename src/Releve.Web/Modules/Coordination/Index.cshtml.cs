using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Languages;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Coordination;

/// <summary>A queue in sight: how many wait, and since when the first does.</summary>
public sealed record QueueInSight(string Key, string Url, string Icon, int Count, DateTime? Oldest);

/// <summary>Where a coordinator begins: what waits in the own territories, and the lists.</summary>
[Authorize(Access.Coordinator)]
public sealed class IndexModel(CoordinationDesk desk, AppDb db) : SitePage
{
    public override string Title => T["Coordination.home"];
    public override bool Indexed => false;

    public IReadOnlyList<string> Territories => [.. desk.Places.Territories.Select(one => one.Names.In(Language))];

    /// <summary>An administrator, to whom everything is left that nobody coordinates.</summary>
    public bool HasRest => desk.Places.IsRest;

    public IReadOnlyList<QueueInSight> Queues { get; private set; } = [];

    /// <summary>The lists: name, what is there, address, icon.</summary>
    public IReadOnlyList<(string Key, string Text, string Url, string Icon)> Lists =>
        [
            ("Coordination.people", "Coordination.people.text", CoordinationLinks.PeoplePath.In(Language), "users"),
            ("Coordination.organisations", "Coordination.organisations.text", CoordinationLinks.OrganisationsPath.In(Language), "building-2"),
            ("Coordination.professions", "Coordination.professions.text", CoordinationLinks.ProfessionsPath.In(Language), "stethoscope"),
            ("Coordination.log", "Coordination.log.text", CoordinationLinks.LogPath.In(Language), "list"),
        ];

    public override string AddressIn(Language language) => CoordinationLinks.HomePath.In(language);

    public int DaysSince(DateTime since) => Math.Max(0, (int)(desk.Now - since).TotalDays);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var queues = desk.Queues;
        var reviews =
            from listing in queues.ListingsInReview
            select db.ListingTransitions.Where(one => one.ListingId == listing.Id && one.To == ListingStatus.InReview).Max(one => (DateTime?)one.At);
        Queues =
        [
            await InSightAsync(
                "verifications",
                CoordinationLinks.VerificationsPath,
                "shield-check",
                queues.PendingVerifications.Select(one => one.RequestedAt)
            ),
            await InSightAsync("claims", CoordinationLinks.ClaimsPath, "key-round", queues.PendingClaims.Select(one => (DateTime?)one.CreatedAt)),
            await InSightAsync("reviews", CoordinationLinks.ReviewsPath, "eye", reviews),
            await InSightAsync("reports", CoordinationLinks.ReportsPath, "circle-alert", queues.OpenReports.Select(one => (DateTime?)one.CreatedAt)),
            await InSightAsync("talks", CoordinationLinks.TalksPath, "message-square", queues.OpenConversationReports.Select(one => (DateTime?)one.CreatedAt)),
        ];

        async Task<QueueInSight> InSightAsync(string name, LocalPath path, string icon, IQueryable<DateTime?> waits)
        {
            var since = await waits.ToListAsync(cancellation);
            return new QueueInSight("Coordination." + name, path.In(Language), icon, since.Count, since.Min());
        }
    }
}
