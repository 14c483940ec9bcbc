using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.LocalLife;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.Core.Places;
using Releve.Core.Territories;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.LocalLife;

/// <summary>A commune for which the visitor answers, and in whose name; a coordinator helps in nobody's.</summary>
public sealed record AnsweredCommune(Commune Commune, Organisation? Authority);

/// <summary>For which communes a visitor answers: recruiters and owners of local authorities, and the territory's coordinators.</summary>
public sealed class AnsweringFor(AppDb db, Visitor visitor, Gazetteer gazetteer, TerritoryBook territories)
{
    /// <summary>All of them, once each, the smallest authority first.</summary>
    public async Task<IReadOnlyList<AnsweredCommune>> AllAsync(CancellationToken cancellation) =>
        [
            .. (await AuthoritiesAsync(cancellation))
                .SelectMany(authority => gazetteer.CommunesOf(authority).Select(commune => new AnsweredCommune(commune, authority)))
                .Concat(Coordinated().Select(commune => new AnsweredCommune(commune, null)))
                .DistinctBy(one => one.Commune.Code),
        ];

    /// <summary>One commune; null when the visitor does not answer for it.</summary>
    public async Task<AnsweredCommune?> OneAsync(Commune commune, CancellationToken cancellation)
    {
        var authority = (await AuthoritiesAsync(cancellation)).FirstOrDefault(one => gazetteer.CommunesOf(one).Any(own => own.Code == commune.Code));
        return authority is not null || Coordinates(commune) ? new AnsweredCommune(commune, authority) : null;
    }

    private async Task<List<Organisation>> AuthoritiesAsync(CancellationToken cancellation)
    {
        var own = visitor.OrganisationsAs(OrganisationRole.Recruiter);
        var found = await db.Organisations.AsNoTracking().Where(one => own.Contains(one.Id) && one.SuspendedAt == null).ToListAsync(cancellation);
        return [.. found.Where(one => one.Kind.IsAuthority()).OrderBy(one => one.Kind).ThenBy(one => one.SearchText, StringComparer.Ordinal)];
    }

    private IEnumerable<Commune> Coordinated() => visitor.Facts.Territories.Select(territories.Find).OfType<Territory>().SelectMany(territories.CommunesOf);

    private bool Coordinates(Commune commune) => visitor.Facts.Territories.Any(slug => territories.Of(commune)?.Slug == slug);
}
