using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.Professions;
using Releve.Core.Proposals;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Proposals;

/// <summary>The carers who fit what a viewer offers, without their names; and what became of proposals.</summary>
public sealed class CardsModel(AppDb db, FindMeetViewer find, ReadCards cards, ProfessionCatalogue professions, Visitor visitor, TimeProvider time)
    : MeetPage(visitor, time)
{
    private const int PageSize = 20;

    public override string Heading =>
        Viewer.IsAdmitted && Filter.Tab == CardFilter.Tabs[0] ? T.Count("Proposals.count", Counts[CardFilter.Tabs[0]]) : T["Proposals.meet"];

    public MeetViewer Viewer { get; private set; } = null!;
    public CardFilter Filter { get; private set; } = new();
    public IReadOnlyList<MeetNeed> Needs { get; private set; } = [];

    /// <summary>The cards of this page.</summary>
    public IReadOnlyList<ShownCard> Cards { get; private set; } = [];

    /// <summary>The proposals of this tab, the last one first.</summary>
    public IReadOnlyList<SentLine> Sent { get; private set; } = [];

    /// <summary>How many each tab has.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; private set; } = CardFilter.Tabs.ToDictionary(tab => tab, _ => 0);

    /// <summary>Professions that these cards show, by code.</summary>
    public IReadOnlyList<(string Code, string Name)> Professions { get; private set; } = [];

    /// <summary>Projects whose card a colleague has opened.</summary>
    public IReadOnlySet<Guid> Opened { get; private set; } = new HashSet<Guid>();

    /// <summary>How carers answer; shown once there is enough.</summary>
    public ProposalFigures Figures { get; private set; } = new(0, 0, 0);

    /// <summary>How many more proposals may be sent this week.</summary>
    public int Left { get; private set; }

    public int PageNumber { get; private set; } = 1;
    public int Pages { get; private set; } = 1;

    /// <summary>What has just been done; null when nothing was.</summary>
    public string? Done { get; private set; }

    public string Base => ProposalsLinks.Cards(Language, Viewer.Key);

    public override string AddressIn(Language language) => Filter.Under(ProposalsLinks.Cards(language, Viewer.Key), PageNumber);

    public async Task<IActionResult> OnGetAsync(string viewer, string? done, int page, CancellationToken cancellation)
    {
        if (await find.OneAsync(viewer, Now, cancellation) is not { } found)
        {
            return NotFound();
        }
        (Viewer, Filter) = (found, CardFilter.Read(Request.Query));
        Done = done is "kept" or "aside" or "free" ? done : null;
        if (Viewer.IsAdmitted)
        {
            await ReadAsync(page, cancellation);
        }
        return Page();
    }

    /// <summary>The address of another tab, with the same need.</summary>
    public string TabUrl(string tab) => new CardFilter { Tab = tab, Need = Filter.Need }.Under(Base);

    private async Task ReadAsync(int page, CancellationToken cancellation)
    {
        Needs = await cards.NeedsAsync(Viewer, Now, cancellation);
        if (Filter.Need is { } asked && Needs.All(need => need.Key != asked))
        {
            // A listing that has closed meanwhile, or none of theirs: all needs.
            Filter = Filter with
            {
                Need = null,
            };
        }
        var (by, viewerId) = (Viewer.By, Viewer.By.ViewerId);
        var sent = db.Proposals.AsNoTracking().SentBy(by);
        var marks = await db
            .CardMarks.AsNoTracking()
            .Where(one => one.ViewerId == viewerId)
            .ToDictionaryAsync(one => one.ProjectId, one => one.Kind, cancellation);
        Opened = (await db.CardLooks.Where(one => one.ViewerId == viewerId).Select(one => one.ProjectId).ToListAsync(cancellation)).ToHashSet();
        (Figures, Left) = (await ProposalFigures.OfAsync(db, by, Now, cancellation), await db.LeftThisWeekAsync(by, Now, cancellation));
        var all = await cards.RunAsync(Viewer, [.. Needs.Where(need => Filter.Need is null || need.Key == Filter.Need)], Now, cancellation);
        // Who waits for an answer, has one that is a yes, or a no not long ago, is not to discover.
        var busy = (await sent.KeepingFromAsking(Now).Select(one => one.ProjectId).ToListAsync(cancellation)).ToHashSet();
        var free = all.Where(one => !busy.Contains(one.Project.Id)).ToList();
        IReadOnlyList<ShownCard> Marked(CardMarkKind kind) => [.. free.Where(one => marks.TryGetValue(one.Project.Id, out var mark) && mark == kind)];
        var byTab = new Dictionary<string, IReadOnlyList<ShownCard>>(StringComparer.Ordinal)
        {
            ["discover"] = [.. free.Where(one => !marks.TryGetValue(one.Project.Id, out var mark) || mark != CardMarkKind.SetAside)],
            ["kept"] = Marked(CardMarkKind.Shortlisted),
            ["aside"] = Marked(CardMarkKind.SetAside),
        };
        var accepted = sent.Where(one => one.Status == ProposalStatus.Accepted);
        var others = sent.Where(one => one.Status != ProposalStatus.Accepted);
        var (agreed, proposed) = (await accepted.CountAsync(cancellation), await others.CountAsync(cancellation));
        Counts = CardFilter.Tabs.ToDictionary(
            tab => tab,
            tab =>
                byTab.TryGetValue(tab, out var list) ? list.Count
                : tab == "accepted" ? agreed
                : proposed
        );
        if (byTab.TryGetValue(Filter.Tab, out var chosen))
        {
            ShowCards(chosen, page);
        }
        else
        {
            await ShowSentAsync(Filter.Tab == "accepted" ? accepted : others, page, cancellation);
        }
    }

    private void ShowCards(IReadOnlyList<ShownCard> chosen, int page)
    {
        Professions =
        [
            .. chosen
                .SelectMany(one => one.Card.Professions)
                .Append(Filter.Profession)
                .OfType<string>()
                .Distinct()
                .Where(code => professions.Find(code) is not null)
                .Select(code => (code, professions.LabelOf(code, Language)))
                .OrderBy(one => one.Item2, StringComparer.Create(T.Culture, ignoreCase: true)),
        ];
        var taken = chosen.Where(one => Filter.Takes(one, Today)).ToList();
        Cut(taken.Count, page);
        Cards = [.. taken.Skip((PageNumber - 1) * PageSize).Take(PageSize)];
    }

    private async Task ShowSentAsync(IQueryable<Proposal> chosen, int page, CancellationToken cancellation)
    {
        Cut(Counts[Filter.Tab], page);
        var here = await chosen
            .OrderByDescending(one => one.SentAt)
            .ThenBy(one => one.Id)
            .Skip((PageNumber - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancellation);
        var listings = here.Select(one => one.ListingId).OfType<Guid>().Distinct().ToList();
        var titles = await db.Listings.AsNoTracking().Where(one => listings.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellation);
        var accepted = here.Where(one => one.Status == ProposalStatus.Accepted).Select(one => one.CarerId).OfType<Guid>().ToList();
        var names = await db.Accounts.AsNoTracking().Where(one => accepted.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellation);
        Sent =
        [
            .. here.Select(one => new SentLine(
                one,
                ProposalWording.NameOf(T, one, one.CarerId is { } carer ? names.GetValueOrDefault(carer) : null),
                one.ListingId is { } id && titles.TryGetValue(id, out var listing) ? listing.TextIn(Language).Title : null
            )),
        ];
    }

    private void Cut(int count, int page)
    {
        Pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        PageNumber = Math.Clamp(page, 1, Pages);
    }
}

/// <summary>A proposal in the list of those who sent it.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Name">The borrowed name, or the own one once accepted.</param>
/// <param name="Listing">The title of the listing that was proposed.</param>
public sealed record SentLine(Proposal Proposal, string Name, string? Listing);
