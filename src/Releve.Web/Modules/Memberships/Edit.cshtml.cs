using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Memberships;

/// <summary>A text of the form, in one language.</summary>
/// <param name="Saved">What somebody else saved meanwhile, where it differs.</param>
public sealed record EditedText(string Id, string Name, string Label, string? Value, string? Saved, int Longest, int Rows, string Language);

/// <summary>What an organisation says of itself on its public page; its owners write it.</summary>
[Authorize(Access.Colleague)]
public sealed class EditModel(AppDb db, Visitor visitor, TimeProvider time) : FormPage
{
    private const int LongestText = 4000;
    private const int LongestFacts = 1000;

    public override string Heading => T.With("Memberships.edit", ("organisation", Organisation.Name));

    [BindProperty]
    public string? Fr { get; set; }

    [BindProperty]
    public string? Nl { get; set; }

    [BindProperty]
    public string? En { get; set; }

    [BindProperty]
    public string? FactsFr { get; set; }

    [BindProperty]
    public string? FactsNl { get; set; }

    [BindProperty]
    public string? FactsEn { get; set; }

    [BindProperty]
    public string? Website { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Domain { get; set; }

    /// <summary>The version that the form was filled from.</summary>
    [BindProperty]
    public int Version { get; set; }

    public Organisation Organisation { get; private set; } = null!;

    /// <summary>Somebody else saved meanwhile: this is what stands now.</summary>
    public OrganisationPresentation? Saved { get; private set; }

    /// <summary>The mail domain that the visitor may set: that of the own address; null when everybody can have it.</summary>
    public string? OwnDomain { get; private set; }

    public bool IsDone { get; private set; }

    /// <summary>The texts of the form, in the order of the languages.</summary>
    public IEnumerable<EditedText> Texts =>
        [
            Text("fr", "Fr", "text", Fr, Saved?.Presentation?.Own(Language.French)),
            Text("nl", "Nl", "text", Nl, Saved?.Presentation?.Own(Language.Dutch)),
            Text("en", "En", "text", En, Saved?.Presentation?.Own(Language.English)),
            Text("facts-fr", "FactsFr", "facts", FactsFr, Saved?.Facts?.Own(Language.French)),
            Text("facts-nl", "FactsNl", "facts", FactsNl, Saved?.Facts?.Own(Language.Dutch)),
            Text("facts-en", "FactsEn", "facts", FactsEn, Saved?.Facts?.Own(Language.English)),
        ];

    public override string AddressIn(Language language) => MembershipsLinks.Edit(Organisation.Slug, language);

    public async Task<IActionResult> OnGetAsync([FromRoute] string slug, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, cancellation))
        {
            return NotFound();
        }
        IsDone = TempData["done"] is not null;
        Show(Of(Organisation));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string slug, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, cancellation))
        {
            return NotFound();
        }
        var read = Read();
        if (Organisation.Version != Version)
        {
            return Conflict(read);
        }
        if (Errors.Count > 0)
        {
            return Again();
        }
        var now = time.GetUtcNow().UtcDateTime;
        if (Organisation.MailDomain != read.MailDomain)
        {
            // Whose address proves something from now on.
            var change = $"{Organisation.MailDomain ?? "–"} → {read.MailDomain ?? "–"}";
            db.Note(Organisation, visitor.AccountId, "organisation.mail-domain", now, change);
        }
        Organisation.Present(read, now);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await FindAsync(slug, cancellation);
            return Conflict(read);
        }
        TempData["done"] = "edited";
        return LocalRedirect(MembershipsLinks.Edit(Organisation.Slug, Language));
    }

    /// <summary>What somebody else saved in a single-line field, where it differs from what was typed.</summary>
    public string? SavedOf(string field, string? typed) =>
        Saved is null
            ? null
            : Differing(
                typed,
                field switch
                {
                    "website" => Saved.Website,
                    "phone" => Saved.Phone,
                    "email" => Saved.Email,
                    _ => Saved.MailDomain,
                }
            );

    private EditedText Text(string id, string name, string kind, string? value, string? saved) =>
        new(
            id,
            name,
            T[$"Memberships.edit.{id}"],
            value,
            Saved is null ? null : Differing(value, saved),
            kind == "text" ? LongestText : LongestFacts,
            kind == "text" ? 8 : 4,
            id[^2..]
        );

    private string? Differing(string? typed, string? saved) => CleanText.Paragraphs(typed) == saved ? null : saved ?? T["Memberships.edit.empty"];

    // Both stand on the page: what was typed in the fields, what was saved meanwhile beside them. Saving again is a decision.
    private IActionResult Conflict(OrganisationPresentation read)
    {
        var now = Of(Organisation);
        Version = Organisation.Version;
        ModelState.Clear();
        if (now == read)
        {
            // The button was pressed twice: it is saved.
            TempData["done"] = "edited";
            return LocalRedirect(MembershipsLinks.Edit(Organisation.Slug, Language));
        }
        Saved = now;
        return Again(StatusCodes.Status409Conflict);
    }

    private async Task<bool> FindAsync(string slug, CancellationToken cancellation)
    {
        var own = visitor.OrganisationsAs(OrganisationRole.Owner);
        var organisation = await db.Organisations.FirstOrDefaultAsync(one => one.Slug == slug && own.Contains(one.Id), cancellation);
        if (organisation is null)
        {
            return false;
        }
        Organisation = organisation;
        OwnDomain = MailProof.DomainOf(await db.Accounts.AsNoTracking().SingleAsync(one => one.Id == visitor.AccountId, cancellation));
        return true;
    }

    private static OrganisationPresentation Of(Organisation one) => new(one.Presentation, one.Facts, one.Website, one.Phone, one.Email, one.MailDomain);

    private void Show(OrganisationPresentation page)
    {
        (Fr, Nl, En) = (page.Presentation?.Own(Language.French), page.Presentation?.Nl, page.Presentation?.En);
        (FactsFr, FactsNl, FactsEn) = (page.Facts?.Own(Language.French), page.Facts?.Nl, page.Facts?.En);
        (Website, Phone, Email, Domain) = (page.Website, page.Phone, page.Email, page.MailDomain);
        Version = Organisation.Version;
    }

    private OrganisationPresentation Read() =>
        new(
            LocalText.Of(Paragraphs(Fr, "fr", LongestText), Paragraphs(Nl, "nl", LongestText), Paragraphs(En, "en", LongestText)),
            LocalText.Of(
                Paragraphs(FactsFr, "facts-fr", LongestFacts),
                Paragraphs(FactsNl, "facts-nl", LongestFacts),
                Paragraphs(FactsEn, "facts-en", LongestFacts)
            ),
            ReadWebsite(),
            ReadPhone(),
            ReadEmail(),
            ReadDomain()
        );

    private string? Paragraphs(string? typed, string field, int longest)
    {
        var text = CleanText.Paragraphs(typed);
        if (text?.Length > longest)
        {
            Refuse(field, T.With("Memberships.long", ("most", longest)));
        }
        return text;
    }

    private string? ReadWebsite()
    {
        if (CleanText.Line(Website) is not { } typed)
        {
            return null;
        }
        if (PublicContact.Website(typed) is not { } site)
        {
            Refuse("website", T["Memberships.edit.website.wrong"]);
            return null;
        }
        return site;
    }

    private string? ReadPhone()
    {
        if (CleanText.Line(Phone) is not { } typed)
        {
            return null;
        }
        if (!PublicContact.IsPhone(typed))
        {
            Refuse("phone", T["Memberships.edit.phone.wrong"]);
        }
        return typed;
    }

    private string? ReadEmail()
    {
        if (CleanText.Line(Email) is not { } typed)
        {
            return null;
        }
        if (!EmailAddress.TryParse(typed, out var email))
        {
            Refuse("email", T["Memberships.edit.email.wrong"]);
            return null;
        }
        return email.Value;
    }

    // Only what the visitor's own confirmed address proves, or what stands there already.
    private string? ReadDomain()
    {
        if (string.IsNullOrEmpty(Domain))
        {
            return null;
        }
        if (Domain != OwnDomain && Domain != Organisation.MailDomain)
        {
            Refuse("domain", T["Memberships.edit.domain.wrong"]);
            return null;
        }
        return Domain;
    }
}
