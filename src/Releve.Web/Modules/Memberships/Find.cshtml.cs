using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.Core.Places;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;

namespace Releve.Web.Modules.Memberships;

/// <summary>An organisation that may be the visitor's.</summary>
public sealed record FoundOrganisation(string Name, string Slug, OrganisationKind Kind, string? Place, bool IsMine, bool IsSuspended);

/// <summary>Finds the own organisation among those that are there, by name, place or official number.</summary>
[Authorize(Access.SignedIn)]
public sealed class FindModel(AppDb db, Gazetteer gazetteer, Visitor visitor) : SitePage
{
    private const int PageSize = 20;

    public override string Title => T["Memberships.find"];
    public override bool Indexed => false;

    /// <summary>What was typed.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Asked { get; set; }

    /// <summary>The page of results, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    /// <summary>What is looked for.</summary>
    public string Text { get; private set; } = "";
    public int Total { get; private set; }
    public int Number { get; private set; } = 1;
    public int Pages => (Total + PageSize - 1) / PageSize;
    public IReadOnlyList<FoundOrganisation> Found { get; private set; } = [];

    public override string AddressIn(Language language) => UrlOf(Number, language);

    public string UrlOf(int page) => UrlOf(page, Language);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Text = CleanText.Line(Asked) ?? "";
        Text = Text.Length > FindOwn.Longest ? Text[..FindOwn.Longest] : Text;
        if (Text.Length == 0)
        {
            return;
        }
        var found = FindOwn.In(db.Organisations.AsNoTracking(), Text);
        Total = await found.CountAsync(cancellation);
        Number = Math.Clamp(PageNumber ?? 1, 1, Math.Max(1, Pages));
        var page = await found.OrderBy(one => one.SearchText).ThenBy(one => one.Id).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        Found =
        [
            .. page.Select(one => new FoundOrganisation(
                one.Name,
                one.Slug,
                one.Kind,
                gazetteer.Commune(one.CommuneCode)?.NameIn(Language),
                visitor.Serves(one.Id, OrganisationRole.Viewer),
                one.SuspendedAt is not null
            )),
        ];
    }

    private string UrlOf(int page, Language language) =>
        MembershipsLinks.FindPath.In(language)
        + (Text.Length == 0 ? "" : $"?q={Uri.EscapeDataString(Text)}")
        + (page > 1 ? $"&p={page.ToString(System.Globalization.CultureInfo.InvariantCulture)}" : "");
}
