using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Memberships;
using Releve.Core.Professions;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Inbox;

/// <summary>A column of the board: a state, how many are in it, and the first of them.</summary>
public sealed record BoardColumn(ApplicationStatus Status, int Count, IReadOnlyList<InboxLine> Lines);

/// <summary>How many applications of an organisation are in which state, for colleagues who only look.</summary>
public sealed record CountsOf(string Organisation, IReadOnlyDictionary<ApplicationStatus, int> Counts);

/// <summary>Applications received, as a list or as a board.</summary>
public sealed class IndexModel(
    AppDb db,
    ReadInbox read,
    ReadInboxLines lines,
    AnswerApplication answer,
    ProfessionCatalogue professions,
    Visitor visitor,
    TimeProvider time
) : InboxPage(visitor, time)
{
    private const int PageSize = 25;
    private const int CardsInColumn = 20;
    private const int LongestLeaveDays = 366;

    private static readonly ApplicationStatus[] Columns =
    [
        ApplicationStatus.Submitted,
        ApplicationStatus.Viewed,
        ApplicationStatus.Shortlisted,
        ApplicationStatus.Interview,
        ApplicationStatus.Offered,
        ApplicationStatus.Accepted,
    ];

    /// <summary>Days of waiting that one can ask for.</summary>
    public static IReadOnlyList<int> Waits { get; } = [1, 3, .. RemindSilentRecipients.ReminderDays, RemindSilentRecipients.UnansweredDays];

    public override string Heading => T["Inbox.list"];

    public InboxFilter Filter { get; private set; } = new();
    public IReadOnlyList<InboxLine> Lines { get; private set; } = [];
    public IReadOnlyList<BoardColumn> Board { get; private set; } = [];
    public IReadOnlyDictionary<ApplicationStatus, int> Counts { get; private set; } = new Dictionary<ApplicationStatus, int>();
    public int Total { get; private set; }
    public int PageNumber { get; private set; } = 1;
    public int Pages { get; private set; } = 1;

    /// <summary>Listings that somebody applied to: reference, title.</summary>
    public IReadOnlyList<(string Reference, string Title)> Listings { get; private set; } = [];

    /// <summary>Organisations for which the visitor recruits: slug, name.</summary>
    public IReadOnlyList<(string Slug, string Name)> Organisations { get; private set; } = [];

    /// <summary>Professions of those who applied: code, name.</summary>
    public IReadOnlyList<(string Code, string Name)> Professions { get; private set; } = [];

    /// <summary>Organisations whose figures the visitor may see, but no person.</summary>
    public IReadOnlyList<CountsOf> OnlyCounted { get; private set; } = [];

    /// <summary>True when reminders go to the visitor, who can say to be away.</summary>
    public bool Recruits => Visitor.OrganisationsAs(OrganisationRole.Recruiter).Count > 0;

    /// <summary>True when the visitor publishes in own name, and has templates of the own.</summary>
    public bool PublishesInOwnName { get; private set; }

    /// <summary>True for whoever sees figures and receives nothing: a list that is always empty would say that nobody applied.</summary>
    public bool OnlyLooks => OnlyCounted.Count > 0 && !Recruits && Counts.Count == 0 && !Filter.IsNarrow;

    /// <summary>Last day of the visitor's absence; null when there.</summary>
    public DateOnly? AwayUntil { get; private set; }

    /// <summary>What was typed as such a day.</summary>
    public string? Away { get; private set; }

    /// <summary>What has just been done: "moved", "away", "back", or that "nobody" was ticked; null when nothing was.</summary>
    public string? Done { get; private set; }

    /// <summary>Somebody else was quicker.</summary>
    public bool IsOvertaken { get; private set; }

    private DateOnly Today => DateOnly.FromDateTime(Now);

    public override string AddressIn(Language language) => Filter.Under(InboxLinks.List(language), PageNumber);

    /// <summary>The address with another state.</summary>
    public string StateUrl(string state) => (Filter with { State = state, Board = false }).Under(InboxLinks.List(Language));

    /// <summary>The address as a list, or as a board.</summary>
    public string ViewUrl(bool board) => (Filter with { Board = board }).Under(InboxLinks.List(Language));

    /// <summary>How many are in a state that one can ask for.</summary>
    public int CountOf(string state) => InboxFilter.StatusesOf(state).Sum(status => Counts.GetValueOrDefault(status));

    public async Task OnGetAsync([FromQuery] int? page, string? done, CancellationToken cancellation)
    {
        Done = done is "moved" or "away" or "back" or "nobody" ? done : null;
        PageNumber = page ?? 1;
        await ShowAsync(cancellation);
    }

    /// <summary>A card of the board goes to another column.</summary>
    public async Task<IActionResult> OnPostMoveAsync(Guid application, string? to, string? seen, CancellationToken cancellation)
    {
        if (
            !Enum.TryParse<ApplicationStatus>(seen, out var from)
            || !Enum.TryParse<ApplicationStatus>(to, out var status)
            || !AnswerApplication.Moves.Contains(status)
        )
        {
            return await db.Applications.ReceivedBy(Me).AnyAsync(one => one.Id == application, cancellation)
                ? LocalRedirect(InboxLinks.One(Language, application))
                : NotFound();
        }
        if (AnswerApplication.NeedsWords(status))
        {
            // Words are written beside the application.
            return await db.Applications.ReceivedBy(Me).AnyAsync(one => one.Id == application, cancellation)
                ? LocalRedirect($"{InboxLinks.One(Language, application)}?to={status}#answer")
                : NotFound();
        }
        switch (await answer.RunAsync(application, Me, new Answer(status, from, Words: null), Now, cancellation))
        {
            case AnswerOutcome.Done:
                return LocalRedirect(With("done=moved"));
            case AnswerOutcome.Overtaken:
                IsOvertaken = true;
                await ShowAsync(cancellation);
                return Again(StatusCodes.Status409Conflict);
            default:
                return NotFound();
        }
    }

    /// <summary>The visitor is away until a day: no reminders; without a day, back.</summary>
    public async Task<IActionResult> OnPostAwayAsync(string? until, CancellationToken cancellation)
    {
        var account = Visitor.AccountId;
        Away = until;
        DateOnly? day = null;
        if (!string.IsNullOrWhiteSpace(until))
        {
            if (!DateOnly.TryParseExact(until, "yyyy-MM-dd", out var typed) || typed < Today || typed > Today.AddDays(LongestLeaveDays))
            {
                Refuse("until", T.With("Inbox.away.problem", ("day", Today.AddDays(14))));
                await ShowAsync(cancellation);
                return Again();
            }
            day = typed;
        }
        foreach (var membership in await db.Memberships.Where(one => one.AccountId == account).ToListAsync(cancellation))
        {
            membership.AwayUntil = day;
        }
        await db.SaveChangesAsync(cancellation);
        return LocalRedirect(With(day is null ? "done=back" : "done=away"));
    }

    private string With(string query)
    {
        var address = InboxFilter.Read(Request.Query).Under(InboxLinks.List(Language));
        return address + (address.Contains('?', StringComparison.Ordinal) ? '&' : '?') + query;
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        Filter = InboxFilter.Read(Request.Query);
        var (counts, found) = await read.RunAsync(Me, Filter, Now, cancellation);
        Counts = counts;
        Total = found.Count;
        if (Filter.Board)
        {
            await ShowBoardAsync(cancellation);
        }
        else
        {
            Pages = Math.Max(1, (Total + PageSize - 1) / PageSize);
            PageNumber = Math.Clamp(PageNumber, 1, Pages);
            Lines = await lines.RunAsync([.. found.Skip((PageNumber - 1) * PageSize).Take(PageSize).Select(one => one.Id)], Now, cancellation);
        }
        await ReadChoicesAsync(cancellation);
        await ReadCountsAsync(cancellation);
        var account = Visitor.AccountId;
        AwayUntil = await db.Memberships.Where(one => one.AccountId == account && one.AwayUntil >= Today).MaxAsync(one => one.AwayUntil, cancellation);
    }

    private async Task ShowBoardAsync(CancellationToken cancellation)
    {
        var (_, all) = await read.RunAsync(Me, Filter with { State = InboxFilter.All }, Now, cancellation);
        var shown = Columns.Select(status => (Status: status, Found: all.Where(one => one.Status == status).ToList())).ToList();
        var cards = (
            await lines.RunAsync([.. shown.SelectMany(column => column.Found.Take(CardsInColumn)).Select(one => one.Id)], Now, cancellation)
        ).ToDictionary(one => one.Application.Id);
        Board =
        [
            .. shown.Select(column => new BoardColumn(
                column.Status,
                column.Found.Count,
                [.. column.Found.Take(CardsInColumn).Where(one => cards.ContainsKey(one.Id)).Select(one => cards[one.Id])]
            )),
        ];
    }

    private async Task ReadChoicesAsync(CancellationToken cancellation)
    {
        var received = db.Applications.ReceivedBy(Me);
        var listings = await db
            .Listings.Where(listing => received.Any(one => one.ListingId == listing.Id))
            .Select(listing => new { listing.Reference, listing.Texts })
            .ToListAsync(cancellation);
        Listings =
        [
            .. listings
                .Select(one => (one.Reference, (one.Texts.FirstOrDefault(text => text.Language == Language) ?? one.Texts[0]).Title))
                .OrderBy(one => one.Title, StringComparer.Ordinal),
        ];
        var own = Visitor.OrganisationsAs(OrganisationRole.Recruiter);
        var organisations = await db
            .Organisations.Where(one => own.Contains(one.Id))
            .OrderBy(one => one.SearchText)
            .Select(one => new { one.Slug, one.Name })
            .ToListAsync(cancellation);
        Organisations = [.. organisations.Select(one => (one.Slug, one.Name))];
        PublishesInOwnName = await db.PublishesInOwnNameAsync(Visitor.AccountId, cancellation);
        var codes = await db
            .CarerProfiles.Where(profile => received.Any(one => one.AccountId == profile.AccountId))
            .Select(profile => profile.Professions)
            .ToListAsync(cancellation);
        Professions =
        [
            .. codes
                .SelectMany(one => one)
                .Distinct(StringComparer.Ordinal)
                .Where(code => professions.Find(code) is not null)
                .Select(code => (code, professions.LabelOf(code, Language)))
                .OrderBy(one => one.Item2, StringComparer.Ordinal),
        ];
    }

    private async Task ReadCountsAsync(CancellationToken cancellation)
    {
        var recruits = Visitor.OrganisationsAs(OrganisationRole.Recruiter);
        var looks = Visitor.OrganisationsAs(OrganisationRole.Viewer).Except(recruits).ToList();
        if (looks.Count == 0)
        {
            return;
        }
        var names = await db
            .Organisations.Where(one => looks.Contains(one.Id))
            .OrderBy(one => one.SearchText)
            .Select(one => new { one.Id, one.Name })
            .ToListAsync(cancellation);
        var counts = await db
            .Applications.Where(one => one.OrganisationId != null && looks.Contains(one.OrganisationId.Value) && one.Status != ApplicationStatus.Draft)
            .GroupBy(one => new { one.OrganisationId, one.Status })
            .Select(group => new
            {
                group.Key.OrganisationId,
                group.Key.Status,
                Count = group.Count(),
            })
            .ToListAsync(cancellation);
        OnlyCounted =
        [
            .. names.Select(one => new CountsOf(
                one.Name,
                counts.Where(count => count.OrganisationId == one.Id).ToDictionary(count => count.Status, count => count.Count)
            )),
        ];
    }
}
