using System.Globalization;
using Releve.Core.Carers;
using Releve.Core.Languages;
using Releve.Core.Listings;
using Releve.Core.Places;

namespace Releve.Web.Modules.Carers;

/// <summary>The profile's form as typed: everything is text until it is read.</summary>
public sealed class ProfileForm
{
    /// <summary>How many professions one may declare.</summary>
    public const int MostProfessions = 3;

    /// <summary>Languages that one may name, those of the countries served first.</summary>
    public static IReadOnlyList<string> LanguageCodes { get; } = ["fr", "nl", "de", "en", "es", "it", "pt", "ro", "pl", "uk", "ru", "ar", "tr", "sgn"];

    /// <summary>How many of them stand open in the form.</summary>
    public const int FirstLanguages = 4;

    public string? GivenName { get; set; }
    public string? FamilyName { get; set; }
    public string? Situation { get; set; }
    public string?[] Professions { get; set; } = [];
    public string[] Specialties { get; set; } = [];
    public string? Rpps { get; set; }
    public string? Inami { get; set; }
    public string? BirthYear { get; set; }
    public string? Commune { get; set; }
    public string? Phone { get; set; }
    public Dictionary<string, string?> Levels { get; set; } = [];
    public string? AvailableFrom { get; set; }
    public string? Availability { get; set; }
    public string? About { get; set; }
    public bool Unemployed { get; set; }

    /// <summary>The person has read what will not be verified any more.</summary>
    public bool Recheck { get; set; }

    /// <summary>The version of the profile from which the form was filled.</summary>
    public int Version { get; set; } = EditProfile.NoVersion;

    /// <summary>The form filled from what is stored.</summary>
    public static ProfileForm Of(ProfileWords words, int version, Gazetteer gazetteer, Language language)
    {
        var content = words.Content;
        return new ProfileForm
        {
            GivenName = words.GivenName,
            FamilyName = words.FamilyName,
            Situation = SlugOf(content.Situation),
            Professions = content.Professions,
            Specialties = content.Specialties,
            Rpps = content.Rpps,
            Inami = content.Inami,
            BirthYear = content.BirthYear?.ToString(CultureInfo.InvariantCulture),
            Commune = gazetteer.Commune(content.CommuneCode) is { } commune ? gazetteer.Label(commune, language) : null,
            Phone = content.Phone,
            Levels = content.Languages.ToDictionary(one => one.Language, one => (string?)SlugOf(one.Level), StringComparer.Ordinal),
            AvailableFrom = content.AvailableFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Availability = content.Availability,
            About = content.About,
            Unemployed = content.TemporarilyUnemployed,
            Version = version,
        };
    }

    /// <summary>The profession in a row of the form; null when the row is empty.</summary>
    public string? ProfessionAt(int row) => row < Professions.Length ? Professions[row] : null;

    /// <summary>The situations by the words of the form.</summary>
    public static IReadOnlyDictionary<string, CarerSituation> Situations { get; } =
        new Dictionary<string, CarerSituation>(StringComparer.Ordinal)
        {
            ["working"] = CarerSituation.Working,
            ["student"] = CarerSituation.Student,
            ["job-seeker"] = CarerSituation.JobSeeker,
            ["newcomer"] = CarerSituation.Newcomer,
        };

    /// <summary>The levels by the words of the form.</summary>
    public static IReadOnlyDictionary<string, LanguageLevel> LevelsBySlug { get; } =
        new Dictionary<string, LanguageLevel>(StringComparer.Ordinal)
        {
            ["basic"] = LanguageLevel.Basic,
            ["good"] = LanguageLevel.Good,
            ["fluent"] = LanguageLevel.Fluent,
        };

    public static string SlugOf(CarerSituation situation) => Situations.First(one => one.Value == situation).Key;

    public static string SlugOf(LanguageLevel level) => LevelsBySlug.First(one => one.Value == level).Key;
}
