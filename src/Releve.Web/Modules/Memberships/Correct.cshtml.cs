using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.Core.Places;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Memberships;

/// <summary>Owners correct name, kind, address and numbers of an organisation that people entered; what a register says is not there.</summary>
[Authorize(Access.Colleague)]
public sealed class CorrectModel(AppDb db, CorrectOrganisation correct, Gazetteer gazetteer, Visitor visitor, TimeProvider time)
    : EnteredOrganisationPage(gazetteer)
{
    private readonly Gazetteer gazetteer = gazetteer;

    public override string Heading => T.With("Memberships.correct", ("organisation", Organisation.Name));

    /// <summary>The version that the form was filled from.</summary>
    [BindProperty]
    public int Version { get; set; }

    public Organisation Organisation { get; private set; } = null!;

    /// <summary>Somebody else saved meanwhile: what stands now is beside what was typed.</summary>
    public bool IsConflict { get; private set; }
    public bool IsDone { get; private set; }

    public override string AddressIn(Language language) => MembershipsLinks.Correct(Organisation.Slug, language);

    public async Task<IActionResult> OnGetAsync([FromRoute] string slug, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, cancellation))
        {
            return NotFound();
        }
        IsDone = TempData["done"] is not null;
        Version = Organisation.Version;
        (Kind, Name, Where) = (Organisation.Kind.ToString(), Organisation.Name, Place);
        (Street, Postcode) = (Organisation.Street, Organisation.Postcode);
        (Finess, Siret, Bce, Warned) = (Organisation.Finess, Organisation.Siret, Organisation.Bce, Organisation.Finess);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string slug, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, cancellation))
        {
            return NotFound();
        }
        if (Read() is not { } said)
        {
            return Organisation.Version == Version ? Again() : Conflict();
        }
        var (outcome, same, alike) = await correct.RunAsync(Organisation.Id, said, Version, visitor.AccountId, time.GetUtcNow().UtcDateTime, cancellation);
        switch (outcome)
        {
            case CorrectOutcome.Done:
                TempData["done"] = "corrected";
                return LocalRedirect(MembershipsLinks.Correct(Organisation.Slug, Language));
            case CorrectOutcome.Twin:
                Show(same, alike);
                return Again();
            case CorrectOutcome.Overtaken:
                await FindAsync(slug, cancellation);
                return Conflict();
            default:
                return NotFound();
        }
    }

    public override string? SavedOf(string field)
    {
        if (!IsConflict)
        {
            return null;
        }
        var (typed, saved) = field switch
        {
            "kind" => (Kind, Organisation.Kind.ToString()),
            "name" => (Name, Organisation.Name),
            "where" => (Where, Place),
            "street" => (Street, Organisation.Street),
            "postcode" => (Postcode, Organisation.Postcode),
            "finess" => (Finess, Organisation.Finess),
            "siret" => (Siret, Organisation.Siret),
            _ => (Bce, Organisation.Bce),
        };
        return CleanText.Line(typed) == saved ? null
            : saved is null ? T["Memberships.edit.empty"]
            : field == "kind" ? T["Organisations.kind." + saved]
            : saved;
    }

    // The commune as the form writes it: with a postcode, for there are dozens of Saint-Martin.
    private string Place =>
        gazetteer.Commune(Organisation.CommuneCode) is { } commune ? $"{commune.NameIn(Language)} {commune.Postcodes.FirstOrDefault()}".Trim() : "";

    protected override Commune? Written(string where) => where == Place ? gazetteer.Commune(Organisation.CommuneCode) : null;

    private PageResult Conflict()
    {
        (IsConflict, Version) = (true, Organisation.Version);
        ModelState.Clear();
        return Again(StatusCodes.Status409Conflict);
    }

    private async Task<bool> FindAsync(string slug, CancellationToken cancellation)
    {
        var own = visitor.OrganisationsAs(OrganisationRole.Owner);
        var organisation = await db
            .Organisations.AsNoTracking()
            .FirstOrDefaultAsync(one => one.Slug == slug && own.Contains(one.Id) && one.Source == OrganisationSource.Here, cancellation);
        if (organisation is null)
        {
            return false;
        }
        Organisation = organisation;
        return true;
    }
}
