using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Core.Places;
using Releve.Core.Proposals;
using Releve.Web.Modules.LifeProjects;
using Releve.Web.Modules.Matching;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Proposals;

/// <summary>One card: what a carer wishes, held against what is offered, and what one may do about it.</summary>
public sealed class CardModel(
    AppDb db,
    FindMeetViewer find,
    ReadCards cards,
    ReadReasons reasons,
    LookAtCard look,
    MarkCard mark,
    Gazetteer gazetteer,
    Visitor visitor,
    TimeProvider time
) : MeetPage(visitor, time)
{
    private const int MostOthers = 12;

    public override string Heading => Shown is null ? T["Proposals.quota"] : T.NameOf(Shown.Card.Bird);

    public MeetViewer Viewer { get; private set; } = null!;

    /// <summary>The card; null when no more may be opened this week.</summary>
    public ShownCard? Shown { get; private set; }

    public ReasonTable? Table { get; private set; }

    /// <summary>How the table of reasons speaks to those who look.</summary>
    public ReasonTitles Titles =>
        new(
            T["Proposals.score"],
            T["Proposals.compare"],
            T.With("Proposals.compare.wishes-of", ("name", T.NameOf(Shown!.Card.Bird))),
            T["Proposals.compare.you-offer"]
        );

    /// <summary>The commune of what is offered.</summary>
    public string Place => gazetteer.Commune(Shown!.Offer.CommuneCode) is { } commune ? gazetteer.Label(commune, Language) : "";

    public CardMarkKind? Mark { get; private set; }

    /// <summary>The last proposal to this carer; null when there was none.</summary>
    public Proposal? Sent { get; private set; }

    /// <summary>Other cards for the same need.</summary>
    public IReadOnlyList<ShownCard> Others { get; private set; } = [];

    public IReadOnlySet<Guid> Opened { get; private set; } = new HashSet<Guid>();

    /// <summary>The need that was asked for; null for the one that fits best.</summary>
    public string? Need { get; private set; }

    public string Seal { get; private set; } = "";
    public ProposalFigures Figures { get; private set; } = new(0, 0, 0);

    /// <summary>What has just been done; null when nothing was.</summary>
    public string? Done { get; private set; }

    /// <summary>True while a proposal may be made: none waits, none was refused not long ago.</summary>
    public bool CanPropose => Viewer.CanAct && Sent?.KeepsFromAsking(Now) != true;

    public override string AddressIn(Language language) => WithNeed(ProposalsLinks.Card(language, Viewer.Key, Seal));

    /// <summary>An address with the need that was asked for.</summary>
    public string WithNeed(string url) => new CardFilter { Need = Need }.Under(url);

    public async Task<IActionResult> OnGetAsync(string viewer, Guid seal, string? done, CancellationToken cancellation)
    {
        Done = done is "kept" or "aside" or "free" ? done : null;
        if (await LoadAsync(viewer, seal, cancellation) is not { } card)
        {
            return NotFound();
        }
        if (await look.RunAsync(Viewer.By, card.Project.Id, card.Card.Address, Now, cancellation) is var outcome && outcome == LookOutcome.Gone)
        {
            return NotFound();
        }
        if (outcome == LookOutcome.QuotaReached)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }
        Shown = card;
        Table = await reasons.OfAsync(card, cancellation);
        await ReadAroundAsync(card, cancellation);
        return Page();
    }

    /// <summary>Keeps the card, sets it aside, or frees it again.</summary>
    public async Task<IActionResult> OnPostMarkAsync(string viewer, Guid seal, string? kind, CancellationToken cancellation)
    {
        if (await LoadAsync(viewer, seal, cancellation) is not { } card || !Viewer.CanAct)
        {
            return NotFound();
        }
        CardMarkKind? wanted = kind switch
        {
            "kept" => CardMarkKind.Shortlisted,
            "aside" => CardMarkKind.SetAside,
            _ => null,
        };
        await mark.RunAsync(Viewer.By.ViewerId, card.Project.Id, wanted, Now, cancellation);
        var done = wanted is null ? "free" : kind;
        var url = wanted == CardMarkKind.SetAside ? ProposalsLinks.Cards(Language, Viewer.Key) : ProposalsLinks.Card(Language, Viewer.Key, Seal);
        url = WithNeed(url);
        return LocalRedirect(url + (url.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "done=" + done);
    }

    private async Task<ShownCard?> LoadAsync(string viewer, Guid seal, CancellationToken cancellation)
    {
        if (await find.OneAsync(viewer, Now, cancellation) is not { } found)
        {
            return null;
        }
        (Viewer, Seal) = (found, seal.ToString("N"));
        var needs = await cards.NeedsAsync(found, Now, cancellation);
        var asked = CardFilter.Read(Request.Query).Need;
        Need = needs.Any(need => need.Key == asked) ? asked : null;
        return await cards.OneAsync(found, seal, [.. needs.Where(need => Need is null || need.Key == Need)], Now, cancellation);
    }

    private async Task ReadAroundAsync(ShownCard card, CancellationToken cancellation)
    {
        var (viewer, project) = (Viewer.By.ViewerId, card.Project.Id);
        Mark = await db
            .CardMarks.Where(one => one.ViewerId == viewer && one.ProjectId == project)
            .Select(one => (CardMarkKind?)one.Kind)
            .FirstOrDefaultAsync(cancellation);
        var sent = db.Proposals.AsNoTracking().SentBy(Viewer.By);
        Sent = await sent.Where(one => one.ProjectId == project).OrderByDescending(one => one.SentAt).FirstOrDefaultAsync(cancellation);
        Figures = await ProposalFigures.OfAsync(db, Viewer.By, Now, cancellation);
        Opened = (await db.CardLooks.Where(one => one.ViewerId == viewer).Select(one => one.ProjectId).ToListAsync(cancellation)).ToHashSet();
        var aside = await db
            .CardMarks.Where(one => one.ViewerId == viewer && one.Kind == CardMarkKind.SetAside)
            .Select(one => one.ProjectId)
            .ToListAsync(cancellation);
        var busy = await sent.KeepingFromAsking(Now).Select(one => one.ProjectId).ToListAsync(cancellation);
        var needs = await cards.NeedsAsync(Viewer, Now, cancellation);
        var others = await cards.RunAsync(Viewer, [.. needs.Where(need => Need is null || need.Key == Need)], Now, cancellation);
        Others = [.. others.Where(one => one.Project.Id == project || !aside.Contains(one.Project.Id) && !busy.Contains(one.Project.Id)).Take(MostOthers)];
    }
}
