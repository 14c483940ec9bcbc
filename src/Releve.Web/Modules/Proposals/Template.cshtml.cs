using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Proposals;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Proposals;

/// <summary>One template: a name for colleagues, and what it fills in.</summary>
public sealed class TemplateModel(AppDb db, FindMeetViewer find, Visitor visitor, TimeProvider time) : MeetPage(visitor, time)
{
    private const int LongestName = 120;

    public override string Heading => T[IsNew ? "Proposals.template.new" : "Proposals.template.edit"];

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public OfferForm Form { get; set; } = new();

    /// <summary>The version of what was shown, to notice that a colleague was quicker.</summary>
    [BindProperty]
    public int Version { get; set; }

    public MeetViewer Viewer { get; private set; } = null!;
    public Guid Id { get; private set; }
    public bool IsNew { get; private set; }

    /// <summary>What a colleague has saved meanwhile; null when nobody did.</summary>
    public ProposalTemplate? Stored { get; private set; }

    public override string AddressIn(Language language) => ProposalsLinks.Template(language, Viewer.Key, Id);

    public async Task<IActionResult> OnGetAsync(string slug, Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, id, cancellation))
        {
            return NotFound();
        }
        if (await db.ProposalTemplates.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellation) is { } template)
        {
            (Name, Form, Version) = (template.Name, OfferForm.Of(template.Offer), template.Version);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, id, cancellation))
        {
            return NotFound();
        }
        var name = CleanText.Line(Name);
        if (name is null || name.Length > LongestName)
        {
            Refuse("name", name is null ? T["Proposals.template.name.missing"] : T.With("Proposals.problem.too-long", ("words", LongestName)));
        }
        var problems = new List<OfferProblem>();
        var offer = Form.Read(isNamed: true, problems);
        foreach (var problem in problems.Concat(offer.Problems(Today)))
        {
            Refuse(problem.Field, T.With("Proposals.problem." + problem.Key, ("words", problem.Words)));
        }
        if (IsNew && await db.ProposalTemplates.CountAsync(one => one.OrganisationId == Viewer.Organisation!.Id, cancellation) >= ProposalTemplate.Most)
        {
            Refuse("name", T.With("Proposals.template.many", ("most", ProposalTemplate.Most)));
        }
        return Errors.Count > 0 ? Again() : await SaveAsync(id, name!, offer, cancellation);
    }

    private async Task<IActionResult> SaveAsync(Guid id, string name, ProposalOffer offer, CancellationToken cancellation)
    {
        var template = await db.ProposalTemplates.FirstOrDefaultAsync(one => one.Id == id, cancellation);
        if (template is not null && template.Version != Version)
        {
            return IsSame(template, name, offer) ? Saved() : Conflict(template);
        }
        if (template is null)
        {
            db.ProposalTemplates.Add(
                new ProposalTemplate
                {
                    Id = id,
                    OrganisationId = Viewer.Organisation!.Id,
                    Name = name,
                    Offer = offer,
                    Version = 1,
                }
            );
        }
        else
        {
            (template.Name, template.Offer) = (name, offer);
            template.Version++;
        }
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Saved();
        }
        catch (DbUpdateException)
        {
            // The same button pressed twice at once, or a colleague at the same moment.
            db.ChangeTracker.Clear();
            var now = await db.ProposalTemplates.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellation);
            return now is null || IsSame(now, name, offer) ? Saved() : Conflict(now);
        }
    }

    private PageResult Conflict(ProposalTemplate stored)
    {
        // Saving once more replaces what the colleague wrote: knowingly, both stand on the page.
        (Stored, Version) = (stored, stored.Version);
        ModelState.Clear();
        return Again(StatusCodes.Status409Conflict);
    }

    private LocalRedirectResult Saved() => LocalRedirect(ProposalsLinks.Templates(Language, Viewer.Key) + "?done=saved");

    private static bool IsSame(ProposalTemplate template, string name, ProposalOffer offer) => template.Name == name && template.Offer == offer;

    private async Task<bool> FindAsync(string slug, Guid id, CancellationToken cancellation)
    {
        if (await find.OneAsync(slug, Now, cancellation) is not { Organisation: { } organisation, CanAct: true } viewer)
        {
            return false;
        }
        (Viewer, Id) = (viewer, id);
        var owner = await db.ProposalTemplates.Where(one => one.Id == id).Select(one => (Guid?)one.OrganisationId).FirstOrDefaultAsync(cancellation);
        IsNew = owner is null;
        return id != Guid.Empty && (owner is null || owner == organisation.Id);
    }
}
