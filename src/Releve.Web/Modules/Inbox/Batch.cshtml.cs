using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Inbox;

/// <summary>What one person of several reads.</summary>
public sealed record BatchAnswer(Guid Id, string Name, string Title, Language Language, string? Words);

/// <summary>Somebody whom the answer did not reach, and how the application stands now.</summary>
public sealed record Unreached(Guid Id, string Name, ApplicationStatus Status);

/// <summary>One answer to several applications: the words, then what each will read, then each in a transaction of its own.</summary>
public sealed class BatchModel(AppDb db, AnswerApplication answer, ReadAnswerNames names, Visitor visitor, TimeProvider time) : InboxPage(visitor, time)
{
    /// <summary>To how many one may answer at once.</summary>
    public const int Most = 50;

    public override string Heading => T.Count("Inbox.batch", Chosen.Count);

    /// <summary>Where all of them go.</summary>
    [BindProperty]
    public string? To { get; set; }

    /// <summary>The template whose words each reads in the own language.</summary>
    [BindProperty]
    public Guid? Template { get; set; }

    /// <summary>Words for all, with places to fill; they go before the template.</summary>
    [BindProperty]
    public string? Words { get; set; }

    public IReadOnlyList<JobApplication> Chosen { get; private set; } = [];
    public IReadOnlyList<AnswerTemplate> Templates { get; private set; } = [];

    /// <summary>True when the visitor answers in own name alone.</summary>
    public bool IsOwn => Chosen.All(one => one.PublisherId is not null);

    /// <summary>Who is answered; before the words are written, without them.</summary>
    public IReadOnlyList<BatchAnswer> People { get; private set; } = [];

    /// <summary>True when the words are settled and only the last press is missing.</summary>
    public bool IsReady { get; private set; }

    /// <summary>How many were answered; null before.</summary>
    public int? Sent { get; private set; }

    /// <summary>Those who were not.</summary>
    public IReadOnlyList<Unreached> Missed { get; private set; } = [];

    /// <summary>The places that words may have, as they are typed.</summary>
    public string PlacesSaid => T.List([.. AnswerWords.Places.Select(place => "{" + place + "}")]);

    public ApplicationStatus? Status => Enum.TryParse<ApplicationStatus>(To, out var to) && AnswerApplication.Moves.Contains(to) ? to : null;

    public override string AddressIn(Language language) =>
        InboxLinks.BatchPath.In(language) + "?" + string.Join('&', Chosen.Select(one => $"application={one.Id:N}"));

    public async Task<IActionResult> OnGetAsync([FromQuery] Guid[] application, CancellationToken cancellation)
    {
        if (application.Length == 0)
        {
            return LocalRedirect(InboxLinks.List(Language) + "?done=nobody");
        }
        return await LoadAsync(application, cancellation) ? Page() : NotFound();
    }

    /// <summary>Shows what each will read.</summary>
    public async Task<IActionResult> OnPostCheckAsync(Guid[] application, CancellationToken cancellation)
    {
        if (!await LoadAsync(application, cancellation))
        {
            return NotFound();
        }
        if (!await SettleAsync(cancellation))
        {
            return Again();
        }
        IsReady = true;
        return Page();
    }

    /// <summary>Answers each; who cannot be answered any more is named.</summary>
    public async Task<IActionResult> OnPostSendAsync(Guid[] application, CancellationToken cancellation)
    {
        if (!await LoadAsync(application, cancellation))
        {
            return NotFound();
        }
        if (!await SettleAsync(cancellation))
        {
            return Again();
        }
        var missed = new List<Unreached>();
        foreach (var person in People)
        {
            var seen = Chosen.Single(one => one.Id == person.Id).Status;
            if (await answer.RunAsync(person.Id, Me, new Answer(Status!.Value, seen, person.Words), Now, cancellation) != AnswerOutcome.Done)
            {
                missed.Add(new Unreached(person.Id, person.Name, seen));
            }
        }
        (Sent, Missed) = (People.Count - missed.Count, missed);
        return Page();
    }

    private async Task<bool> SettleAsync(CancellationToken cancellation)
    {
        var typed = CleanText.Paragraphs(Words);
        var template = Templates.FirstOrDefault(one => one.Id == Template);
        if (Status is not { } to)
        {
            Refuse("to", T["Inbox.answer.missing"]);
        }
        else if (typed is null && template is null && AnswerApplication.NeedsWords(to))
        {
            Refuse("words", T["Inbox.words.missing." + to]);
        }
        if (typed?.Length > AnswerWords.LongestTyped)
        {
            Refuse("words", T.With("Inbox.words.long", ("most", AnswerWords.LongestTyped)));
        }
        else if (typed is not null && AnswerWords.Unknown(typed) is [var unknown, ..])
        {
            Refuse("words", T.With("Inbox.words.unknown", ("place", "{" + unknown + "}"), ("places", PlacesSaid)));
        }
        if (Errors.Count > 0)
        {
            return false;
        }
        People = [.. (await names.RunAsync(Chosen, cancellation)).Select(one => Of(one, typed, template))];
        return true;
    }

    private BatchAnswer Of(AnswerNames about, string? typed, AnswerTemplate? template)
    {
        var text = template?.Texts.FirstOrDefault(one => one.Language == about.Language) ?? template?.Texts[0];
        var words = typed ?? text?.Body;
        var language = typed is null && text is not null ? text.Language : about.Language;
        return new BatchAnswer(
            about.Application.Id,
            about.Applicant is null ? T["Inbox.erased"] : about.Name ?? T["Inbox.unnamed"],
            about.Listing(Language),
            language,
            words is null ? null : about.Fill(words, language)
        );
    }

    private async Task<bool> LoadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var asked = ids.Distinct().Take(Most).ToList();
        Chosen = await db
            .Applications.AsNoTracking()
            .ReceivedBy(Me)
            .Where(one => asked.Contains(one.Id))
            .OrderBy(one => one.SubmittedAt)
            .ToListAsync(cancellation);
        if (Chosen.Count == 0 || Chosen.Count < asked.Count)
        {
            return false;
        }
        People = [.. (await names.RunAsync(Chosen, cancellation)).Select(one => Of(one, typed: null, template: null))];
        // A template speaks for one organisation, or for one person.
        if (Chosen.Select(TemplateOwner.WhoAnswers).Distinct().ToList() is [{ } owner])
        {
            Templates = await db.AnswerTemplates.AsNoTracking().Of(owner).OrderBy(one => one.Name).ToListAsync(cancellation);
        }
        return true;
    }
}
