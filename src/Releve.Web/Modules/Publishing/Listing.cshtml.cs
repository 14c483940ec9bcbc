using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Memberships;
using Releve.Core.Places;
using Releve.Core.Publishing;
using Releve.Web.Modules.Matching;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Publishing;

/// <summary>One listing as its publisher sees it: how it stands, what was done to it, what can be done now.</summary>
public sealed class ListingModel(
    AppDb db,
    Visitor visitor,
    TimeProvider time,
    StartForm start,
    CloseListing close,
    AnswerLetters letters,
    Gazetteer gazetteer,
    FieldWords words,
    FindBundles bundles
) : PublishingPage(db, visitor, time)
{
    /// <summary>What its publisher can say became of it; that it expired only the site says.</summary>
    public static IReadOnlyList<CloseOutcome> Outcomes { get; } = [CloseOutcome.FilledHere, CloseOutcome.FilledElsewhere, CloseOutcome.Withdrawn];

    public override string Heading => Listing.TextIn(Language).Title;

    public Listing Listing { get; private set; } = null!;
    public string Place { get; private set; } = "";

    /// <summary>For whom; null in own name.</summary>
    public (string Slug, string Name)? Publisher { get; private set; }

    /// <summary>True when the visitor may change it; viewers only look.</summary>
    public bool MayChange { get; private set; }

    /// <summary>It has just been published or changed.</summary>
    public bool Done { get; private set; }

    /// <summary>It has just been extended.</summary>
    public bool Extended { get; private set; }

    public int Views { get; private set; }
    public int ViewsOfWeek { get; private set; }
    public IReadOnlyList<ListingTransition> Steps { get; private set; } = [];
    public IReadOnlyList<RevisionLine> Revisions { get; private set; } = [];

    /// <summary>What its publisher says became of it, while the words for those who applied are written.</summary>
    public CloseOutcome? Chosen { get; private set; }

    /// <summary>How many people the closing answers.</summary>
    public int Waiting { get; private set; }

    /// <summary>What these people read.</summary>
    public string? Said { get; private set; }

    /// <summary>Applications received, and how many of them wait for an answer.</summary>
    public (int All, int Unanswered) Applications { get; private set; }

    /// <summary>Why a coordinator gave it back; null when none did.</summary>
    public string? GivenBack { get; private set; }

    /// <summary>The id of the form that a copy opens: pressed twice, the button opens one.</summary>
    public Guid Copy { get; private set; }

    /// <summary>Part-time posts of others with which this one would make a whole one.</summary>
    public IReadOnlyList<BundleView> Bundles { get; private set; } = [];

    public bool IsOpen => Listing.IsOpen(Now);
    public bool CanEdit => MayChange && Listing.Status is ListingStatus.Draft or ListingStatus.InReview or ListingStatus.Live;
    public bool CanClose => MayChange && Listing.CanBecome(ListingStatus.Closed);

    /// <summary>It ended by the clock, and nobody has said yet what became of it.</summary>
    public bool CanTellOutcome => MayChange && Listing.CanTellOutcome;

    public override string AddressIn(Language language) => PublishingLinks.Listing(Listing.Reference, language);

    public async Task<IActionResult> OnGetAsync(string reference, bool done, bool extended, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, OrganisationRole.Viewer, cancellation))
        {
            return NotFound();
        }
        (Done, Extended) = (done, extended && IsOpen);
        Bundles = await bundles.OfEmployerAsync(Listing, Now, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostEditAsync(string reference, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, OrganisationRole.Recruiter, cancellation))
        {
            return NotFound();
        }
        if (!CanEdit)
        {
            return Back();
        }
        var form = await start.EditAsync(Visitor.AccountId, Listing, Language, Now, cancellation);
        return LocalRedirect(PublishingLinks.Form(form.Id, FormStep.Essentials, Language));
    }

    public async Task<IActionResult> OnPostCloneAsync(string reference, Guid copy, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, OrganisationRole.Recruiter, cancellation))
        {
            return NotFound();
        }
        var form = await start.CloneAsync(copy, Visitor.AccountId, Listing, Language, Now, cancellation);
        return LocalRedirect(PublishingLinks.Form(form.Id, FormStep.Essentials, Language));
    }

    public async Task<IActionResult> OnPostExtendAsync(string reference, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, OrganisationRole.Recruiter, cancellation))
        {
            return NotFound();
        }
        if (!IsOpen)
        {
            return Back();
        }
        Listing.Extend(Now);
        await SaveAsync(cancellation);
        return LocalRedirect(PublishingLinks.Extended(Listing.Reference, Language));
    }

    /// <summary>
    /// Closes it with its outcome; for one that the clock has closed, the outcome alone. Where people still wait for an
    /// answer, the words that they will read are shown first.
    /// </summary>
    public async Task<IActionResult> OnPostCloseAsync(string reference, string? outcome, string? said, bool read, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, OrganisationRole.Recruiter, cancellation))
        {
            return NotFound();
        }
        var chosen = Outcomes.FirstOrDefault(one => one.ToString() == outcome, CloseOutcome.Expired);
        if (chosen == CloseOutcome.Expired)
        {
            Refuse("outcome", T["Publishing.close.missing"]);
            return Again();
        }
        if (!CanClose && !CanTellOutcome)
        {
            return Back();
        }
        Waiting = await CloseListing.Answered(Db.Applications, Listing.Id, chosen).CountAsync(cancellation);
        var usual = letters.Closing(chosen, Language);
        if (Waiting > 0 && !read)
        {
            (Chosen, Said) = (chosen, usual);
            return Page();
        }
        var typed = CleanText.Paragraphs(said);
        if (typed is not null && ProblemOf(typed) is { } problem)
        {
            (Chosen, Said) = (chosen, said);
            Refuse("said", problem);
            return Again();
        }
        // The usual words left as they are go to each person in his or her own language.
        await close.RunAsync(Listing.Id, chosen, typed == CleanText.Paragraphs(usual) ? null : typed, Visitor.AccountId, Now, cancellation);
        return Back();
    }

    private string? ProblemOf(string typed) =>
        typed.Length > AnswerWords.LongestTyped ? T.With("Publishing.close.words.long", ("most", AnswerWords.LongestTyped))
        : AnswerWords.Unknown(typed) is [var unknown, ..] ? T.With("Publishing.close.words.unknown", ("place", "{" + unknown + "}"), ("places", PlacesSaid))
        : null;

    /// <summary>The places that words may have, as they are typed.</summary>
    public string PlacesSaid => T.List([.. AnswerWords.Places.Select(place => "{" + place + "}")]);

    private LocalRedirectResult Back() => LocalRedirect(PublishingLinks.Listing(Listing.Reference, Language));

    private async Task SaveAsync(CancellationToken cancellation)
    {
        try
        {
            await Db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The same button pressed twice, or a colleague at the same moment: the page shows how it stands now.
        }
    }

    private async Task<bool> LoadAsync(string reference, OrganisationRole role, CancellationToken cancellation)
    {
        var listing = await Served(role).FirstOrDefaultAsync(one => one.Reference == reference, cancellation);
        if (listing is null)
        {
            return false;
        }
        Listing = listing;
        Place = gazetteer.Commune(listing.CommuneCode)?.NameIn(Language) ?? "";
        MayChange = listing.OrganisationId is not { } id || Visitor.Serves(id, OrganisationRole.Recruiter);
        Copy = Guid.CreateVersion7(new DateTimeOffset(Now, TimeSpan.Zero));
        await ReadHistoryAsync(cancellation);
        return true;
    }

    private async Task ReadHistoryAsync(CancellationToken cancellation)
    {
        var id = Listing.Id;
        if (Listing.OrganisationId is { } organisation)
        {
            var known = await Db.Organisations.Where(one => one.Id == organisation).Select(one => new { one.Slug, one.Name }).SingleAsync(cancellation);
            Publisher = (known.Slug, known.Name);
        }
        var week = DateOnly.FromDateTime(Now).AddDays(-6);
        var views = await Db.ListingViews.AsNoTracking().Where(one => one.ListingId == id).ToListAsync(cancellation);
        (Views, ViewsOfWeek) = (views.Sum(one => one.Count), views.Where(one => one.Day >= week).Sum(one => one.Count));
        var received = Db.Applications.Where(one => one.ListingId == id && one.Status != ApplicationStatus.Draft);
        var open = ApplicationTransitions.Open;
        Applications = (
            await received.CountAsync(cancellation),
            await received.CountAsync(one => one.AnsweredAt == null && open.Contains(one.Status), cancellation)
        );
        Steps = await Db.ListingTransitions.AsNoTracking().Where(one => one.ListingId == id).OrderBy(one => one.At).ToListAsync(cancellation);
        GivenBack = Listing.Status == ListingStatus.Draft ? Steps.LastOrDefault(step => step.To == ListingStatus.Draft)?.Reason : null;
        var revisions = await (
            from revision in Db.ListingRevisions.AsNoTracking()
            join account in Db.Accounts on revision.By equals account.Id into authors
            from author in authors.DefaultIfEmpty()
            where revision.ListingId == id
            orderby revision.At descending
            select new { revision, author }
        )
            .Take(50)
            .ToListAsync(cancellation);
        Revisions =
        [
            .. revisions.Select(one => new RevisionLine(
                one.revision,
                one.author?.DisplayName,
                T.List([.. one.revision.Changed.Where(name => KindFields.Find(Listing.Kind, name) is not null).Select(name => words.Label(Listing.Kind, name))])
            )),
        ];
    }
}

/// <summary>An edit: what it changed, and what the texts said before.</summary>
public sealed record RevisionLine(ListingRevision Revision, string? Author, string Changed);
