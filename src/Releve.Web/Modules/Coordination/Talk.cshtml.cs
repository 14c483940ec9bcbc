using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Audit;
using Releve.Core.Conversations;
using Releve.Core.Coordination;
using Releve.Core.Data;
using Releve.Core.Documents;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Coordination;

/// <summary>One report about a conversation, and that conversation. Each look is in the log before anything is shown.</summary>
[Authorize(Access.Coordinator)]
public sealed class TalkModel(AppDb db, CoordinationDesk desk, DecideConversationReport decide) : DecisionPage
{
    private const int MostShown = 500;

    public override string Heading => T["Coordination.talk"];

    public ConversationReport Report { get; private set; } = null!;
    public Conversation Conversation { get; private set; } = null!;
    public IReadOnlyList<Message> Messages { get; private set; } = [];

    /// <summary>The files of the messages, by their ids.</summary>
    public IReadOnlyDictionary<Guid, Document> Files { get; private set; } = new Dictionary<Guid, Document>();

    /// <summary>The side that reported.</summary>
    public ConversationSide Reporter { get; private set; }

    /// <summary>Who may be suspended, each on a page of its own: the carer, the organisation. Null where the visitor does not coordinate them.</summary>
    public string? PersonUrl { get; private set; }

    /// <inheritdoc cref="PersonUrl"/>
    public string? OrganisationUrl { get; private set; }

    public override string AddressIn(Language language) => CoordinationLinks.Of(CoordinationLinks.TalkPath, Report.Id, language);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }
        var territory = await desk.Places.TerritoryOfAsync(db, Report, cancellation);
        db.AuditEntries.Add(AuditEntry.Of(desk.AccountId, "conversation.viewed", "conversation", Conversation.Id.ToString(), desk.Now, territory: territory));
        await db.SaveChangesAsync(cancellation);
        return Page();
    }

    public Task<IActionResult> OnPostKeepAsync(Guid id, CancellationToken cancellation) => DecideAsync(id, warns: false, cancellation);

    public Task<IActionResult> OnPostWarnAsync(Guid id, CancellationToken cancellation) => DecideAsync(id, warns: true, cancellation);

    private async Task<IActionResult> DecideAsync(Guid id, bool warns, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }
        var warning = warns ? ReadReason("Coordination.talk.warning.missing") : null;
        if (Errors.Count > 0)
        {
            return Again();
        }
        var done = await decide.RunAsync(new ConversationDecision(id, warning), desk.Decider, cancellation);
        var next = CoordinationLinks.After(CoordinationLinks.TalksPath, warns ? "warned" : "left", Language);
        return await EndAsync(done, () => LoadAsync(id, cancellation), next);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await desk.Queues.ConversationReports.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellation) is not { } report)
        {
            return false;
        }
        Report = report;
        Conversation = await db.Conversations.AsNoTracking().SingleAsync(one => one.Id == report.ConversationId, cancellation);
        Reporter = report.By == Conversation.CarerId ? ConversationSide.Carer : ConversationSide.Publisher;
        var messages = db.Messages.AsNoTracking().Where(one => one.ConversationId == report.ConversationId);
        Messages = await messages.OrderByDescending(one => one.At).ThenByDescending(one => one.Id).Take(MostShown).Reverse().ToListAsync(cancellation);
        var files = Messages.SelectMany(one => one.Files).ToList();
        Files = await db.Documents.AsNoTracking().Where(one => files.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellation);
        var (carer, organisation) = (Conversation.CarerId, Conversation.OrganisationId);
        PersonUrl = await desk.Queues.Profiles.AnyAsync(one => one.AccountId == carer, cancellation)
            ? CoordinationLinks.Of(CoordinationLinks.PersonPath, carer!.Value, Language)
            : null;
        var slug = await desk.Queues.Organisations.Where(one => one.Id == organisation).Select(one => one.Slug).FirstOrDefaultAsync(cancellation);
        OrganisationUrl = slug is null ? null : CoordinationLinks.Of(CoordinationLinks.OrganisationPath, slug, Language);
        return true;
    }
}
