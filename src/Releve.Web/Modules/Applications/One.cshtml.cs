using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Data;
using Releve.Core.Documents;
using Releve.Core.Languages;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Web.Modules.Accounts;
using Releve.Web.Modules.Carers;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Security;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Applications;

/// <summary>One application of mine: where it stands, what happened, what can be done.</summary>
[Authorize(Access.SignedIn)]
[TakesFiles, RequestSizeLimit(TakesFilesAttribute.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = TakesFilesAttribute.LargestRequest)]
public sealed class OneModel(
    AppDb db,
    FollowApplication follow,
    ReadApplication read,
    ReadAddressees addressees,
    ReadTimeline timeline,
    TakeDocument take,
    ProfessionCatalogue professions,
    Gazetteer gazetteer,
    Throttle throttle,
    Visitor visitor,
    TimeProvider time
) : FormPage
{
    /// <summary>For how many months one may let a recipient keep an application.</summary>
    public static IReadOnlyList<int> PoolMonths { get; } = [6, 12, FollowApplication.MostPoolMonths];

    private static readonly string[] Deeds = ["accepted", "shown", "pool-yes", "pool-no", "transfer-yes", "transfer-no"];

    public override string Heading => To.Title;

    public JobApplication Application { get; private set; } = null!;
    public Addressee To { get; private set; } = null!;
    public ShownApplication Shown { get; private set; } = null!;
    public IReadOnlyList<TimelineItem> Timeline { get; private set; } = [];

    /// <summary>Sister organisations to which the recipient would like to hand it.</summary>
    public IReadOnlyList<(Guid Id, string Organisation)> Transfers { get; private set; } = [];

    /// <summary>The person's documents that are not shown in it yet.</summary>
    public IReadOnlyList<Document> Others { get; private set; } = [];

    /// <summary>Things stand differently from what the person saw: nothing was changed.</summary>
    public bool Overtaken { get; private set; }

    /// <summary>The account has neither passphrase nor passkey nor service yet: there would be no way back.</summary>
    public bool NeedsKey { get; private set; }

    [BindProperty(Name = "File")]
    public IFormFile? Handed { get; set; }

    /// <summary>It has just been sent.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Sent { get; set; }

    /// <summary>What the person has just done, one of <see cref="Deeds"/>; null when nothing was.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>The person wanted to apply once more.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Already { get; set; }

    public bool CanLeave => Application.Status != ApplicationStatus.Draft && Application.CanBecome(ApplicationStatus.Withdrawn);
    public bool CanAccept => Application.CanBecome(ApplicationStatus.Accepted);
    public bool CanShow => FollowApplication.TakesDocuments(Application);
    public bool IsUnanswered => Application is { ToldUnansweredAt: not null, AnsweredAt: null } && Application.Status.IsOpen();
    public bool AwaitsPoolAnswer =>
        Application.AwaitsPoolAnswer
        && Application.Status is not (ApplicationStatus.Withdrawn or ApplicationStatus.HiredElsewhere or ApplicationStatus.Expired);

    public override string? AddressIn(Language language) => ApplicationsLinks.Mine(language, Application.Id);

    public async Task<IActionResult> OnGetAsync(Guid id, string? large, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }
        Done = Deeds.Contains(Done) ? Done : null;
        if (large is not null)
        {
            Refuse("file", T.With("Documents.problem." + FileProblem.TooLarge, ("most", FileKinds.LargestFile / 1024 / 1024)));
        }
        return Page();
    }

    public Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken cancellation) =>
        AnswerAsync(id, "accepted", follow.AcceptAsync(id, visitor.AccountId, Now, cancellation), cancellation);

    public Task<IActionResult> OnPostShowAsync(Guid id, Guid document, CancellationToken cancellation) =>
        AnswerAsync(id, "shown", follow.ShowAsync(id, document, visitor.AccountId, Now, cancellation), cancellation);

    public Task<IActionResult> OnPostPoolAsync(Guid id, int months, CancellationToken cancellation)
    {
        var kept = PoolMonths.Contains(months) ? months : 0;
        return AnswerAsync(id, kept > 0 ? "pool-yes" : "pool-no", follow.AnswerPoolAsync(id, visitor.AccountId, kept, Now, cancellation), cancellation);
    }

    public Task<IActionResult> OnPostTransferAsync(Guid id, Guid transfer, bool agreed, CancellationToken cancellation) =>
        AnswerAsync(
            id,
            agreed ? "transfer-yes" : "transfer-no",
            follow.AnswerTransferAsync(id, transfer, visitor.AccountId, agreed, Now, cancellation),
            cancellation
        );

    /// <summary>Throws a draft away.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancellation) =>
        await follow.DiscardAsync(id, visitor.AccountId, cancellation) switch
        {
            FollowOutcome.Done => LocalRedirect(ApplicationsLinks.Mine(Language)),
            var other => await AnswerAsync(id, null, Task.FromResult(other), cancellation),
        };

    /// <summary>Hands in one more document and shows it.</summary>
    public async Task<IActionResult> OnPostUploadAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }
        if (!CanShow)
        {
            return await AnswerAsync(id, null, Task.FromResult(FollowOutcome.Overtaken), cancellation);
        }
        if (!throttle.Allows(ThrottledAct.Upload, HttpContext.Connection.RemoteIpAddress, visitor.AccountId.ToString()))
        {
            return Slower("file");
        }
        var (problem, added) = await take.RunAsync(visitor.AccountId, Handed, DocumentKind.Cv, cancellation);
        if (problem is { } wrong)
        {
            var most = wrong == FileProblem.TooMany ? AddDocument.Most : FileKinds.LargestFile / 1024 / 1024;
            Refuse("file", T.With("Documents.problem." + wrong, ("most", most)));
            return Again();
        }
        foreach (var document in added)
        {
            await follow.ShowAsync(id, document, visitor.AccountId, Now, cancellation);
        }
        return LocalRedirect(ApplicationsLinks.Mine(Language, id) + "?done=shown");
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private async Task<IActionResult> AnswerAsync(Guid id, string? deed, Task<FollowOutcome> doing, CancellationToken cancellation)
    {
        switch (await doing)
        {
            case FollowOutcome.Done:
                return LocalRedirect(ApplicationsLinks.Mine(Language, id) + (deed is null ? "" : "?done=" + deed));
            case FollowOutcome.Overtaken when await LoadAsync(id, cancellation):
                Overtaken = true;
                return Again(StatusCodes.Status409Conflict);
            default:
                return NotFound();
        }
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        var own = visitor.AccountId;
        var application = await db.Applications.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.AccountId == own, cancellation);
        if (application is null)
        {
            return false;
        }
        Application = application;
        To = (await addressees.RunAsync([application], Now, cancellation))[application.Id];
        Shown = new ShownApplication(await read.RunAsync(application, cancellation), new ProfileWording(T, professions, gazetteer), Opens: true);
        Timeline = await timeline.RunAsync(application, To, cancellation);
        await LoadQuestionsAsync(id, own, cancellation);
        return true;
    }

    private async Task LoadQuestionsAsync(Guid id, Guid own, CancellationToken cancellation)
    {
        Transfers =
        [
            .. (
                await db
                    .ApplicationTransfers.Where(one => one.ApplicationId == id && one.DecidedAt == null)
                    .Join(db.Organisations, one => one.ToOrganisationId, one => one.Id, (one, to) => new { one.Id, to.Name })
                    .ToListAsync(cancellation)
            ).Select(one => (one.Id, one.Name)),
        ];
        var shown = Application.Documents;
        Others = await db
            .Documents.AsNoTracking()
            .Where(one => one.AccountId == own && one.State != DocumentState.Quarantined && !shown.Contains(one.Id))
            .Where(one => one.Kind == DocumentKind.Cv || one.Kind == DocumentKind.Diploma || one.Kind == DocumentKind.Proof)
            .OrderBy(one => one.UploadedAt)
            .ToListAsync(cancellation);
        NeedsKey = await db.Accounts.AnyAsync(
            one =>
                one.Id == own
                && one.PasswordHash == null
                && !db.Passkeys.Any(key => key.AccountId == own)
                && !db.AccountLogins.Any(login => login.AccountId == own),
            cancellation
        );
    }
}
