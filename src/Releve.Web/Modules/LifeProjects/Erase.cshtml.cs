using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Core.Privacy;
using Releve.Core.Proposals;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.LifeProjects;

/// <summary>Erasing my life project while my account stays: what goes is said before the button.</summary>
[Authorize(Access.SignedIn)]
public sealed class EraseModel(AppDb db, EraseLifeProject erase, Visitor visitor, TimeProvider time) : SitePage
{
    private readonly DateTime now = time.GetUtcNow().UtcDateTime;

    public override string Title => T["LifeProjects.erase"];

    public override bool Indexed => false;

    /// <summary>Where it stands: one that is open may rest instead.</summary>
    public LifeProjectStatus Status { get; private set; }

    /// <summary>How many proposals wait for my answer.</summary>
    public int Waiting { get; private set; }

    /// <summary>How many that I sent wait for an answer.</summary>
    public int Sent { get; private set; }

    /// <summary>How many were accepted, by me or by those whom I asked: these stay.</summary>
    public int Agreed { get; private set; }

    /// <summary>True when there are organisations or people who never see it.</summary>
    public bool Hides { get; private set; }

    /// <summary>The couple, or the invitation to be one; null when there is neither.</summary>
    public Couple? Couple { get; private set; }

    /// <summary>The other one's name; null as long as nobody consented.</summary>
    public string? Other { get; private set; }

    public override string AddressIn(Language language) => LifeProjectsLinks.ErasePath.In(language);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var own = visitor.AccountId;
        var project = await db
            .LifeProjects.Where(one => one.AccountId == own)
            .Select(one => new
            {
                one.Status,
                one.HiddenFrom,
                one.HiddenFromPeople,
            })
            .SingleOrDefaultAsync(cancellation);
        if (project is null)
        {
            return LocalRedirect(LifeProjectsLinks.ProjectPath.In(Language));
        }
        (Status, Hides) = (project.Status, project.HiddenFrom.Length + project.HiddenFromPeople.Length > 0);
        Waiting = await db.Proposals.Where(one => one.CarerId == own).OpenOn(now).CountAsync(cancellation);
        Sent = await db.Proposals.SentBy(new Proposer(own, OrganisationId: null)).OpenOn(now).CountAsync(cancellation);
        Agreed = await db.Proposals.CountAsync(one => one.Status == ProposalStatus.Accepted && (one.CarerId == own || one.ProposerId == own), cancellation);
        Couple = await db.Couples.AsNoTracking().OfPerson(own).OrderByDescending(one => one.SecondId != null).FirstOrDefaultAsync(cancellation);
        if (Couple?.OtherOf(own) is { } other)
        {
            Other = (await db.Accounts.AsNoTracking().SingleAsync(one => one.Id == other, cancellation)).DisplayName;
        }
        return Page();
    }

    /// <summary>Erases it; pressed twice it is erased once.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await erase.RunAsync(visitor.AccountId, now, cancellation);
        return LocalRedirect(LifeProjectsLinks.Erased(Language));
    }
}
