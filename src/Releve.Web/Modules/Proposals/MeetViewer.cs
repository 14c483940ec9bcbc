using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.LifeProjects;
using Releve.Core.Matching;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.Core.Proposals;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Proposals;

/// <summary>For whom the visitor meets carers: an organisation, or the own project to found something.</summary>
/// <param name="Key">The organisation's slug, or <see cref="ProposalsLinks.OwnProject"/>.</param>
/// <param name="Name">How it is called to colleagues; null for a person.</param>
/// <param name="By">Who acts.</param>
/// <param name="Rules">The viewer as the rules of meeting know it.</param>
/// <param name="Organisation">The organisation; null for a person.</param>
/// <param name="Project">The person's own project; null for an organisation.</param>
/// <param name="CanAct">May propose, keep and set aside; else only look.</param>
public sealed record MeetViewer(string Key, string? Name, Proposer By, Viewer Rules, Organisation? Organisation, LifeProject? Project, bool CanAct)
{
    /// <summary>True when cards are shown at all: coordinators know the organisation, or the person's own project is shown.</summary>
    public bool IsAdmitted => Rules.Checked;

    /// <summary>A person who founds nothing any more: sees no card, and still what he or she sent.</summary>
    public static MeetViewer OfNobody(Guid account) =>
        new(
            ProposalsLinks.OwnProject,
            Name: null,
            new Proposer(account, OrganisationId: null),
            Viewer.Of(account, isShown: false, commune: ""),
            Organisation: null,
            Project: null,
            CanAct: true
        );
}

/// <summary>Finds for whom the visitor may meet carers.</summary>
public sealed class FindMeetViewer(AppDb db, CardSight sight, Visitor visitor)
{
    /// <summary>One of them; null when the visitor has nothing to do with it.</summary>
    public async Task<MeetViewer?> OneAsync(string key, DateTime now, CancellationToken cancellation)
    {
        if (key == ProposalsLinks.OwnProject)
        {
            return await OwnAsync(now, cancellation);
        }
        var own = visitor.OrganisationsAs(OrganisationRole.Viewer);
        var organisation = await db.Organisations.AsNoTracking().FirstOrDefaultAsync(one => one.Slug == key && own.Contains(one.Id), cancellation);
        return organisation is null ? null : await OfAsync(organisation, now, cancellation);
    }

    /// <summary>All of them: the organisations that the visitor serves, by name, and the own project.</summary>
    public async Task<IReadOnlyList<MeetViewer>> AllAsync(DateTime now, CancellationToken cancellation)
    {
        var own = visitor.OrganisationsAs(OrganisationRole.Viewer);
        var organisations = await db
            .Organisations.AsNoTracking()
            .Where(one => own.Contains(one.Id))
            .OrderBy(one => one.SearchText)
            .Take(200)
            .ToListAsync(cancellation);
        var all = new List<MeetViewer>();
        foreach (var organisation in organisations)
        {
            all.Add((await OfAsync(organisation, now, cancellation))!);
        }
        return await OwnAsync(now, cancellation) is { } person ? [person, .. all] : all;
    }

    private async Task<MeetViewer?> OfAsync(Organisation organisation, DateTime now, CancellationToken cancellation)
    {
        var by = new Proposer(visitor.AccountId, organisation.Id);
        return await sight.ViewerAsync(by, now, cancellation) is { } rules
            ? new MeetViewer(
                organisation.Slug,
                organisation.Name,
                by,
                rules,
                organisation,
                Project: null,
                visitor.Serves(organisation.Id, OrganisationRole.Recruiter)
            )
            : null;
    }

    private async Task<MeetViewer?> OwnAsync(DateTime now, CancellationToken cancellation)
    {
        var by = new Proposer(visitor.AccountId, OrganisationId: null);
        var project = await db.LifeProjects.AsNoTracking().FirstOrDefaultAsync(one => one.AccountId == by.AccountId, cancellation);
        return project is not null && await sight.ViewerAsync(by, now, cancellation) is { } rules
            ? new MeetViewer(ProposalsLinks.OwnProject, Name: null, by, rules, Organisation: null, project, CanAct: true)
            : null;
    }
}
