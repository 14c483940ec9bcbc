using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Conversations;
using Releve.Core.Data;
using Releve.Core.Documents;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Web.Modules.Accounts;
using Releve.Web.Modules.Listings;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Conversations;

/// <summary>One conversation: what was written, where the application stands, and a form to write.</summary>
[Authorize(Access.SignedIn)]
[RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class ThreadModel(
    AppDb db,
    ReadThreads threads,
    ReadThread thread,
    ReadConversation read,
    SendMessage send,
    TakeFiles takeFiles,
    ConversationWatch watch,
    Throttle throttle,
    Visitor visitor,
    TimeProvider time
) : FormPage
{
    /// <summary>Far above what is taken, so that somewhat too much gets its own answer; bytes.</summary>
    private const int LargestRequest = 64 * 1024 * 1024;

    private const int MostShown = 1000;

    private readonly DateTime now = time.GetUtcNow().UtcDateTime;

    /// <summary>What a conversation is reported for.</summary>
    public static IReadOnlyList<AbuseReason> Reasons { get; } = [AbuseReason.Fraud, AbuseReason.Discrimination, AbuseReason.WrongContent, AbuseReason.Other];

    public override string Heading => T.With("Conversations.with", ("name", Other.Name));

    /// <summary>The id of the message being written.</summary>
    [BindProperty]
    public Guid Message { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>How many messages are shown.</summary>
    [BindProperty(Name = "n", SupportsGet = true)]
    public int Most { get; set; } = ReadThread.Step;

    /// <summary>What has just been done: "reported".</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public Conversation Conversation { get; private set; } = null!;
    public OtherSide Other { get; private set; } = null!;
    public ShownThread Shown { get; private set; } = null!;
    public ConversationState State { get; private set; }
    public JobApplication? Application { get; private set; }
    public IReadOnlyList<ApplicationStep> Steps { get; private set; } = [];
    public Listing? Listing { get; private set; }
    public IReadOnlyList<ThreadItem> Threads { get; private set; } = [];

    /// <summary>The side for which the visitor writes.</summary>
    public ConversationSide Side => Conversation.SideOf(visitor.AccountId);

    public bool IsBlockedByMe => Conversation.BlockedBy == Side;

    /// <summary>True once it is stored: before, there is nobody to block.</summary>
    public bool HasBegun => Shown.Messages.Count > 0;

    public string? ListingUrl => Listing is null ? null : ListingsLinks.Listing(Listing.Reference, Listing.TextIn(Language).Title, Language);

    public override string AddressIn(Language language) => ConversationsLinks.Of(language, Conversation.Id);

    public string Self => AddressIn(Language);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }
        await SeeAsync(cancellation);
        await ShowAsync(cancellation);
        return Page();
    }

    /// <summary>The messages alone, for the page that shows them already.</summary>
    public async Task<IActionResult> OnGetMessagesAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }
        await SeeAsync(cancellation);
        Shown = await thread.RunAsync(Conversation, Other, Most, cancellation);
        return Partial("_Messages", Shown);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
        {
            return NotFound();
        }
        var text = CleanText.Paragraphs(Text) ?? "";
        if (!await MayAsync(text, cancellation))
        {
            return await AgainAsync(cancellation);
        }
        var files = await takeFiles.RunAsync(visitor.AccountId, Message, Files, now, cancellation);
        if (files.Problem is { } problem)
        {
            var known = problem is FileProblem.Empty or FileProblem.TooLarge or FileProblem.WrongKind ? problem.ToString() : "Other";
            Refuse("files", T.With("Conversations.file.problem." + known, ("name", files.Name), ("most", FileKinds.LargestFile / 1024 / 1024)));
            return await AgainAsync(cancellation);
        }
        var result = await send.RunAsync(new TypedMessage(Message, Conversation.Id, text, files.Ids), visitor.AsRecipient, now, cancellation);
        if (result == SendResult.Sent)
        {
            watch.Announce(Conversation.Id);
            return LocalRedirect($"{Self}#m-{Message:N}");
        }
        await takeFiles.GiveBackAsync(visitor.AccountId, files.Ids, now, cancellation);
        if (result == SendResult.NotFound)
        {
            return NotFound();
        }
        Refuse("text", T[result == SendResult.Empty ? "Conversations.text.missing" : "Conversations.closed"]);
        return await AgainAsync(cancellation, result == SendResult.Closed ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    public Task<IActionResult> OnPostBlockAsync(Guid id, CancellationToken cancellation) => ChangeAsync(id, one => one.Block(Side, now), cancellation);

    public Task<IActionResult> OnPostUnblockAsync(Guid id, CancellationToken cancellation) => ChangeAsync(id, one => one.Unblock(Side), cancellation);

    public async Task<IActionResult> OnPostReportAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation) || !await db.Conversations.AnyAsync(one => one.Id == id, cancellation))
        {
            return NotFound();
        }
        var reason = Reasons.Select(one => (AbuseReason?)one).FirstOrDefault(one => one.ToString() == Why);
        var words = CleanText.Paragraphs(Words);
        if (reason is null)
        {
            Refuse("why", T["Conversations.report.why.missing"]);
        }
        if (words?.Length > ConversationReport.Longest)
        {
            Refuse("words", T.With("Conversations.text.long", ("most", ConversationReport.Longest), ("length", words.Length)));
        }
        if (Errors.Count > 0)
        {
            return await AgainAsync(cancellation);
        }
        if (!throttle.Allows(ThrottledAct.Contact, HttpContext.Connection.RemoteIpAddress, visitor.AccountId.ToString()))
        {
            Refuse("words", T["Shared.throttled"]);
            return await AgainAsync(cancellation, StatusCodes.Status429TooManyRequests);
        }
        await ReportAsync(reason!.Value, words, cancellation);
        return LocalRedirect(Self + "?done=reported");
    }

    // A second press, or a second report before anybody looked at the first, is the same report.
    private async Task ReportAsync(AbuseReason reason, string? words, CancellationToken cancellation)
    {
        var own = (Guid?)visitor.AccountId;
        var id = Conversation.Id;
        if (await db.ConversationReports.AnyAsync(one => one.ConversationId == id && one.By == own && one.DecidedAt == null, cancellation))
        {
            return;
        }
        db.ConversationReports.Add(
            new ConversationReport
            {
                Id = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)),
                ConversationId = id,
                By = own,
                Reason = reason,
                Text = words,
                CreatedAt = now,
            }
        );
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<bool> MayAsync(string text, CancellationToken cancellation)
    {
        if (Message == Guid.Empty)
        {
            Message = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero));
        }
        else if (await db.Messages.Where(one => one.Id == Message).Select(one => one.Text).FirstOrDefaultAsync(cancellation) is { } said)
        {
            if (said == text)
            {
                // A second press: sending finds the first, whatever has changed meanwhile.
                return true;
            }
            // Back in the browser, and something else typed there: another message.
            Message = Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero));
        }
        if (text.Length == 0 && Files.Count == 0)
        {
            Refuse("text", T["Conversations.text.missing"]);
        }
        if (text.Length > Core.Conversations.Message.Longest)
        {
            Refuse("text", T.With("Conversations.text.long", ("most", Core.Conversations.Message.Longest), ("length", text.Length)));
        }
        if (Files.Count > SendMessage.MostFiles)
        {
            Refuse("files", T.With("Conversations.files.many", ("most", SendMessage.MostFiles)));
        }
        if (Errors.Count == 0 && !throttle.Allows(ThrottledAct.Write, HttpContext.Connection.RemoteIpAddress, visitor.AccountId.ToString()))
        {
            Refuse("text", T["Shared.throttled"]);
        }
        return Errors.Count == 0;
    }

    private async Task<IActionResult> ChangeAsync(Guid id, Action<Conversation> change, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation) || db.Entry(Conversation).State == EntityState.Detached)
        {
            return NotFound();
        }
        change(Conversation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A message came at the same instant: it holds for what follows.
            db.ChangeTracker.Clear();
            return await ChangeAsync(id, change, cancellation);
        }
        watch.Announce(id);
        return LocalRedirect(Self);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.ConversationAsync(id, visitor.AsRecipient, now, cancellation) is not { } conversation)
        {
            return false;
        }
        Conversation = conversation;
        Other = (await threads.OthersAsync([conversation], cancellation))[conversation.Id];
        Most = Math.Clamp(Most, ReadThread.Step, MostShown);
        return true;
    }

    private async Task SeeAsync(CancellationToken cancellation)
    {
        if (await read.RunAsync(Conversation.Id, visitor.AccountId, now, cancellation))
        {
            watch.Announce(Conversation.Id);
        }
    }

    private async Task<IActionResult> AgainAsync(CancellationToken cancellation, int status = StatusCodes.Status422UnprocessableEntity)
    {
        db.ChangeTracker.Clear();
        await ShowAsync(cancellation);
        return Again(status);
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        Message = Message == Guid.Empty ? Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)) : Message;
        Shown = await thread.RunAsync(Conversation, Other, Most, cancellation);
        State = await db.StateOfAsync(Conversation, cancellation);
        Threads = (await threads.RunAsync(1, cancellation)).Items;
        var (listing, application) = (Conversation.ListingId, Conversation.ApplicationId);
        Listing = await db.Listings.AsNoTracking().SingleOrDefaultAsync(one => one.Id == listing, cancellation);
        Application = await db.Applications.AsNoTracking().SingleOrDefaultAsync(one => one.Id == application, cancellation);
        Steps = await db
            .ApplicationSteps.AsNoTracking()
            .Where(one => one.ApplicationId == application && one.To != ApplicationStatus.Draft)
            .OrderBy(one => one.At)
            .ThenBy(one => one.Id)
            .ToListAsync(cancellation);
    }
}
