using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Places;
using Releve.Core.Search;
using Releve.Core.Search.Understanding;

namespace Releve.Web.Modules.Listings.Search;

/// <summary>
/// A search as it will be carried out. What the phrase was understood as becomes part of the form, so that every part
/// shows as a control and can be taken away; what was typed last, the phrase, wins over the controls beside it.
/// </summary>
public sealed class SearchPlan
{
    /// <summary>Around a commune, when nobody said how far, km.</summary>
    public const int UsualRadiusKm = 30;

    private SearchPlan(SearchForm form, QueryReading reading, PlaceResolution place, ListingSearch search)
    {
        Form = form;
        Reading = reading;
        Place = place.Best;
        OtherPlaces = place.Others;
        Search = search;
    }

    /// <summary>The form with the phrase's parts taken in; its text is what was not understood.</summary>
    public SearchForm Form { get; }

    /// <summary>How the phrase was understood.</summary>
    public QueryReading Reading { get; }

    /// <summary>The place that is meant; null for everywhere.</summary>
    public PlaceRef? Place { get; }

    /// <summary>Other places of the same name, to choose from.</summary>
    public IReadOnlyList<PlaceRef> OtherPlaces { get; }

    /// <summary>True when a place was typed that nothing is called.</summary>
    public bool PlaceUnknown => Place is null && Form.Place.Length > 0;

    /// <summary>What the index is asked.</summary>
    public ListingSearch Search { get; }

    /// <summary>The radius in force around a commune, km; null without one.</summary>
    public int? RadiusKm => Search.Circle is { } circle ? (int)circle.RadiusKm : null;

    /// <summary>Understands a form.</summary>
    public static SearchPlan Make(SearchForm typed, Gazetteer gazetteer, QueryReader reader, Language language, DateOnly today)
    {
        var reading = reader.Read(typed.Text, language, today);
        var form = Absorb(typed, reading, gazetteer, language);
        var place = form.Place.Length > 0 ? gazetteer.Resolve(form.Place, language) : PlaceResolution.None;
        var search = Locate(Plain(form), form, place.Best, gazetteer);
        return new SearchPlan(form, reading, place, search with { Sort = form.Sort ?? UsualSort(search) });
    }

    /// <summary>Without words or a centre relevance has nothing to go by: newest first says more.</summary>
    private static SearchSort UsualSort(ListingSearch search) => search.Words.Length > 0 || search.Circle is not null ? SearchSort.Relevance : SearchSort.Date;

    private static SearchForm Absorb(SearchForm form, QueryReading reading, Gazetteer gazetteer, Language language) =>
        form with
        {
            Text = reading.Rest,
            Kinds = Last(reading.Kinds, form.Kinds),
            Professions = Last(reading.Professions, form.Professions),
            Specialties = Last(reading.Specialties, form.Specialties),
            Place = gazetteer.Place(reading.PlaceCode) is { } place ? gazetteer.Label(place, language) : form.Place,
            RadiusKm = SaidRadius(reading) ?? form.RadiusKm,
            From = reading.From ?? form.From,
            Until = reading.Until ?? form.Until,
            Statuses = Last(reading.Statuses, form.Statuses),
            FullTime = reading.FullTime ?? form.FullTime,
            Rhythm = reading.Rhythm == WorkRhythm.None ? form.Rhythm : reading.Rhythm,
            Lodging = reading.Lodging || form.Lodging,
            Urgent = reading.Urgent || form.Urgent,
            Bounds = reading.PlaceCode is null ? form.Bounds : null,
        };

    /// <summary>The radius that was said in words; the usual one is not written into the address.</summary>
    private static int? SaidRadius(QueryReading reading) =>
        reading.RadiusKm is { } km && (int)km != UsualRadiusKm
            ? Math.Clamp((int)km, SearchAddressReader.SmallestRadius, SearchAddressReader.LargestRadius)
            : null;

    private static ListingSearch Plain(SearchForm form) =>
        new()
        {
            Kinds = form.Kinds,
            Professions = form.Professions,
            Specialties = form.Specialties,
            Bounds = form.Bounds,
            From = form.From,
            Until = form.Until,
            Statuses = form.Statuses,
            FullTime = form.FullTime,
            Rhythm = form.Rhythm,
            PayGiven = form.PayGiven,
            Lodging = form.Lodging,
            Urgent = form.Urgent,
            Languages = form.Languages,
            Sources = form.Sources,
            Words = form.Words,
            Page = form.Page,
        };

    private static ListingSearch Locate(ListingSearch search, SearchForm form, PlaceRef? place, Gazetteer gazetteer)
    {
        if (form.Bounds is not null || place is not { } found)
        {
            return search;
        }
        if (found.IsArea)
        {
            return search with { AreaCode = found.Code };
        }
        var (latitude, longitude) = gazetteer.CentreOf(found);
        return search with { Circle = new SearchCircle(latitude, longitude, form.RadiusKm ?? UsualRadiusKm) };
    }

    private static IReadOnlyList<T> Last<T>(IReadOnlyList<T> read, IReadOnlyList<T> chosen) => read.Count > 0 ? read : chosen;
}
