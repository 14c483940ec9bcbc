using System.Globalization;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.Places;

namespace Releve.Web.Modules.LifeProjects;

/// <summary>A zone as typed. A circle that was dragged has a centre of its own, which holds as long as the place beside it is not typed anew.</summary>
public sealed class ZoneForm
{
    public string? Place { get; set; }

    /// <summary>The place that was typed when the centre was set.</summary>
    public string? Of { get; set; }
    public string? Km { get; set; }
    public string? Liking { get; set; }
    public string? Latitude { get; set; }
    public string? Longitude { get; set; }

    /// <summary>True when nothing was typed.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Place) && string.IsNullOrWhiteSpace(Latitude);
}

/// <summary>The life project's form as typed: everything is text until it is read.</summary>
public sealed class ProjectForm
{
    /// <summary>The radius of a circle for which none was typed, km.</summary>
    public const int UsualKm = 30;

    /// <summary>Languages that one may name, those of the countries served first.</summary>
    public static IReadOnlyList<string> LanguageCodes { get; } = ["fr", "nl", "de", "en", "es", "it", "pt", "ro", "pl", "uk", "ru", "ar", "tr", "sgn"];

    /// <summary>How many of them stand open in the form.</summary>
    public const int FirstLanguages = 4;

    /// <summary>By how many months a start may move.</summary>
    public static IReadOnlyList<int> Months { get; } = [0, 1, 2, 3, 6, 12];

    public string?[] Professions { get; set; } = [];
    public string[] Specialties { get; set; } = [];
    public string[] Ways { get; set; } = [];
    public string? Start { get; set; }
    public string? FlexibleMonths { get; set; }
    public string? Days { get; set; }
    public string[] Rhythm { get; set; } = [];
    public string[] Settings { get; set; } = [];
    public string? Patients { get; set; }
    public string[] Surroundings { get; set; } = [];
    public List<ZoneForm> Zones { get; set; } = [];
    public string? Sector { get; set; }
    public string? Partner { get; set; }
    public string[] Children { get; set; } = [];
    public string[] Housing { get; set; } = [];
    public Dictionary<string, string?> Levels { get; set; } = [];
    public string? Words { get; set; }
    public string?[] Sought { get; set; } = [];
    public string? FoundsAt { get; set; }
    public string? CombineKm { get; set; }

    /// <summary>How much each wish weighs, by its name.</summary>
    public Dictionary<string, string?> Weights { get; set; } = [];

    /// <summary>The version of the life project from which the form was filled.</summary>
    public int Version { get; set; } = SaveLifeProject.NoVersion;

    /// <summary>Its owner has read what the wishes cost.</summary>
    public bool Agreed { get; set; }

    /// <summary>The form filled from wishes.</summary>
    public static ProjectForm Of(LifeWishes wishes, int version, Gazetteer gazetteer, Language language) =>
        new()
        {
            Professions = wishes.Professions,
            Specialties = wishes.Specialties,
            Ways = Names(LifeProjectWords.Ways, wishes.Ways),
            Start = wishes.Start?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            FlexibleMonths = Plain(wishes.FlexibleMonths),
            Days = Plain(wishes.DaysPerWeek),
            Rhythm = Names(LifeProjectWords.Rhythms, wishes.Rhythm),
            Settings = Names(LifeProjectWords.Settings, wishes.Settings),
            Patients = Plain(wishes.PatientsPerDay),
            Surroundings = Names(LifeProjectWords.Around, wishes.Surroundings),
            Zones = [.. wishes.Zones.Select(zone => Of(zone, gazetteer, language))],
            Sector = wishes.PartnerSector?.ToString(),
            Partner = wishes.PartnerProfession,
            Children = Names(LifeProjectWords.Children, wishes.Children),
            Housing = Names(LifeProjectWords.Homes, wishes.Housing),
            Levels = wishes.Languages.ToDictionary(one => one.Language, one => (string?)one.Level.ToString(), StringComparer.Ordinal),
            Words = wishes.Words,
            Sought = wishes.PartnersSought,
            FoundsAt = gazetteer.Commune(wishes.FoundsAt) is { } commune ? gazetteer.Label(commune, language) : null,
            CombineKm = Plain(wishes.CombineWithinKm),
            Weights = wishes.Weights.ToDictionary(one => one.Key.ToString(), one => (string?)one.Value.ToString(), StringComparer.Ordinal),
            Version = version,
        };

    /// <summary>How much a wish weighs as typed; null when that was not said: a wish that says something is then important.</summary>
    public WishWeight? WeightOf(Wish wish) => Enum.TryParse<WishWeight>(Weights.GetValueOrDefault(wish.ToString()), out var weight) ? weight : null;

    /// <summary>What stands in a row; null when the row is empty.</summary>
    public static string? At(string?[] rows, int row) => row < rows.Length ? rows[row] : null;

    private static ZoneForm Of(Zone zone, Gazetteer gazetteer, Language language)
    {
        var label = gazetteer.Place(zone.PlaceCode) is { } place ? gazetteer.Label(place, language) : null;
        return new ZoneForm
        {
            Place = label,
            Of = label,
            Km = Plain(zone.RadiusKm),
            Liking = zone.Liking.ToString(),
            Latitude = zone.Latitude?.ToString(CultureInfo.InvariantCulture),
            Longitude = zone.Longitude?.ToString(CultureInfo.InvariantCulture),
        };
    }

    private static string? Plain(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string[] Names<T>(IReadOnlyList<T> all, T set)
        where T : struct, Enum => [.. all.Where(one => set.HasFlag(one)).Select(one => one.ToString())];
}
