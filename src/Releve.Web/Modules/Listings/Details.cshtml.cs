using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Releve.Core.Applications;
using Releve.Core.Data;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Memberships;
using Releve.Core.Organisations;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Core.Search;
using Releve.Core.Search.Index;
using Releve.Web.Modules.Alerts;
using Releve.Web.Modules.Applications;
using Releve.Web.Modules.Listings.Facts;
using Releve.Web.Modules.Listings.Search;
using Releve.Web.Modules.Maps;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Visitors;
using Releve.Web.Start;
using CardView = Releve.Web.Modules.Shared.ListingCard;

namespace Releve.Web.Modules.Listings;

/// <summary>One listing, with everything that its publisher said.</summary>
[AllowAnonymous]
public sealed class DetailsModel(
    AppDb db,
    ListingIndex index,
    Gazetteer gazetteer,
    ProfessionCatalogue professions,
    ListingsLinks links,
    CardMaker cards,
    SiteAddress address,
    ViewCounter views,
    Visitor visitor,
    KeptListings keptListings,
    TimeProvider time
) : SitePage
{
    private const double MapKm = 16;
    private const int MostSimilar = 3;

    private readonly DateTime now = time.GetUtcNow().UtcDateTime;

    public override string Title => T.With("Listings.page.title", ("title", Text.Title), ("place", Commune.NameIn(Language)));

    public override string? Description => FirstWords(Text.Body);

    /// <summary>A closed listing stays readable for whoever has its address, and leaves the search engines.</summary>
    public override bool Indexed => IsOpen;

    public override MenuEntry Menu => MenuEntry.Listings;

    public Listing Listing { get; private set; } = null!;
    public Organisation? Organisation { get; private set; }

    /// <summary>How the organisation answers those who apply; null while nothing is known.</summary>
    public AnswerFigures? Answers { get; private set; }
    public Commune Commune { get; private set; } = null!;
    public bool IsOpen { get; private set; }
    public ListingText Text { get; private set; } = null!;
    public IReadOnlyList<CardFact> Headline { get; private set; } = [];
    public IReadOnlyList<CardFact> Work { get; private set; } = [];
    public IReadOnlyList<CardFact> Conditions { get; private set; } = [];
    public IReadOnlyList<CardView> Similar { get; private set; } = [];
    public MapView Map { get; private set; } = null!;

    /// <summary>Keeps it as a favourite; null for whoever is not signed in.</summary>
    public KeepButton? Keep { get; private set; }

    /// <summary>One can apply here: it is open, somebody receives it, and it is not the visitor's own.</summary>
    public bool TakesApplications { get; private set; }

    /// <summary>The form with which one applies.</summary>
    public string ApplyUrl => ApplicationsLinks.Apply(Language, Listing.Reference);

    /// <summary>What its button says: not every kind is applied for with the same words.</summary>
    public string ApplyLabel => T["Applications.apply." + ApplyTo.WordsOf(Listing.Kind)];

    /// <summary>The language of the text when it is not the page's.</summary>
    public string? TextLanguage => Text.Language == Language ? null : Text.Language.Code();

    /// <summary>Where the person searched from, when the address says so, and how far that is.</summary>
    public (string Place, double Km)? Distance { get; private set; }

    /// <summary>Somebody is there to answer a question, and it is not the visitor.</summary>
    public bool MayAsk =>
        Listing.OrganisationId is { } organisation
            ? visitor.AccountOrNull is null || !visitor.AsRecipient.Organisations.Contains(organisation)
            : Listing.AccountId is { } publisher && publisher != visitor.AccountOrNull;

    /// <summary>The search for this kind, for the way back.</summary>
    public string KindUrl => links.Search(new SearchForm { Kinds = [Listing.Kind] }, Language);

    /// <summary>The address as one would type it.</summary>
    public string FullAddress => address.Of(AddressIn(Language)!, Request);

    public string OrganisationUrl => Organisations.OrganisationsLinks.Organisation(Organisation!.Slug, Language);

    public string CommuneUrl => Places.PlacesLinks.Commune(gazetteer.Slug(Commune), Language);

    public override string? AddressIn(Language language) => ListingsLinks.Listing(Listing.Reference, Listing.TextIn(language).Title, language);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation)
    {
        var key = reference.ToLowerInvariant();
        var listing = key.Length == 10 ? await db.Listings.AsNoTracking().FirstOrDefaultAsync(one => one.Reference == key, cancellation) : null;
        if (listing is null || listing.Status is ListingStatus.Draft or ListingStatus.InReview || gazetteer.Commune(listing.CommuneCode) is not { } commune)
        {
            return NotFound();
        }
        (Listing, Commune) = (listing, commune);
        Organisation = await db.Organisations.AsNoTracking().FirstOrDefaultAsync(one => one.Id == listing.OrganisationId, cancellation);
        Answers = await db.AnswerFigures.AsNoTracking().FirstOrDefaultAsync(one => one.OrganisationId == listing.OrganisationId, cancellation);
        IsOpen = listing.IsOpen(now);
        if (IsOpen)
        {
            views.Count(listing, Request, visitor);
            TakesApplications = await TakesApplicationsAsync(listing, cancellation);
        }
        Text = listing.TextIn(Language);
        Show();
        if (await keptListings.AmongAsync([listing.Id], cancellation) is { } kept)
        {
            Keep = cards.Keep(listing.Reference, Text.Title, kept.Contains(listing.Id));
        }
        return Page();
    }

    private async Task<bool> TakesApplicationsAsync(Listing listing, CancellationToken cancellation)
    {
        var publisher = listing.OrganisationId is null ? listing.AccountId : null;
        var own = visitor.IsSignedIn && (publisher == visitor.AccountId || visitor.Serves(listing.OrganisationId ?? Guid.Empty, OrganisationRole.Viewer));
        return !own && await db.IsReceivedAsync(listing.OrganisationId, publisher, territory: null, cancellation);
    }

    private void Show()
    {
        var today = DateOnly.FromDateTime(now);
        var card = Card();
        Headline = CardFacts.Of(card, T, today);
        Work = KindFacts.Of(Listing.Details, T, professions);
        Conditions = CommonFacts.Of(Listing, T, professions, today);
        Similar = [.. index.Similar(card, MostSimilar, now).Select(hit => cards.Make(hit.Card, hit.DistanceKm))];
        Map = DrawMap(card);
        Distance = DistanceFrom(Request.Query[SearchWords.Names.Write(SearchParameter.Place, Language)].ToString());
    }

    private MapView DrawMap(Core.Search.ListingCard card)
    {
        var size = (Width: 280, Height: 250);
        return new MapView
        {
            Label = T.With("Listings.page.map", ("place", Commune.NameIn(Language))),
            Bounds = MapZone.Fill(MapZone.Around(Listing.Latitude, Listing.Longitude, MapKm), size),
            Focus = [Commune.Code],
            Place = Commune,
            Pins = [new MapPin(Listing.Latitude, Listing.Longitude, 1, Listing.Kind, card)],
            Highlighted = card.Reference,
            Size = size,
        };
    }

    private (string, double)? DistanceFrom(string from)
    {
        if (from.Length is 0 or > 120 || gazetteer.Resolve(from, Language).Best is not { IsArea: false } place || place.Code == Commune.Code)
        {
            return null;
        }
        var (latitude, longitude) = gazetteer.CentreOf(place);
        return (place.Name(Language), Gazetteer.DistanceKm(latitude, longitude, Listing.Latitude, Listing.Longitude));
    }

    private Core.Search.ListingCard Card() =>
        new()
        {
            Id = Listing.Id,
            Kind = Listing.Kind,
            Titles = [.. Listing.Texts.Select(text => (text.Language, text.Title))],
            OrganisationName = Organisation?.Name,
            OrganisationSlug = Organisation?.Slug,
            CommuneCode = Listing.CommuneCode,
            Latitude = Listing.Latitude,
            Longitude = Listing.Longitude,
            Professions = Listing.Professions,
            From = Listing.From,
            Until = Listing.Until,
            Urgent = Listing.Urgent,
            Benefits = Listing.Benefits,
            Pay = Listing.Pay,
            Details = Listing.Details,
            PublishedAt = Listing.PublishedAt ?? Listing.CreatedAt,
            ExpiresAt = Listing.ExpiresAt ?? now,
        };

    private static string FirstWords(string text)
    {
        const int Most = 155;
        var line = text.ReplaceLineEndings(" ");
        var end = line.Length <= Most ? line.Length : line.LastIndexOf(' ', Most);
        return end < line.Length ? line[..Math.Max(end, 1)] + "…" : line;
    }
}
