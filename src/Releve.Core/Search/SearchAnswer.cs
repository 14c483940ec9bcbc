using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Search.Index;

namespace Releve.Core.Search;

/// <summary>
/// What a card shows, held in the index so that a page of results reads nothing from the database. Texts are in the
/// listing's languages; facts are typed and worded by the page.
/// </summary>
public sealed class ListingCard
{
    private readonly CardCodec.StoredDetails? stored;
    private ListingDetails? details;

    public ListingCard() { }

    internal ListingCard(CardCodec.StoredDetails stored) => this.stored = stored;

    public required Guid Id { get; init; }

    /// <summary>Short public reference.</summary>
    public string Reference => ListingReference.Of(Id);
    public required ListingKind Kind { get; init; }

    /// <summary>Titles in the languages of the listing, the original first.</summary>
    public required (Language Language, string Title)[] Titles { get; init; }

    /// <summary>Null when a carer publishes in person.</summary>
    public required string? OrganisationName { get; init; }
    public required string? OrganisationSlug { get; init; }
    public required string CommuneCode { get; init; }
    public required double Latitude { get; init; }
    public required double Longitude { get; init; }
    public required string[] Professions { get; init; }
    public required DateOnly? From { get; init; }
    public required DateOnly? Until { get; init; }
    public required bool Urgent { get; init; }
    public required Benefits Benefits { get; init; }
    public required PayRange? Pay { get; init; }

    /// <summary>The typed fields of the kind, from which the card takes its facts.</summary>
    public ListingDetails Details
    {
        get => details ??= stored!.Read();
        init => details = value;
    }
    public required DateTime PublishedAt { get; init; }
    public required DateTime ExpiresAt { get; init; }

    /// <summary>The title in a language, else the original.</summary>
    public string TitleIn(Language language)
    {
        foreach (var (l, title) in Titles)
        {
            if (l == language)
            {
                return title;
            }
        }
        return Titles[0].Title;
    }
}

/// <summary>One result: the card and its distance from the search's centre in km.</summary>
public readonly record struct SearchHit(ListingCard Card, double? DistanceKm);

/// <summary>
/// How many results each further choice would leave. A facet counts as if its own field were not restricted, so that
/// people see what they could switch to.
/// </summary>
public sealed class FacetCounts
{
    /// <summary>By kind; index is the enum's value.</summary>
    public required int[] Kinds { get; init; }

    /// <summary>By profession code, zero counts left out.</summary>
    public required IReadOnlyDictionary<string, int> Professions { get; init; }

    /// <summary>By specialty code of the professions in the search, zero counts left out.</summary>
    public required IReadOnlyDictionary<string, int> Specialties { get; init; }

    /// <summary>By employment status; index is the enum's value.</summary>
    public required int[] Statuses { get; init; }

    /// <summary>Full-time and part-time.</summary>
    public required (int Full, int Part) Hours { get; init; }

    /// <summary>Day, night, twelve hours, weekend: in the order of <see cref="WorkRhythm"/>.</summary>
    public required int[] Rhythms { get; init; }
    public required int PayGiven { get; init; }
    public required int Lodging { get; init; }
    public required int Urgent { get; init; }

    /// <summary>By required language's two-letter code.</summary>
    public required IReadOnlyDictionary<string, int> Languages { get; init; }

    /// <summary>By source; index is the enum's value.</summary>
    public required int[] Sources { get; init; }
}

/// <summary>A page of results with the exact total and all facets.</summary>
public sealed record SearchAnswer(int Total, IReadOnlyList<SearchHit> Hits, FacetCounts Facets);

/// <summary>A pin: one listing, or several at one place or in one cell of the map.</summary>
public sealed record MapPin(double Latitude, double Longitude, int Count, ListingKind Kind, ListingCard? Card);
