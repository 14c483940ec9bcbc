using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.Proposals;
using Releve.Web.Modules.LifeProjects;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Proposals;

/// <summary>A concrete proposal to somebody whose name is hidden.</summary>
public sealed class ProposeModel(AppDb db, FindMeetViewer find, ReadCards cards, LookAtCard look, SendProposal send, Visitor visitor, TimeProvider time)
    : MeetPage(visitor, time)
{
    public override string Heading => T.With("Proposals.propose.to", ("name", T.NameOf(Shown.Card.Bird)));

    /// <summary>The id of the proposal: pressed twice, the button sends one.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public OfferForm Form { get; set; } = new();

    /// <summary>The listing's reference, or the word for the whole territory.</summary>
    [BindProperty(Name = ProposalsLinks.ListingQuery, SupportsGet = true)]
    public string? Need { get; set; }

    public MeetViewer Viewer { get; private set; } = null!;
    public ShownCard Shown { get; private set; } = null!;
    public IReadOnlyList<MeetNeed> Needs { get; private set; } = [];
    public IReadOnlyList<ProposalTemplate> Templates { get; private set; } = [];

    /// <summary>The template that was put into the form.</summary>
    public Guid? Template { get; private set; }

    /// <summary>How many more may be sent this week.</summary>
    public int Left { get; private set; }

    /// <summary>Why it was not sent, though nothing is wrong with it; null when it was.</summary>
    public SendProposalOutcome? Refused { get; private set; }

    /// <summary>True for an organisation: a person does not say whom to call before both are known.</summary>
    public bool IsNamed => Viewer.Organisation is not null;

    public string Back => ProposalsLinks.Card(Language, Viewer.Key, Shown.Seal);

    public override string AddressIn(Language language) => new CardFilter { Need = Need }.Under(ProposalsLinks.Propose(language, Viewer.Key, Shown.Seal));

    public async Task<IActionResult> OnGetAsync(string viewer, Guid seal, Guid? template, CancellationToken cancellation)
    {
        if (!await LoadAsync(viewer, seal, cancellation))
        {
            return NotFound();
        }
        if (await look.RunAsync(Viewer.By, Shown.Project.Id, Shown.Card.Address, Now, cancellation) != LookOutcome.Opened)
        {
            return LocalRedirect(Back);
        }
        Id = NewId();
        Need ??= Shown.Need.Key;
        if (Templates.FirstOrDefault(one => one.Id == template) is { } chosen)
        {
            (Template, Form) = (chosen.Id, OfferForm.Of(chosen.Offer));
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string viewer, Guid seal, CancellationToken cancellation)
    {
        if (!await LoadAsync(viewer, seal, cancellation))
        {
            // A second press after the carer closed the project: what was sent is shown, the rest is not found.
            return await WasSentAsync(viewer, cancellation) ? LocalRedirect(ProposalsLinks.Sent(Language, Id) + "?done=sent") : NotFound();
        }
        var problems = new List<OfferProblem>();
        var offer = Form.Read(IsNamed, problems);
        var names = IsNamed ? [] : await OwnNamesAsync(cancellation);
        foreach (var problem in problems.Concat(offer.Problems(Today, names)))
        {
            Refuse(problem.Field, T.With("Proposals.problem." + problem.Key, ("words", problem.Words)));
        }
        var need = Needs.FirstOrDefault(one => one.Key == Need);
        if (need is null && Needs.Count > 0)
        {
            Refuse(ProposalsLinks.ListingQuery, T["Proposals.need.gone"]);
        }
        if (Errors.Count > 0)
        {
            return Again();
        }
        if (Id == Guid.Empty)
        {
            Id = NewId();
        }
        var outcome = await send.RunAsync(new TypedProposal(Id, Shown.Project.Id, need?.Listing?.Id, offer), Viewer.By, Now, cancellation);
        switch (outcome)
        {
            case SendProposalOutcome.Sent:
                return LocalRedirect(ProposalsLinks.Sent(Language, Id) + "?done=sent");
            case SendProposalOutcome.NotFound:
                return NotFound();
            default:
                Refused = outcome;
                return Again(outcome == SendProposalOutcome.QuotaReached ? StatusCodes.Status429TooManyRequests : StatusCodes.Status409Conflict);
        }
    }

    private async Task<bool> LoadAsync(string viewer, Guid seal, CancellationToken cancellation)
    {
        if (await find.OneAsync(viewer, Now, cancellation) is not { CanAct: true } found)
        {
            return false;
        }
        Viewer = found;
        Needs = await cards.NeedsAsync(found, Now, cancellation);
        if (await cards.OneAsync(found, seal, [.. Needs.OrderByDescending(need => need.Key == Need)], Now, cancellation) is not { } shown)
        {
            return false;
        }
        Shown = shown;
        Left = await db.LeftThisWeekAsync(found.By, Now, cancellation);
        if (found.Organisation is { } organisation)
        {
            Templates = await db
                .ProposalTemplates.AsNoTracking()
                .Where(one => one.OrganisationId == organisation.Id)
                .OrderBy(one => one.Name)
                .ThenBy(one => one.Id)
                .ToListAsync(cancellation);
        }
        return true;
    }

    private async Task<bool> WasSentAsync(string viewer, CancellationToken cancellation) =>
        await find.OneAsync(viewer, Now, cancellation) is { } found && await db.Proposals.SentBy(found.By).AnyAsync(one => one.Id == Id, cancellation);

    private async Task<string[]> OwnNamesAsync(CancellationToken cancellation)
    {
        var own = Visitor.AccountId;
        var account = await db.Accounts.AsNoTracking().SingleAsync(one => one.Id == own, cancellation);
        return [.. new[] { account.GivenName, account.FamilyName }.OfType<string>()];
    }
}
