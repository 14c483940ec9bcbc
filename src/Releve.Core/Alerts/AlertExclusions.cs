using Releve.Core.Listings;
using Releve.Core.Search;
using Releve.Core.Search.Index;

namespace Releve.Core.Alerts;

/// <summary>What its owner does not want to hear of again, said with one click on a listing of an alert.</summary>
public sealed record AlertExclusions
{
    /// <summary>None yet.</summary>
    public static AlertExclusions None { get; } = new();

    /// <summary>Listings that were not relevant.</summary>
    public IReadOnlyList<Guid> Listings { get; init; } = [];

    /// <summary>Organisations to leave out.</summary>
    public IReadOnlyList<Guid> Organisations { get; init; } = [];

    /// <summary>Kinds to leave out.</summary>
    public IReadOnlyList<ListingKind> Kinds { get; init; } = [];

    /// <summary>Professions to leave out: a listing that seeks only these.</summary>
    public IReadOnlyList<string> Professions { get; init; } = [];

    /// <summary>Nothing farther than this from the search's centre, kilometres.</summary>
    public double? MostKm { get; init; }

    /// <summary>True when nothing is left out.</summary>
    public bool IsEmpty => Listings.Count + Organisations.Count + Kinds.Count + Professions.Count == 0 && MostKm is null;

    /// <summary>True when a listing is left out of a search around that circle.</summary>
    public bool Excludes(ListingRow row, SearchCircle? circle) =>
        Excludes(row.Id, row.OrganisationId, row.Kind, row.Professions, circle, (row.Latitude, row.Longitude));

    /// <summary>The same by what counts of a listing.</summary>
    public bool Excludes(
        Guid listing,
        Guid? organisation,
        ListingKind kind,
        string[] professions,
        SearchCircle? circle,
        (double Latitude, double Longitude) at
    ) =>
        Listings.Contains(listing)
        || (organisation is { } publisher && Organisations.Contains(publisher))
        || Kinds.Contains(kind)
        || (Professions.Count > 0 && professions.Length > 0 && Array.TrueForAll(professions, code => Professions.Contains(code)))
        || (MostKm is { } km && circle is not null && Square(circle, at) > UnitVector.Chord(km) * UnitVector.Chord(km));

    private static double Square(SearchCircle circle, (double Latitude, double Longitude) at)
    {
        var there = UnitVector.At(at.Latitude, at.Longitude);
        return UnitVector.At(circle.Latitude, circle.Longitude).SquareTo(there.X, there.Y, there.Z);
    }
}
