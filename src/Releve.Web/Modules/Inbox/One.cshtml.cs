using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Carers;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Web.Modules.Applications;
using Releve.Web.Modules.Carers;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Inbox;

/// <summary>A step of an application, and who made it.</summary>
/// <param name="By">A name; null for the site itself or somebody who is gone.</param>
public sealed record SeenStep(ApplicationStep Step, string? By);

/// <summary>A note of a colleague.</summary>
public sealed record SeenNote(string Text, string? By, DateTime At);

/// <summary>A request to hand the application on.</summary>
public sealed record SeenTransfer(string To, ApplicationTransfer Transfer);

/// <summary>One application, as those who receive it see it: who, what, where it stands, and the answer.</summary>
public sealed class OneModel(
    AppDb db,
    AnswerApplication answer,
    KeepContact keep,
    ReadApplication read,
    ReadAddressees addressees,
    ReadAnswerNames names,
    ProfessionCatalogue professions,
    Gazetteer gazetteer,
    Visitor visitor,
    TimeProvider time
) : InboxPage(visitor, time)
{
    private static readonly string[] Deeds = ["answered", "noted", "asked", "kept", "transfer"];

    public override string Heading => Name;

    public JobApplication Application { get; private set; } = null!;
    public Addressee To { get; private set; } = null!;
    public ShownApplication Shown { get; private set; } = null!;

    /// <summary>How the applicant is called.</summary>
    public string Name { get; private set; } = "";

    public IReadOnlyList<SeenStep> Steps { get; private set; } = [];
    public IReadOnlyList<SeenNote> Notes { get; private set; } = [];
    public IReadOnlyList<SeenTransfer> Transfers { get; private set; } = [];
    public IReadOnlyList<AnswerTemplate> Templates { get; private set; } = [];

    /// <summary>Slug of the organisation that answers; null for a person or a territory.</summary>
    public string? OrganisationSlug { get; private set; }

    /// <summary>Organisations of the group to which it was not offered yet.</summary>
    public IReadOnlyList<Organisation> Sisters { get; private set; } = [];

    /// <summary>Where it can go.</summary>
    public IReadOnlyList<ApplicationStatus> Moves => AnswerApplication.MovesOf(Application);

    /// <summary>True while the applicant can be asked to be kept.</summary>
    public bool CanAskForPool =>
        KeepContact.CanAsk(Application) && Application is { PoolAskedAt: null, PoolConsentUntil: null } && Application.Status != ApplicationStatus.Accepted;

    public bool CanKeep => Application.AccountId is not null && Application.CanBeKept(Now);

    /// <summary>What was chosen.</summary>
    public ApplicationStatus? Chosen { get; private set; }

    /// <summary>What was typed for the applicant.</summary>
    public string? Words { get; private set; }

    /// <summary>What was typed for colleagues.</summary>
    public string? Note { get; private set; }

    /// <summary>The id of the next note: pressed twice, the button adds one.</summary>
    public Guid NoteId { get; private set; }

    /// <summary>What has just been done; null when nothing was.</summary>
    public string? Done { get; private set; }

    /// <summary>Somebody else was quicker: the page shows how it stands now.</summary>
    public bool IsOvertaken { get; private set; }

    public override string AddressIn(Language language) => InboxLinks.One(language, Application.Id);

    public async Task<IActionResult> OnGetAsync(Guid id, string? done, string? to, CancellationToken cancellation)
    {
        await answer.ViewAsync(id, Me, Now, cancellation);
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }
        Done = Deeds.Contains(done) ? done : null;
        Chosen = Read(to);
        return Page();
    }

    /// <summary>Moves it on or declines it.</summary>
    public async Task<IActionResult> OnPostAnswerAsync(Guid id, string? to, string? seen, string? words, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }
        (Chosen, Words) = (Read(to), words);
        var said = CleanText.Paragraphs(words);
        if (!Check(said))
        {
            return Again();
        }
        var from = Enum.TryParse<ApplicationStatus>(seen, out var status) ? status : Application.Status;
        return await EndAsync(await answer.RunAsync(id, Me, new Answer(Chosen!.Value, from, said), Now, cancellation), id, "answered", cancellation);
    }

    /// <summary>Puts a template's words, filled for this applicant, into the field; everything else stays.</summary>
    public async Task<IActionResult> OnPostFillAsync(Guid id, Guid? template, string? to, string? words, string? note, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }
        (Chosen, Words, Note) = (Read(to), words, note);
        if (Templates.FirstOrDefault(one => one.Id == template) is not { } chosen)
        {
            Refuse("template", T["Inbox.template.missing"]);
            return Again();
        }
        var about = (await names.RunAsync([Application], cancellation))[0];
        var text = chosen.Texts.FirstOrDefault(one => one.Language == about.Language) ?? chosen.Texts[0];
        Words = about.Fill(text.Body, text.Language);
        return Page();
    }

    /// <summary>A note for colleagues.</summary>
    public async Task<IActionResult> OnPostNoteAsync(Guid id, string? note, Guid noteId, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }
        Note = note;
        var text = CleanText.Paragraphs(note);
        if (text is null || text.Length > ApplicationNote.Longest)
        {
            Refuse("note", text is null ? T["Inbox.note.missing"] : T.With("Inbox.words.long", ("most", ApplicationNote.Longest)));
            return Again();
        }
        if (await db.ApplicationNotes.AnyAsync(one => one.Id == noteId && one.Text != text, cancellation))
        {
            // Back in the browser, and something else typed there: another note.
            noteId = Guid.CreateVersion7(new DateTimeOffset(Now, TimeSpan.Zero));
        }
        if (noteId != Guid.Empty && !await db.ApplicationNotes.AnyAsync(one => one.Id == noteId, cancellation))
        {
            db.ApplicationNotes.Add(
                new ApplicationNote
                {
                    Id = noteId,
                    ApplicationId = id,
                    AccountId = Visitor.AccountId,
                    Text = text,
                    At = Now,
                }
            );
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException)
            {
                // The same button pressed twice at once: then it is there. Anything else must not be called noted.
                db.ChangeTracker.Clear();
                if (!await db.ApplicationNotes.AnyAsync(one => one.Id == noteId, cancellation))
                {
                    throw;
                }
            }
        }
        return After(id, "noted");
    }

    /// <summary>Asks the applicant to be kept for later posts.</summary>
    public async Task<IActionResult> OnPostPoolAsync(Guid id, CancellationToken cancellation) =>
        await EndAsync(await keep.AskForPoolAsync(id, Me, Now, cancellation), id, "asked", cancellation);

    /// <summary>Keeps it: the applicant agreed.</summary>
    public async Task<IActionResult> OnPostKeepAsync(Guid id, CancellationToken cancellation) =>
        await EndAsync(await keep.KeepAsync(id, Me, Now, cancellation), id, "kept", cancellation);

    /// <summary>Asks the applicant whether it may go to a sister organisation.</summary>
    public async Task<IActionResult> OnPostTransferAsync(Guid id, Guid? sister, CancellationToken cancellation)
    {
        if (sister is { } to && to != Guid.Empty)
        {
            return await EndAsync(await keep.AskTransferAsync(id, to, Me, Now, cancellation), id, "transfer", cancellation);
        }
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }
        Refuse("sister", T["Inbox.transfer.missing"]);
        return Again();
    }

    private bool Check(string? said)
    {
        if (Chosen is not { } to)
        {
            Refuse("to", T["Inbox.answer.missing"]);
        }
        else if (said is null && AnswerApplication.NeedsWords(to))
        {
            Refuse("words", T["Inbox.words.missing." + to]);
        }
        if (said?.Length > AnswerWords.Longest)
        {
            Refuse("words", T.With("Inbox.words.long", ("most", AnswerWords.Longest)));
        }
        else if (
            said is not null
            && AnswerWords.Unknown(said).Concat(AnswerWords.Places.Where(place => said.Contains("{" + place + "}", StringComparison.Ordinal))).FirstOrDefault()
                is { } place
        )
        {
            Refuse("words", T.With("Inbox.words.unfilled", ("place", "{" + place + "}")));
        }
        return Errors.Count == 0;
    }

    private static ApplicationStatus? Read(string? to) =>
        Enum.TryParse<ApplicationStatus>(to, out var status) && AnswerApplication.Moves.Contains(status) ? status : null;

    private LocalRedirectResult After(Guid id, string deed) => LocalRedirect($"{InboxLinks.One(Language, id)}?done={deed}");

    private async Task<IActionResult> EndAsync(AnswerOutcome outcome, Guid id, string deed, CancellationToken cancellation)
    {
        switch (outcome)
        {
            case AnswerOutcome.Done:
                return After(id, deed);
            case AnswerOutcome.Overtaken when await LoadAsync(id, cancellation):
                IsOvertaken = true;
                return Again(StatusCodes.Status409Conflict);
            default:
                return NotFound();
        }
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Applications.AsNoTracking().ReceivedBy(Me).FirstOrDefaultAsync(one => one.Id == id, cancellation) is not { } application)
        {
            return false;
        }
        Application = application;
        To = (await addressees.RunAsync([application], Now, cancellation))[id];
        Shown = new ShownApplication(await read.RunAsync(application, cancellation), new ProfileWording(T, professions, gazetteer), Opens: true);
        Name = application.AccountId is null ? T["Inbox.erased"] : Shown.View.Applicant.Name ?? T["Inbox.unnamed"];
        NoteId = Guid.CreateVersion7(new DateTimeOffset(Now, TimeSpan.Zero));
        await ReadHistoryAsync(cancellation);
        if (application.OrganisationId is { } organisation && Visitor.Serves(organisation, OrganisationRole.Recruiter))
        {
            await ReadOrganisationAsync(organisation, cancellation);
        }
        return true;
    }

    private async Task ReadHistoryAsync(CancellationToken cancellation)
    {
        var id = Application.Id;
        var steps = await db
            .ApplicationSteps.AsNoTracking()
            .Where(one => one.ApplicationId == id)
            .OrderBy(one => one.At)
            .ThenBy(one => one.Id)
            .ToListAsync(cancellation);
        var notes = await db.ApplicationNotes.AsNoTracking().Where(one => one.ApplicationId == id).OrderByDescending(one => one.At).ToListAsync(cancellation);
        var people = steps
            .Select(one => one.IsApplicants || !Guid.TryParse(one.By, out var by) ? (Guid?)null : by)
            .Concat(notes.Select(one => one.AccountId))
            .OfType<Guid>()
            .Distinct()
            .ToList();
        var colleagues = await db
            .Accounts.AsNoTracking()
            .Where(one => people.Contains(one.Id))
            .ToDictionaryAsync(one => one.Id, one => one.DisplayName, cancellation);
        Steps =
        [
            .. steps.Select(one => new SeenStep(
                one,
                one.IsApplicants ? Name
                    : Guid.TryParse(one.By, out var by) ? colleagues.GetValueOrDefault(by)
                    : null
            )),
        ];
        Notes = [.. notes.Select(one => new SeenNote(one.Text, one.AccountId is { } by ? colleagues.GetValueOrDefault(by) : null, one.At))];
    }

    private async Task ReadOrganisationAsync(Guid id, CancellationToken cancellation)
    {
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(one => one.Id == id, cancellation);
        OrganisationSlug = organisation.Slug;
        Templates = await db.AnswerTemplates.AsNoTracking().Where(one => one.OrganisationId == id).OrderBy(one => one.Name).ToListAsync(cancellation);
        var transfers = await (
            from transfer in db.ApplicationTransfers.AsNoTracking()
            join to in db.Organisations on transfer.ToOrganisationId equals to.Id
            where transfer.ApplicationId == Application.Id
            orderby transfer.AskedAt
            select new { transfer, to.Name }
        ).ToListAsync(cancellation);
        Transfers = [.. transfers.Select(one => new SeenTransfer(one.Name, one.transfer))];
        if (KeepContact.CanAsk(Application))
        {
            var asked = transfers.ConvertAll(one => one.transfer.ToOrganisationId);
            Sisters = await keep.SistersOf(organisation)
                .AsNoTracking()
                .Where(one => !asked.Contains(one.Id))
                .OrderBy(one => one.SearchText)
                .Take(200)
                .ToListAsync(cancellation);
        }
    }
}
