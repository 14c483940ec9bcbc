using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Inbox;

/// <summary>One template: a name for colleagues, and the words in up to three languages.</summary>
public sealed class TemplateModel(AppDb db, Visitor visitor, TimeProvider time) : TemplatesPage(db, visitor, time)
{
    private const int LongestName = 120;

    public override string Heading => IsNew ? T["Inbox.template.new"] : T["Inbox.template.edit"];

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Fr { get; set; }

    [BindProperty]
    public string? Nl { get; set; }

    [BindProperty]
    public string? En { get; set; }

    /// <summary>The version of what was shown, to notice that a colleague was quicker.</summary>
    [BindProperty]
    public int Version { get; set; }

    public Guid Id { get; private set; }
    public bool IsNew { get; private set; }

    /// <summary>What a colleague has saved meanwhile; null when nobody did.</summary>
    public AnswerTemplate? Stored { get; private set; }

    /// <summary>The places that words may have, as they are typed.</summary>
    public string PlacesSaid => T.List([.. AnswerWords.Places.Select(place => "{" + place + "}")]);

    public override string AddressIn(Language language) => InboxLinks.Template(language, Slug, Id);

    /// <summary>What was typed in a language.</summary>
    public string? TextIn(Language language) =>
        language switch
        {
            Language.Dutch => Nl,
            Language.English => En,
            _ => Fr,
        };

    public async Task<IActionResult> OnGetAsync(string? slug, Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, id, cancellation))
        {
            return NotFound();
        }
        if (await Db.AnswerTemplates.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellation) is { } template)
        {
            (Name, Version) = (template.Name, template.Version);
            (Fr, Nl, En) = (Said(template, Language.French), Said(template, Language.Dutch), Said(template, Language.English));
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? slug, Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, id, cancellation))
        {
            return NotFound();
        }
        var name = CleanText.Line(Name);
        var texts = LanguageExtensions
            .All.Select(language => (language, CleanText.Paragraphs(TextIn(language))))
            .Where(one => one.Item2 is not null)
            .Select(one => new ListingText(one.language, "", one.Item2!))
            .ToList();
        Check(name, texts);
        if (Errors.Count > 0)
        {
            return Again();
        }
        // The same button pressed twice at once, or a colleague at the same moment: the second one looks again.
        return await Db.RetryInTransactionAsync(() => KeepAsync(id, name!, texts, cancellation), cancellation);
    }

    private async Task<IActionResult> KeepAsync(Guid id, string name, List<ListingText> texts, CancellationToken cancellation)
    {
        var template = await Db.AnswerTemplates.FirstOrDefaultAsync(one => one.Id == id, cancellation);
        if (template is not null && template.Version != Version)
        {
            return Same(template, name, texts) ? Saved() : Conflict(template);
        }
        if (template is null)
        {
            Db.AnswerTemplates.Add(
                new AnswerTemplate
                {
                    Id = id,
                    OrganisationId = Owner.OrganisationId,
                    AccountId = Owner.AccountId,
                    Name = name,
                    Texts = texts,
                    Version = 1,
                }
            );
        }
        else
        {
            (template.Name, template.Texts) = (name, texts);
            template.Version++;
        }
        await Db.SaveChangesAsync(cancellation);
        return Saved();
    }

    private void Check(string? name, List<ListingText> texts)
    {
        if (name is null || name.Length > LongestName)
        {
            Refuse("name", name is null ? T["Inbox.template.name.missing"] : T.With("Inbox.words.long", ("most", LongestName)));
        }
        if (texts.Count == 0)
        {
            Refuse("fr", T["Inbox.template.text.missing"]);
        }
        foreach (var text in texts)
        {
            if (text.Body.Length > AnswerWords.LongestTyped)
            {
                Refuse(text.Language.Code(), T.With("Inbox.words.long", ("most", AnswerWords.LongestTyped)));
            }
            else if (AnswerWords.Unknown(text.Body) is [var unknown, ..])
            {
                Refuse(text.Language.Code(), T.With("Inbox.words.unknown", ("place", "{" + unknown + "}"), ("places", PlacesSaid)));
            }
        }
    }

    private PageResult Conflict(AnswerTemplate stored)
    {
        Stored = stored;
        // Saving once more replaces what the colleague wrote: knowingly, both stand on the page.
        Version = stored.Version;
        ModelState.Clear();
        return Again(StatusCodes.Status409Conflict);
    }

    private LocalRedirectResult Saved() => LocalRedirect(ListUrl + "?done=saved");

    private static bool Same(AnswerTemplate template, string name, IReadOnlyList<ListingText> texts) =>
        template.Name == name && template.Texts.SequenceEqual(texts);

    /// <summary>What a template says in a language.</summary>
    public static string? Said(AnswerTemplate template, Language language) => template.Texts.FirstOrDefault(text => text.Language == language)?.Body;

    private async Task<bool> FindAsync(string? slug, Guid id, CancellationToken cancellation)
    {
        if (id == Guid.Empty || !await FindOwnerAsync(slug, cancellation))
        {
            return false;
        }
        Id = id;
        IsNew = !await Db.AnswerTemplates.AnyAsync(one => one.Id == id, cancellation);
        return IsNew || await Db.AnswerTemplates.Of(Owner).AnyAsync(one => one.Id == id, cancellation);
    }
}
