using System.Globalization;
using Releve.Core.Carers;
using Releve.Core.Listings;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Carers;

/// <summary>What a profile says, in words of the page's language.</summary>
public sealed class ProfileWording(PageText text, ProfessionCatalogue professions, Gazetteer gazetteer)
{
    /// <summary>The labels and values of a profile in the order of its form; empty values where nothing is said.</summary>
    public IReadOnlyList<(string Label, string Value)> Lines(ProfileWords words)
    {
        var content = words.Content;
        return
        [
            (text["Carers.given-name"], words.GivenName ?? ""),
            (text["Carers.family-name"], words.FamilyName ?? ""),
            (text["Carers.situation"], text["Carers.situation." + ProfileForm.SlugOf(content.Situation)]),
            (text["Carers.professions"], Names(content.Professions)),
            (text["Carers.specialties"], Names(content.Specialties)),
            (text["Carers.rpps"], content.Rpps ?? ""),
            (text["Carers.inami"], content.Inami ?? ""),
            (text["Carers.birth-year"], content.BirthYear?.ToString(CultureInfo.InvariantCulture) ?? ""),
            (text["Carers.commune"], Commune(content.CommuneCode)),
            (text["Carers.phone"], content.Phone ?? ""),
            (text["Carers.languages"], Languages(content.Languages)),
            (text["Carers.available-from"], content.AvailableFrom is { } day ? text.Date(day) : ""),
            (text["Carers.availability"], content.Availability ?? ""),
            (text["Carers.about"], content.About ?? ""),
            (text["Carers.unemployed"], text[content.TemporarilyUnemployed ? "Carers.yes" : "Carers.no"]),
        ];
    }

    /// <summary>The labels and values that others see, only those that say something.</summary>
    public IReadOnlyList<(string Label, string Value)> Lines(ProfileView view) =>
        [
            .. new (string Label, string Value)[]
            {
                (text["Carers.seen.specialties"], Names(view.Specialties)),
                (text["Carers.seen.commune"], Commune(view.CommuneCode)),
                (text["Carers.seen.languages"], Languages(view.Languages)),
                (text["Carers.available-from"], view.AvailableFrom is { } day ? text.Date(day) : ""),
                (text["Carers.seen.availability"], view.Availability ?? ""),
                (text["Carers.phone"], view.Phone ?? ""),
                (text["Carers.email"], view.Email ?? ""),
                (text["Carers.rpps"], view.Rpps ?? ""),
                (text["Carers.inami"], view.Inami ?? ""),
                (text["Carers.seen.about"], view.About ?? ""),
            }.Where(line => line.Value.Length > 0),
        ];

    /// <summary>Names of professions or specialties.</summary>
    public string Names(IEnumerable<string> codes) =>
        string.Join(" ; ", codes.Where(code => professions.Find(code) is not null).Select(code => professions.LabelOf(code, text.Language)));

    /// <summary>Languages with their levels.</summary>
    public string Languages(IEnumerable<LanguageRequirement> languages) =>
        string.Join(
            ", ",
            languages.Select(one =>
                text.With(
                    "Carers.language-level",
                    ("language", text["Carers.language." + one.Language]),
                    ("level", text["Carers.level.short." + ProfileForm.SlugOf(one.Level)])
                )
            )
        );

    /// <summary>The commune; empty when none is said.</summary>
    public string Commune(string? code) => gazetteer.Commune(code) is { } commune ? gazetteer.Label(commune, text.Language) : "";
}

/// <summary>A field in which two tabs differ: what is stored, what was typed.</summary>
public sealed record ProfileDifference(string Label, string Stored, string Typed)
{
    /// <summary>The fields in which they differ.</summary>
    public static IReadOnlyList<ProfileDifference> Between(ProfileWords stored, ProfileWords typed, ProfileWording wording) =>
        [
            .. wording
                .Lines(stored)
                .Zip(wording.Lines(typed))
                .Where(pair => pair.First.Value != pair.Second.Value)
                .Select(pair => new ProfileDifference(pair.First.Label, pair.First.Value, pair.Second.Value)),
        ];
}
