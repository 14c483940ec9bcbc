using Microsoft.AspNetCore.Mvc;
using Releve.Core.Applications;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Inbox;

/// <summary>One application and its answer: moved on, declined, noted, kept, handed on.</summary>
public sealed class OneModel(
    ReadReceived read,
    AnswerApplication answer,
    NoteApplication notes,
    KeepContact keep,
    ReadAnswerNames names,
    Visitor visitor,
    TimeProvider time
) : InboxPage(visitor, time)
{
    private static readonly string[] Deeds = ["answered", "noted", "asked", "kept", "transfer"];

    public override string Heading => Received.Name;

    /// <summary>The application as its recipients see it.</summary>
    public ReceivedApplication Received { get; private set; } = null!;

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

    public override string AddressIn(Language language) => InboxLinks.One(language, Received.Application.Id);

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
        var from = Enum.TryParse<ApplicationStatus>(seen, out var status) ? status : Received.Application.Status;
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
        if (Received.Templates.FirstOrDefault(one => one.Id == template) is not { } chosen)
        {
            Refuse("template", T["Inbox.template.missing"]);
            return Again();
        }
        var about = (await names.RunAsync([Received.Application], cancellation))[0];
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
        await notes.RunAsync(id, Visitor.AccountId, noteId, text, Now, cancellation);
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
        if (await read.RunAsync(id, Me, Now, cancellation) is not { } received)
        {
            return false;
        }
        Received = received;
        NoteId = Guid.CreateVersion7(new DateTimeOffset(Now, TimeSpan.Zero));
        return true;
    }
}
