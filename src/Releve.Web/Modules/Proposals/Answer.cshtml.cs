using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Core.Matching;
using Releve.Core.Proposals;
using Releve.Web.Modules.Conversations;
using Releve.Web.Modules.Matching;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Proposals;

/// <summary>One proposal, for the carer: what, from whom, why it fits, until when, what a yes shows to whom; and the four answers.</summary>
public sealed class AnswerModel(AppDb db, ReadReceived read, ReadReasons reasons, AnswerProposal answer, MatchIndex index, Visitor visitor, TimeProvider time)
    : MeetPage(visitor, time)
{
    private const int LongestName = 100;

    public override string Heading => T.With("Proposals.from", ("name", Received.From));

    /// <summary>How one says no.</summary>
    public static IReadOnlyList<ProposalRefusal> Refusals { get; } = [ProposalRefusal.NotNow, ProposalRefusal.No, ProposalRefusal.NeverAgain];

    [BindProperty]
    public string? How { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? GivenName { get; set; }

    [BindProperty]
    public string? FamilyName { get; set; }

    public ReceivedProposal Received { get; private set; } = null!;
    public ReasonTable? Table { get; private set; }

    /// <summary>How the table of reasons speaks to the carer.</summary>
    public ReasonTitles Titles => new(T["Proposals.score.own"], T["Proposals.compare"], T["Proposals.compare.you-wish"], T["Proposals.compare.they-offer"]);

    /// <summary>The own name, as it would be shown; null when none was said yet.</summary>
    public string? OwnName { get; private set; }

    /// <summary>What of the profile they would read besides the name, as keys of texts.</summary>
    public IReadOnlyList<string> Shows { get; private set; } = [];

    /// <summary>What has just been done; null when nothing was.</summary>
    public string? Done { get; private set; }

    /// <summary>It has ended meanwhile: the page shows how it stands now.</summary>
    public bool IsOvertaken { get; private set; }

    public Proposal Proposal => Received.Proposal;
    public bool IsOpen => Received.IsAnswerable(Now);

    public override string AddressIn(Language language) => ProposalsLinks.Answer(language, Proposal.Id);

    public async Task<IActionResult> OnGetAsync(Guid id, string? done, CancellationToken cancellation)
    {
        await answer.SeeAsync(id, Visitor.AccountId, Now, cancellation);
        Done = done is "declined" or "never" ? done : null;
        return await LoadAsync(id, cancellation) ? Page() : NotFound();
    }

    /// <summary>Accepts; who has said no name yet says it with the acceptance.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }
        if (OwnName is null && IsOpen && !await TakeNameAsync(cancellation))
        {
            return Again();
        }
        return await answer.AcceptAsync(id, Visitor.AccountId, Now, cancellation) switch
        {
            ProposalOutcome.Done => LocalRedirect(ConversationsLinks.Of(Language, id)),
            ProposalOutcome.NotFound => NotFound(),
            _ => await OvertakenAsync(id, cancellation),
        };
    }

    /// <summary>Says no.</summary>
    public async Task<IActionResult> OnPostDeclineAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }
        var refusal = Refusals.Select(one => (ProposalRefusal?)one).FirstOrDefault(one => one.ToString() == How);
        if (refusal is null)
        {
            Refuse("how", T["Proposals.how.missing"]);
        }
        var reason = CleanText.Paragraphs(Reason);
        await CheckReasonAsync(reason, cancellation);
        if (Errors.Count > 0)
        {
            return Again();
        }
        return await answer.DeclineAsync(id, Visitor.AccountId, refusal!.Value, reason, Now, cancellation) switch
        {
            ProposalOutcome.Done => LocalRedirect(
                $"{ProposalsLinks.Answer(Language, id)}?done={(refusal == ProposalRefusal.NeverAgain ? "never" : "declined")}"
            ),
            ProposalOutcome.NotFound => NotFound(),
            _ => await OvertakenAsync(id, cancellation),
        };
    }

    // Who says no stays unknown: words that would say who it is are pointed out before they go.
    private async Task CheckReasonAsync(string? reason, CancellationToken cancellation)
    {
        if (reason is null)
        {
            return;
        }
        if (reason.Length > AnswerProposal.LongestReason)
        {
            Refuse("reason", T.With("Proposals.problem.too-long", ("words", AnswerProposal.LongestReason)));
        }
        var own = Visitor.AccountId;
        var account = await db.Accounts.AsNoTracking().SingleAsync(one => one.Id == own, cancellation);
        string[] names = [.. new[] { account.GivenName, account.FamilyName }.OfType<string>()];
        foreach (var problem in OfferCheck.OfWords("reason", reason, names).Where(one => one.Key != "discrimination"))
        {
            Refuse("reason", T.With("Proposals.reason." + (problem.Key == "own-name" ? "name" : "contact"), ("words", problem.Words)));
        }
    }

    private async Task<bool> TakeNameAsync(CancellationToken cancellation)
    {
        var (given, family) = (CleanText.Line(GivenName), CleanText.Line(FamilyName));
        foreach (var (field, name) in new[] { ("given-name", given), ("family-name", family) })
        {
            if (name is null || name.Length > LongestName)
            {
                Refuse(field, name is null ? T["Proposals.name.missing"] : T.With("Proposals.problem.too-long", ("words", LongestName)));
            }
        }
        if (Errors.Count > 0)
        {
            return false;
        }
        var own = Visitor.AccountId;
        (await db.Accounts.SingleAsync(one => one.Id == own, cancellation)).Rename(given, family);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    private async Task<IActionResult> OvertakenAsync(Guid id, CancellationToken cancellation)
    {
        await LoadAsync(id, cancellation);
        IsOvertaken = true;
        return Again(StatusCodes.Status409Conflict);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        var own = Visitor.AccountId;
        if (await read.OneAsync(id, own, cancellation) is not { } received)
        {
            return false;
        }
        Received = received;
        var account = await db.Accounts.AsNoTracking().SingleAsync(one => one.Id == own, cancellation);
        OwnName = ProfileView.NameOf(account);
        Shows = await ShowsAsync(own, cancellation);
        await index.ReadyAsync;
        var wishes = await db.LifeProjects.AsNoTracking().FirstOrDefaultAsync(one => one.AccountId == own, cancellation);
        if (wishes is not null && OfferOf(received) is { } offer)
        {
            Table = await reasons.OfAsync(wishes.Wishes, offer, cancellation);
        }
        return true;
    }

    private Offer? OfferOf(ReceivedProposal received) =>
        received.ProposerProject is { } founder ? index.OfferOfProject(founder.Id)
        : received.Proposal.ListingId is { } listing && index.OfferOf(listing) is { } offer ? offer
        : received.Organisation is { } organisation && index.OfferOfCommune(organisation.CommuneCode) is { } place ? place with { Professions = [] }
        : null;

    private async Task<IReadOnlyList<string>> ShowsAsync(Guid own, CancellationToken cancellation)
    {
        if (await db.CarerProfiles.AsNoTracking().FirstOrDefaultAsync(one => one.AccountId == own, cancellation) is not { } profile)
        {
            return [];
        }
        var open = profile.Visibility;
        return
        [
            "profile",
            .. new[] { ("contact", open.Contact), ("about", open.About) }.Where(part => part.Item2 != Audience.Nobody).Select(part => part.Item1),
        ];
    }
}
