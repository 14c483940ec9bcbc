using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Memberships;
using Releve.Core.Places;
using Releve.Core.Publishing;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Publishing;

/// <summary>A publisher's listings: one of the visitor's organisations, or the visitor in person.</summary>
public sealed class IndexModel(AppDb db, Visitor visitor, TimeProvider time, Gazetteer gazetteer) : PublishingPage(db, visitor, time)
{
    private const int PageSize = 25;
    private const int SoonDays = 10;

    public override string Heading => T["Publishing.board"];

    /// <summary>The organisations that the visitor serves: slug, name.</summary>
    public IReadOnlyList<(string Slug, string Name)> Organisations { get; private set; } = [];

    /// <summary>The slug of the one that is shown; null for the visitor in person.</summary>
    public string? Shown { get; private set; }

    /// <summary>The name of the one that is shown; null for the visitor in person.</summary>
    public string? ShownName { get; private set; }

    /// <summary>Why the shown organisation is suspended; null when it is not.</summary>
    public string? Suspended { get; private set; }

    /// <summary>True when the visitor may publish for it.</summary>
    public bool MayPublish { get; private set; }

    public IReadOnlyList<ListingForm> Drafts { get; private set; } = [];
    public IReadOnlyList<BoardLine> Lines { get; private set; } = [];
    public int PageNumber { get; private set; }
    public int Pages { get; private set; }

    /// <summary>How many listings are in each state.</summary>
    public IReadOnlyDictionary<ListingStatus, int> Counts { get; private set; } = new Dictionary<ListingStatus, int>();

    /// <summary>How the shown organisation answers those who apply; null while nothing is known.</summary>
    public AnswerFigures? Answers { get; private set; }

    /// <summary>How many applications to the listings shown here, or to the publisher without one, wait for an answer.</summary>
    public int Unanswered { get; private set; }

    /// <summary>How many live ones expire within ten days.</summary>
    public int Soon { get; private set; }

    public override string AddressIn(Language language) => PublishingLinks.Board(Shown, language);

    public async Task<IActionResult> OnGetAsync(
        [FromQuery(Name = PublishingLinks.For)] string? publisher,
        [FromQuery(Name = "page")] int? page,
        CancellationToken cancellation
    )
    {
        var served = Visitor.OrganisationsAs(OrganisationRole.Viewer);
        var organisations = await Db
            .Organisations.AsNoTracking()
            .Where(one => served.Contains(one.Id))
            .OrderBy(one => one.SearchText)
            .Select(one => new
            {
                one.Id,
                one.Slug,
                one.Name,
                one.SuspendedAt,
                one.SuspensionReason,
            })
            .ToListAsync(cancellation);
        Organisations = [.. organisations.Select(one => (one.Slug, one.Name))];
        var shown = publisher is null ? organisations.FirstOrDefault() : organisations.Find(one => one.Slug == publisher);
        if (shown is null && publisher is not (null or PublishingLinks.OwnName))
        {
            return NotFound();
        }
        (Shown, ShownName, Suspended) = (shown?.Slug, shown?.Name, shown?.SuspendedAt is null ? null : shown.SuspensionReason ?? "");
        MayPublish = shown is null || Visitor.Serves(shown.Id, OrganisationRole.Recruiter);
        await ShowAsync(shown?.Id, page, cancellation);
        return Page();
    }

    private async Task ShowAsync(Guid? organisation, int? page, CancellationToken cancellation)
    {
        var account = Visitor.AccountId;
        var soon = Now.AddDays(SoonDays);
        if (MayPublish)
        {
            Drafts = await Db
                .ListingForms.AsNoTracking()
                .Where(form => form.AccountId == account && form.OrganisationId == organisation)
                .OrderByDescending(form => form.UpdatedAt)
                .Take(100)
                .ToListAsync(cancellation);
        }
        var listings = Served(OrganisationRole.Viewer).AsNoTracking().Where(one => one.OrganisationId == organisation);
        Counts = await listings
            .GroupBy(one => one.Status)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(one => one.Key, one => one.Count, cancellation);
        Soon = await listings.CountAsync(one => one.Status == ListingStatus.Live && one.ExpiresAt > Now && one.ExpiresAt <= soon, cancellation);
        Pages = Math.Max(1, (Counts.Values.Sum() + PageSize - 1) / PageSize);
        PageNumber = Math.Clamp(page ?? 1, 1, Pages);
        // What calls for a decision first: back from review, soon over, then what runs, what waits, what is over.
        var rows = await listings
            .OrderBy(one =>
                one.Status == ListingStatus.Draft ? 0
                : one.Status == ListingStatus.Live ? 1
                : one.Status == ListingStatus.InReview ? 2
                : one.Status == ListingStatus.Closed ? 3
                : 4
            )
            .ThenBy(one => one.Status == ListingStatus.Live ? one.ExpiresAt : null)
            .ThenByDescending(one => one.CreatedAt)
            .Skip((PageNumber - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancellation);
        var ids = rows.Select(one => one.Id).ToList();
        var views = await Db
            .ListingViews.Where(one => ids.Contains(one.ListingId))
            .GroupBy(one => one.ListingId)
            .Select(group => new { group.Key, Sum = group.Sum(one => one.Count) })
            .ToDictionaryAsync(one => one.Key, one => one.Sum, cancellation);
        var applications = await Received(organisation)
            .Where(one => one.ListingId != null && ids.Contains(one.ListingId.Value))
            .GroupBy(one => one.ListingId!.Value)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(one => one.Key, one => one.Count, cancellation);
        var waiting = await Waiting(organisation)
            .Where(one => one.ListingId != null && ids.Contains(one.ListingId.Value))
            .GroupBy(one => one.ListingId!.Value)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(one => one.Key, one => one.Count, cancellation);
        Unanswered = await Waiting(organisation).CountAsync(cancellation);
        Answers = organisation is null
            ? null
            : await Db.AnswerFigures.AsNoTracking().FirstOrDefaultAsync(one => one.OrganisationId == organisation, cancellation);
        Lines =
        [
            .. rows.Select(one =>
                Line(one, views.GetValueOrDefault(one.Id)) with
                {
                    Applications = applications.GetValueOrDefault(one.Id),
                    Unanswered = waiting.GetValueOrDefault(one.Id),
                }
            ),
        ];
    }

    private IQueryable<JobApplication> Received(Guid? organisation)
    {
        var account = Visitor.AccountId;
        return Db.Applications.Where(one =>
            one.Status != ApplicationStatus.Draft && (organisation == null ? one.PublisherId == account : one.OrganisationId == organisation)
        );
    }

    private IQueryable<JobApplication> Waiting(Guid? organisation)
    {
        var open = ApplicationTransitions.Open;
        return Received(organisation).Where(one => one.AnsweredAt == null && open.Contains(one.Status));
    }

    private BoardLine Line(Listing listing, int views) =>
        new(
            listing,
            listing.TextIn(Language).Title,
            gazetteer.Commune(listing.CommuneCode)?.NameIn(Language) ?? "",
            views,
            listing.Status == ListingStatus.Live && listing.ExpiresAt is { } end ? (int)Math.Ceiling((end - Now).TotalDays) : null
        );

    /// <summary>The title of a draft, as far as there is one.</summary>
    public string TitleOf(ListingForm form) =>
        form.Fields.GetValueOrDefault(FormText.Title) is [var title, ..] && CleanText.Line(title) is { } said ? said : T["Publishing.untitled"];

    /// <summary>The address of a page of this list.</summary>
    public string PageUrl(int page) =>
        PublishingLinks.Board(Shown, Language) + (page == 1 ? "" : "&page=" + page.ToString(System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>A listing on the board.</summary>
/// <param name="DaysLeft">Days until it expires, when it is live.</param>
public sealed record BoardLine(Listing Listing, string Title, string Place, int Views, int? DaysLeft)
{
    /// <summary>How many people applied.</summary>
    public int Applications { get; init; }

    /// <summary>How many of them wait for an answer.</summary>
    public int Unanswered { get; init; }

    /// <summary>True when it is time to extend or close it.</summary>
    public bool EndsSoon => DaysLeft is <= 10;
}
