using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Coordination;

/// <summary>A queue in sight: how many wait, and since when the first does.</summary>
public sealed record QueueInSight(string Key, string Url, string Icon, int Count, DateTime? Oldest);

/// <summary>Where a coordinator begins: what waits in the own territories.</summary>
[Authorize(Access.Coordinator)]
public sealed class IndexModel(CoordinationDesk desk) : SitePage
{
    public override string Title => T["Coordination.home"];
    public override bool Indexed => false;

    public IReadOnlyList<string> Territories => [.. desk.Places.Territories.Select(one => one.Names.In(Language))];
    public IReadOnlyList<QueueInSight> Queues { get; private set; } = [];

    public override string AddressIn(Language language) => CoordinationLinks.HomePath.In(language);

    public int DaysSince(DateTime since) => Math.Max(0, (int)(desk.Now - since).TotalDays);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var queues = desk.Queues;
        var verifications = await queues.PendingVerifications.Select(one => one.RequestedAt).ToListAsync(cancellation);
        Queues =
        [
            new("Coordination.verifications", CoordinationLinks.VerificationsPath.In(Language), "shield-check", verifications.Count, verifications.Min()),
        ];
    }
}
