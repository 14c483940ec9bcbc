using Releve.Core.Places;
using Releve.Core.Search;
using Releve.Web.Modules.Listings.Facts;
using Releve.Web.Modules.Shared;
using Releve.Web.Modules.Shared.Texts;
using CardView = Releve.Web.Modules.Shared.ListingCard;

namespace Releve.Web.Modules.Listings;

/// <summary>Words a result of the index as a card in the language of the page.</summary>
public sealed class CardMaker(PageText t, Gazetteer gazetteer, TimeProvider time)
{
    private readonly DateTime now = time.GetUtcNow().UtcDateTime;

    /// <summary>The card of a search's result; its page will tell the distance from the place that was searched.</summary>
    public CardView Make(SearchHit hit, int headingLevel = 2, string? from = null, IReadOnlySet<Guid>? kept = null) =>
        Make(hit.Card, hit.DistanceKm, headingLevel, from, kept);

    /// <summary>The card of a listing.</summary>
    public CardView Make(
        Releve.Core.Search.ListingCard card,
        double? distanceKm = null,
        int headingLevel = 3,
        string? from = null,
        IReadOnlySet<Guid>? kept = null
    )
    {
        var today = DateOnly.FromDateTime(now);
        var title = card.TitleIn(t.Language);
        return new CardView
        {
            Kind = card.Kind,
            KindName = t["Listings.kind." + card.Kind],
            Title = title,
            Language = OtherLanguage(card),
            Url = ListingsLinks.Listing(card, t.Language, from),
            Organisation = card.OrganisationName ?? t["Listings.in-person"],
            Place = gazetteer.Commune(card.CommuneCode)?.NameIn(t.Language) ?? "",
            PlaceNote = distanceKm is { } km ? t.Kilometres(km) : null,
            Facts = CardFacts.Of(card, t, today),
            Tag = Tag(card, today),
            TagTone = "warn",
            Key = card.Reference,
            HeadingLevel = headingLevel,
            Keep = kept is null ? null : Keep(card.Reference, title, kept.Contains(card.Id)),
        };
    }

    /// <summary>The button that keeps a listing.</summary>
    public KeepButton Keep(string reference, string title, bool isKept) =>
        new(reference, isKept, t.With(isKept ? "Alerts.favourites.drop.title" : "Alerts.favourites.keep.title", ("title", title)));

    private string? OtherLanguage(Releve.Core.Search.ListingCard card)
    {
        var language = card.Titles.Any(title => title.Language == t.Language) ? t.Language : card.Titles[0].Language;
        return language == t.Language ? null : Releve.Core.Languages.LanguageExtensions.Code(language);
    }

    private string? Tag(Releve.Core.Search.ListingCard card, DateOnly today)
    {
        if (card.Urgent)
        {
            return t["Listings.urgent"];
        }
        var days = card.From is { } from ? from.DayNumber - today.DayNumber : -1;
        return days is >= 1 and <= 10 ? t.Count("Listings.in-days", days) : null;
    }
}
