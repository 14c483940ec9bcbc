using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Organisations;
using Releve.Core.Places;
using Releve.Core.Search;
using Releve.Core.Search.Index;
using Releve.Web.Modules.Places;
using Releve.Web.Modules.Shared;

namespace Releve.Web.Modules.Organisations;

/// <summary>A line of the list.</summary>
public sealed record OrganisationLine(string Name, string Url, OrganisationKind Kind, string? Place, string? PlaceUrl, int Open);

/// <summary>All organisations, searched by name, place and kind.</summary>
[AllowAnonymous]
public sealed class IndexModel(AppDb db, Gazetteer gazetteer, ListingIndex index, TimeProvider time) : SitePage
{
    private const int PageSize = 20;

    public override string Title => T["Organisations.list.title"];

    public override string? Description => T["Organisations.list.description"];

    /// <summary>The plain list leads search engines to every page of an organisation; searches of people do not.</summary>
    public override bool Indexed => PastLast is null && Form is { Text: "", Ignored.Count: 0 };

    public override MenuEntry Menu => MenuEntry.Organisations;

    public OrganisationForm Form { get; private set; } = new();

    /// <summary>The page that was asked for, where there are fewer: the last is shown.</summary>
    public int? PastLast { get; private set; }
    public int Total { get; private set; }
    public int Pages => (Total + PageSize - 1) / PageSize;
    public IReadOnlyList<OrganisationLine> Lines { get; private set; } = [];

    public (string Text, string Kind, string Page) Names => OrganisationForm.NamesIn(Language);

    /// <summary>The kinds to choose from, in the order of their names.</summary>
    public IEnumerable<OrganisationKind> Kinds =>
        Enum.GetValues<OrganisationKind>().OrderBy(kind => Folding.Fold(T[$"Organisations.kind.{kind}"]), StringComparer.Ordinal);

    public override string AddressIn(Language language) => OrganisationsLinks.List(Form, language);

    public string UrlOf(OrganisationForm form) => OrganisationsLinks.List(form, Language);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (TidyAddress.Of(Request, OrganisationForm.IsUsual) is { } tidy)
        {
            return LocalRedirect(tidy);
        }
        await FindAsync(cancellation);
        return Page();
    }

    private async Task FindAsync(CancellationToken cancellation)
    {
        Form = OrganisationForm.Read(Request.Query);
        var found = Found();
        Total = await found.CountAsync(cancellation);
        PastLast = Form.Page > Math.Max(1, Pages) ? Form.Page : null;
        Form = Form with { Page = Math.Clamp(Form.Page, 1, Math.Max(1, Pages)) };
        var now = time.GetUtcNow().UtcDateTime;
        // Whoever looks for people comes first, then the alphabet.
        var page = await found
            .OrderByDescending(organisation =>
                db.Listings.Any(listing => listing.OrganisationId == organisation.Id && listing.Status == ListingStatus.Live && listing.ExpiresAt > now)
            )
            .ThenBy(organisation => organisation.SearchText)
            .ThenBy(organisation => organisation.Id)
            .Skip((Form.Page - 1) * PageSize)
            .Take(PageSize)
            .Select(organisation => new
            {
                organisation.Id,
                organisation.Name,
                organisation.Slug,
                organisation.Kind,
                organisation.CommuneCode,
            })
            .ToListAsync(cancellation);
        Lines =
        [
            .. page.Select(one =>
            {
                var commune = gazetteer.Commune(one.CommuneCode);
                return new OrganisationLine(
                    one.Name,
                    OrganisationsLinks.Organisation(one.Slug, Language),
                    one.Kind,
                    commune?.NameIn(Language),
                    commune is null ? null : PlacesLinks.Commune(gazetteer.Slug(commune), Language),
                    index.CountOf(new ListingSearch { OrganisationId = one.Id }, now)
                );
            }),
        ];
    }

    private IQueryable<Organisation> Found()
    {
        var found = db.Organisations.AsNoTracking();
        if (Form.Kind is { } kind)
        {
            found = found.Where(organisation => organisation.Kind == kind);
        }
        return found.Called(Form.Text);
    }
}
