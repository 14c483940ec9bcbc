using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Core.Search;
using Releve.Core.Search.Index;
using Releve.Core.Search.Words;

namespace Releve.Core.Tests.Search;

/// <summary>What a search means, said plainly and slowly: one listing after the other, each condition by itself.</summary>
internal sealed class PlainSearch(IReadOnlyDictionary<string, Commune> communes, IReadOnlyList<Profession> professions)
{
    private static readonly double[] BandsKm = [5, 10, 20, 35, 50, 75, 100, 150, 200];

    public (int Total, List<Guid> Ids, Dictionary<string, int> Facets) Answer(IEnumerable<ListingRow> listings, ListingSearch search, DateTime now)
    {
        var open = listings.Where(row => row.ExpiresAt > now).ToList();
        var found = open.Where(row => Fails(row, search).Count == 0).ToList();
        var page = Sorted(found, search).Skip((search.Page - 1) * search.PageSize).Take(search.PageSize).Select(row => row.Id).ToList();
        return (found.Count, page, Facets(open, search));
    }

    private IEnumerable<ListingRow> Sorted(List<ListingRow> found, ListingSearch search)
    {
        var stems = Stems(search.Words).Distinct().Take(12).ToList();
        IEnumerable<IComparable> Measure(ListingRow row)
        {
            if (search.Sort == SearchSort.Distance && search.Circle is not null)
            {
                yield return Square(row, search.Circle);
            }
            if (search.Sort == SearchSort.Relevance)
            {
                yield return -stems.Sum(stem => Weight(row, stem));
                yield return search.Circle is null ? 0 : BandsKm.Count(km => Square(row, search.Circle) > UnitVector.Chord(km) * UnitVector.Chord(km));
            }
        }
        var measured = found.Select(row => (Row: row, Measure: Measure(row).ToArray())).ToList();
        measured.Sort(
            (a, b) =>
                a.Measure.Zip(b.Measure, (x, y) => x.CompareTo(y)).FirstOrDefault(difference => difference != 0) is var d and not 0 ? d
                : b.Row.PublishedAt != a.Row.PublishedAt ? b.Row.PublishedAt.CompareTo(a.Row.PublishedAt)
                : a.Row.Id.CompareTo(b.Row.Id)
        );
        return measured.Select(pair => pair.Row);
    }

    /// <summary>The names of the conditions that a listing does not fulfil.</summary>
    private List<string> Fails(ListingRow row, ListingSearch search)
    {
        var traits = ListingTraits.Of(row.Details, row.Pay);
        var conditions = new (string Name, bool Holds)[]
        {
            ("kind", search.Kinds.Count == 0 || search.Kinds.Contains(row.Kind)),
            ("profession", search.Professions.Count == 0 || search.Professions.Intersect(row.Professions).Any()),
            ("specialty", search.Specialties.Count == 0 || search.Specialties.Intersect(row.Specialties).Any()),
            ("status", search.Statuses.Count == 0 || (traits.Status is { } status && search.Statuses.Contains(status))),
            ("hours", search.FullTime is null || traits.FullTime == search.FullTime),
            ("rhythm", search.Rhythm == WorkRhythm.None || (traits.Rhythm & search.Rhythm) != WorkRhythm.None),
            ("pay", !search.PayGiven || traits.PayGiven),
            ("lodging", !search.Lodging || row.Benefits.HasFlag(Benefits.Lodging)),
            ("urgent", !search.Urgent || row.Urgent),
            ("language", search.Languages.Count == 0 || row.Languages.Any(language => search.Languages.Contains(language.Language))),
            ("source", search.Sources.Count == 0 || search.Sources.Contains(row.Source)),
            ("organisation", search.OrganisationId is null || row.OrganisationId == search.OrganisationId),
            ("from", search.From is null || row.LastDay is null || row.LastDay >= search.From),
            ("until", search.Until is null || row.FirstDay is null || row.FirstDay <= search.Until),
            (
                "circle",
                search.Circle is null || Square(row, search.Circle) <= UnitVector.Chord(search.Circle.RadiusKm) * UnitVector.Chord(search.Circle.RadiusKm)
            ),
            ("bounds", search.Bounds is null || IsWithin(row, search.Bounds)),
            ("area", search.AreaCode is null || AreasOf(row).Contains(search.AreaCode)),
            ("areas", search.AreaCodes.Count == 0 || AreasOf(row).Intersect(search.AreaCodes).Any()),
            ("words", Stems(search.Words).Distinct().Take(12).All(stem => Weight(row, stem) > 0)),
        };
        return [.. conditions.Where(condition => !condition.Holds).Select(condition => condition.Name)];
    }

    private Dictionary<string, int> Facets(List<ListingRow> open, ListingSearch search)
    {
        var counts = new Dictionary<string, int>();
        foreach (var row in open)
        {
            var fails = Fails(row, search);
            foreach (var (field, value) in Values(row, search))
            {
                if (fails.TrueForAll(name => name == field))
                {
                    counts[$"{field}:{value}"] = counts.GetValueOrDefault($"{field}:{value}") + 1;
                }
            }
        }
        return counts;
    }

    private static IEnumerable<(string Field, string Value)> Values(ListingRow row, ListingSearch search)
    {
        var traits = ListingTraits.Of(row.Details, row.Pay);
        yield return ("kind", row.Kind.ToString());
        yield return ("source", row.Source.ToString());
        foreach (var profession in row.Professions.Distinct())
        {
            yield return ("profession", profession);
        }
        foreach (var specialty in row.Specialties.Distinct().Where(code => search.Professions.Contains(code.Split('.')[0])))
        {
            yield return ("specialty", specialty);
        }
        foreach (var language in row.Languages.Select(language => language.Language).Distinct())
        {
            yield return ("language", language);
        }
        foreach (var rhythm in new[] { WorkRhythm.Day, WorkRhythm.Night, WorkRhythm.TwelveHours, WorkRhythm.Weekend }.Where(r => traits.Rhythm.HasFlag(r)))
        {
            yield return ("rhythm", rhythm.ToString());
        }
        var rest = new (string, string?)[]
        {
            ("status", traits.Status?.ToString()),
            ("hours", traits.FullTime?.ToString()),
            ("pay", traits.PayGiven ? "yes" : null),
            ("lodging", row.Benefits.HasFlag(Benefits.Lodging) ? "yes" : null),
            ("urgent", row.Urgent ? "yes" : null),
        };
        foreach (var (field, value) in rest)
        {
            if (value is not null)
            {
                yield return (field, value);
            }
        }
    }

    /// <summary>The facets of an answer in the same form.</summary>
    public static Dictionary<string, int> Flat(FacetCounts facets)
    {
        var flat = new Dictionary<string, int>();
        void Add(string field, string value, int count)
        {
            if (count != 0)
            {
                flat[$"{field}:{value}"] = count;
            }
        }
        foreach (var kind in ListingKinds.All)
        {
            Add("kind", kind.ToString(), facets.Kinds[(int)kind]);
        }
        foreach (var status in Enum.GetValues<EmploymentStatus>())
        {
            Add("status", status.ToString(), facets.Statuses[(int)status]);
        }
        foreach (var source in Enum.GetValues<ListingSource>())
        {
            Add("source", source.ToString(), facets.Sources[(int)source]);
        }
        Add("hours", "True", facets.Hours.Full);
        Add("hours", "False", facets.Hours.Part);
        for (var i = 0; i < 4; i++)
        {
            Add("rhythm", ((WorkRhythm)(1 << i)).ToString(), facets.Rhythms[i]);
        }
        Add("pay", "yes", facets.PayGiven);
        Add("lodging", "yes", facets.Lodging);
        Add("urgent", "yes", facets.Urgent);
        foreach (var (name, counts) in new[] { ("profession", facets.Professions), ("specialty", facets.Specialties), ("language", facets.Languages) })
        {
            foreach (var (code, count) in counts)
            {
                Add(name, code, count);
            }
        }
        return flat;
    }

    private int Weight(ListingRow row, string stem)
    {
        var commune = communes.GetValueOrDefault(row.CommuneCode);
        return row.Texts.Any(text => Stems(text.Title).Contains(stem)) ? 8
            : professions.Any(profession => row.Professions.Contains(profession.Code) && NamesOf(profession).Any(name => Stems(name).Contains(stem))) ? 4
            : Stems($"{row.OrganisationName} | {commune?.NameFr} | {commune?.NameNl}").Contains(stem) ? 2
            : row.Texts.Any(text => Stems(text.Body).Contains(stem)) ? 1
            : 0;
    }

    private static IEnumerable<string> NamesOf(Profession profession) =>
        LanguageExtensions.All.SelectMany(language =>
            (string[])[profession.Names.In(language).Masculine, profession.Names.In(language).Feminine, .. profession.Synonyms.In(language)]
        );

    private static IEnumerable<string> Stems(string text) =>
        Folding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !WordReader.IsStopWord(word)).Select(WordStem.Of);

    private IEnumerable<string> AreasOf(ListingRow row) =>
        communes.GetValueOrDefault(row.CommuneCode) is { } commune
            ? new[] { commune.Code, commune.ParentCode, commune.DistrictCode, commune.DepartmentCode, commune.RegionCode }.OfType<string>()
            : [row.CommuneCode];

    private static double Square(ListingRow row, SearchCircle circle)
    {
        var there = UnitVector.At(row.Latitude, row.Longitude);
        return UnitVector.At(circle.Latitude, circle.Longitude).SquareTo(there.X, there.Y, there.Z);
    }

    private static bool IsWithin(ListingRow row, MapBounds bounds) =>
        row.Latitude >= bounds.South && row.Latitude <= bounds.North && row.Longitude >= bounds.West && row.Longitude <= bounds.East;
}
