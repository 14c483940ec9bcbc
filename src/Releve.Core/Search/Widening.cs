using Releve.Core.Listings;

namespace Releve.Core.Search;

/// <summary>Which part of a search is widened or left out.</summary>
public enum WideningKind
{
    Radius,
    Place,
    Dates,
    Words,
    Kinds,
    Professions,
    Specialties,
    Statuses,
    Hours,
    Rhythm,
    Pay,
    Lodging,
    Urgent,
    Languages,
    Sources,
}

/// <summary>A wider search, what was widened, and how many listings it finds.</summary>
public sealed record Widening(WideningKind Kind, ListingSearch Search, int Count)
{
    private static readonly double[] Radii = [25, 50, 100, 200];

    /// <summary>Every way of widening a search by one step, the mildest first.</summary>
    public static IEnumerable<(WideningKind Kind, ListingSearch Search)> Of(ListingSearch search)
    {
        var first = search with { Page = 1 };
        if (search.Circle is { } circle)
        {
            foreach (var radius in Radii.Where(radius => radius > circle.RadiusKm))
            {
                yield return (WideningKind.Radius, first with { Circle = circle with { RadiusKm = radius } });
            }
        }
        foreach (var (kind, restricts, without) in Parts(first))
        {
            if (restricts)
            {
                yield return (kind, without);
            }
        }
    }

    private static IEnumerable<(WideningKind, bool, ListingSearch)> Parts(ListingSearch search) =>
        [
            (WideningKind.Dates, search.From is not null || search.Until is not null, search with { From = null, Until = null }),
            (WideningKind.Hours, search.FullTime is not null, search with { FullTime = null }),
            (WideningKind.Rhythm, search.Rhythm != WorkRhythm.None, search with { Rhythm = WorkRhythm.None }),
            (WideningKind.Pay, search.PayGiven, search with { PayGiven = false }),
            (WideningKind.Lodging, search.Lodging, search with { Lodging = false }),
            (WideningKind.Urgent, search.Urgent, search with { Urgent = false }),
            (WideningKind.Languages, search.Languages.Count > 0, search with { Languages = [] }),
            (WideningKind.Sources, search.Sources.Count > 0, search with { Sources = [] }),
            (WideningKind.Statuses, search.Statuses.Count > 0, search with { Statuses = [] }),
            (WideningKind.Specialties, search.Specialties.Count > 0, search with { Specialties = [] }),
            (WideningKind.Words, search.Words.Length > 0, search with { Words = "" }),
            (WideningKind.Kinds, search.Kinds.Count > 0, search with { Kinds = [] }),
            (
                WideningKind.Place,
                search.Circle is not null || search.Bounds is not null || search.AreaCode is not null || search.AreaCodes.Count > 0,
                search with
                {
                    Circle = null,
                    Bounds = null,
                    AreaCode = null,
                    AreaCodes = [],
                }
            ),
            (WideningKind.Professions, search.Professions.Count > 0, search with { Professions = [], Specialties = [] }),
        ];
}
