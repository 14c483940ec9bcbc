using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Memberships;

namespace Releve.Web.Modules.Shared.Visitors;

/// <summary>Reads who stands behind a session, with every right of this moment: what was taken away ends with the next request.</summary>
public sealed class ReadVisitor(AppDb db, TimeProvider time)
{
    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(5);

    /// <summary>The visitor; null when the session is over, revoked, or older than the last change of credentials.</summary>
    public async Task<VisitorFacts?> RunAsync(Guid sessionId, string stamp, CancellationToken cancellation, bool note = true)
    {
        var found = await (
            from session in db.Sessions.AsNoTracking()
            join account in db.Accounts.AsNoTracking() on session.AccountId equals account.Id
            where session.Id == sessionId
            select new { session, account }
        ).FirstOrDefaultAsync(cancellation);
        if (found is null || found.account.SecurityStamp != stamp)
        {
            return null;
        }
        var id = found.account.Id;
        var facts = new VisitorFacts
        {
            AccountId = id,
            SessionId = sessionId,
            Name = found.account.DisplayName,
            Email = found.account.Email,
            IsSuspended = found.account.SuspendedAt is not null,
            IsAdministrator = found.account.IsAdministrator,
            PowerSince = found.account.PowerSince,
            HasSecondFactor = found.account.TwoFactorEnabled || await db.Passkeys.AnyAsync(passkey => passkey.AccountId == id, cancellation),
            Organisations = await OrganisationsAsync(id, cancellation),
            Territories = await db
                .TerritoryCoordinators.Where(one => one.AccountId == id)
                .Select(one => one.TerritorySlug)
                .OrderBy(slug => slug)
                .ToListAsync(cancellation),
            TerritoriesOfOthers = found.account.IsAdministrator ? await OfOthersAsync(id, cancellation) : [],
        };
        var now = time.GetUtcNow().UtcDateTime;
        var visitor = new Visitor();
        visitor.Recognise(facts);
        if (!found.session.IsOpen(visitor.HasPower, now))
        {
            return null;
        }
        if (note)
        {
            await NoteSeenAsync(found.session.Id, found.session.LastSeenAt, now, cancellation);
        }
        return facts;
    }

    private async Task<IReadOnlyList<string>> OfOthersAsync(Guid account, CancellationToken cancellation) =>
        await (
            from one in db.TerritoryCoordinators
            join coordinator in db.Accounts on one.AccountId equals coordinator.Id
            where coordinator.Id != account && coordinator.SuspendedAt == null
            orderby one.TerritorySlug
            select one.TerritorySlug
        )
            .Distinct()
            .ToListAsync(cancellation);

    private async Task<IReadOnlyDictionary<Guid, OrganisationRole>> OrganisationsAsync(Guid account, CancellationToken cancellation)
    {
        var roles = await db
            .Memberships.Where(membership => membership.AccountId == account)
            .ToDictionaryAsync(membership => membership.OrganisationId, membership => membership.Role, cancellation);
        if (roles.Count == 0)
        {
            return roles;
        }
        var groups = roles.Keys.ToList();
        var sites = await db
            .Organisations.Where(one => one.ParentId != null && groups.Contains(one.ParentId.Value))
            .Select(one => new { one.Id, one.ParentId })
            .ToListAsync(cancellation);
        foreach (var site in sites)
        {
            var role = roles[site.ParentId!.Value];
            roles[site.Id] = roles.TryGetValue(site.Id, out var own) && own > role ? own : role;
        }
        return roles;
    }

    private async Task NoteSeenAsync(Guid session, DateTime seen, DateTime now, CancellationToken cancellation)
    {
        if (now - seen < SeenStep)
        {
            return;
        }
        using (await db.EnterGateAsync(cancellation))
        {
            await db.Sessions.Where(one => one.Id == session).ExecuteUpdateAsync(set => set.SetProperty(one => one.LastSeenAt, now), cancellation);
        }
    }
}
