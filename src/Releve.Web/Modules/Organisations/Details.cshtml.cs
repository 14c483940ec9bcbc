using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.Core.Places;
using Releve.Core.Search;
using Releve.Core.Search.Index;
using Releve.Web.Modules.Applications;
using Releve.Web.Modules.Listings;
using Releve.Web.Modules.Listings.Search;
using Releve.Web.Modules.Memberships;
using Releve.Web.Modules.Places;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;
using CardView = Releve.Web.Modules.Shared.ListingCard;

namespace Releve.Web.Modules.Organisations;

/// <summary>Another site of the same legal entity.</summary>
public sealed record SiblingSite(string Name, string Url);

/// <summary>Who an organisation is, where it is, and whom it looks for.</summary>
[AllowAnonymous]
public sealed class DetailsModel(AppDb db, Gazetteer gazetteer, ListingIndex index, ListingsLinks listings, CardMaker cards, Visitor visitor, TimeProvider time)
    : SitePage
{
    private const int LongestSlug = 120;
    private const int MostSiblings = 12;
    private const int CardsAtOnce = 12;

    public override string Title => T.With("Organisations.page.title", ("name", Organisation.Name), ("place", Place));

    public override string? Description => T.With("Organisations.page.description", ("name", Organisation.Name), ("place", Place));

    public override MenuEntry Menu => MenuEntry.Organisations;

    public Organisation Organisation { get; private set; } = null!;
    public Commune? Commune { get; private set; }

    /// <summary>How it answers those who apply; null while nothing is known.</summary>
    public AnswerFigures? Answers { get; private set; }
    public IReadOnlyList<CardView> Cards { get; private set; } = [];
    public int Open { get; private set; }

    /// <summary>Parts of the address that mean nothing here.</summary>
    public IReadOnlyList<string> Ignored { get; private set; } = [];

    /// <summary>The page of listings that was asked for, where there are fewer: the last is shown.</summary>
    public int? PastLast { get; private set; }
    public int ListingsPage { get; private set; } = 1;
    public int ListingsPages => (Open + CardsAtOnce - 1) / CardsAtOnce;
    public IReadOnlyList<SiblingSite> Siblings { get; private set; } = [];

    /// <summary>The commune's name in the page's language.</summary>
    public string Place => Commune?.NameIn(Language) ?? Organisation.Locality ?? "";

    public string? CommuneUrl => Commune is null ? null : PlacesLinks.Commune(gazetteer.Slug(Commune), Language);

    /// <summary>All listings around the commune.</summary>
    public string AroundUrl =>
        listings.Search(Commune is null ? SearchForm.Everything : SearchForm.Everything with { Place = gazetteer.Label(Commune, Language) }, Language);

    /// <summary>The lines of the address as on a letter.</summary>
    public IEnumerable<string> Address =>
        new[] { Organisation.Street, $"{Organisation.Postcode} {Organisation.Locality ?? Commune?.LocalName()}".Trim() }
            .OfType<string>()
            .Where(line => line.Length > 0);

    /// <summary>Where a map of others shows the address; followed only when somebody clicks.</summary>
    public string MapUrl => "https://www.openstreetmap.org/search?query=" + Uri.EscapeDataString(string.Join(", ", Address));

    /// <summary>Their site, when it is one that a browser may open.</summary>
    public Uri? Website =>
        Uri.TryCreate(Organisation.Website, UriKind.Absolute, out var site) && (site.Scheme == Uri.UriSchemeHttps || site.Scheme == Uri.UriSchemeHttp)
            ? site
            : null;

    /// <summary>The French number as it is written.</summary>
    public string? WrittenSiret => Siret.TryParse(Organisation.Siret, out var siret) ? siret.Written : Organisation.Siret;

    /// <summary>The Belgian number as it is written.</summary>
    public string? WrittenBce => Bce.TryParse(Organisation.Bce, out var bce) ? bce.Written : Organisation.Bce;

    /// <summary>Somebody here receives applications that no listing called for.</summary>
    public bool TakesApplications { get; private set; }

    /// <summary>Where one writes such an application.</summary>
    public string ApplyUrl => ApplicationsLinks.ApplyToOrganisation(Language, Organisation.Slug);

    /// <summary>Where colleagues say that it is theirs.</summary>
    public string ClaimUrl => MembershipsLinks.Claim(Organisation.Slug, Language);

    public override string AddressIn(Language language) => UrlOf(ListingsPage, language);

    public string UrlOf(int page, Language language) => OrganisationsLinks.Organisation(Organisation.Slug, language, page);

    /// <summary>The language of a text that the page's language lacks.</summary>
    public string? OtherLanguage(LocalText text) => text.LanguageOf(Language) is var own && own != Language ? own.Code() : null;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        var key = slug.Length <= LongestSlug && slug.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? slug.ToLowerInvariant() : "";
        var organisation = key.Length == 0 ? null : await db.Organisations.AsNoTracking().FirstOrDefaultAsync(one => one.Slug == key, cancellation);
        if (organisation is null)
        {
            return NotFound();
        }
        Organisation = organisation;
        Commune = gazetteer.Commune(organisation.CommuneCode);
        Siblings = await SiblingsAsync(cancellation);
        TakesApplications = !visitor.Serves(organisation.Id, OrganisationRole.Viewer) && await db.IsReceivedAsync(organisation.Id, null, null, cancellation);
        Answers = await db.AnswerFigures.AsNoTracking().FirstOrDefaultAsync(one => one.OrganisationId == organisation.Id, cancellation);
        ShowListings();
        return Page();
    }

    private void ShowListings()
    {
        var now = time.GetUtcNow().UtcDateTime;
        var search = new ListingSearch
        {
            OrganisationId = Organisation.Id,
            Sort = SearchSort.Date,
            PageSize = CardsAtOnce,
        };
        Open = index.CountOf(search, now);
        var form = OrganisationForm.Read(Request.Query);
        Ignored = form.Ignored;
        PastLast = form.Page > Math.Max(1, ListingsPages) ? form.Page : null;
        ListingsPage = Math.Clamp(form.Page, 1, Math.Max(1, ListingsPages));
        Cards = [.. index.Search(search with { Page = ListingsPage }, now).Hits.Select(hit => cards.Make(hit, headingLevel: 3))];
    }

    private async Task<IReadOnlyList<SiblingSite>> SiblingsAsync(CancellationToken cancellation)
    {
        if (Organisation.FinessLegalEntity is not { } entity)
        {
            return [];
        }
        var sites = await db
            .Organisations.AsNoTracking()
            .Where(one => one.FinessLegalEntity == entity && one.Id != Organisation.Id)
            .OrderBy(one => one.SearchText)
            .Take(MostSiblings)
            .Select(one => new { one.Name, one.Slug })
            .ToListAsync(cancellation);
        return [.. sites.Select(site => new SiblingSite(site.Name, OrganisationsLinks.Organisation(site.Slug, Language)))];
    }
}
