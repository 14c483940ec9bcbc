using Releve.Core.LifeProjects;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.LifeProjects;

/// <summary>A part of a life project in words: what is stored and what was typed.</summary>
public sealed record ProjectDifference(string Label, string Stored, string Typed);

/// <summary>A whole life project in words, for its owner: two versions stand side by side.</summary>
public sealed class ProjectLines(PageText text, ProfessionCatalogue professions, Gazetteer gazetteer)
{
    /// <summary>Where two versions differ.</summary>
    public IReadOnlyList<ProjectDifference> Between(LifeWishes stored, LifeWishes typed) =>
        [
            .. Of(stored)
                .Zip(Of(typed))
                .Where(pair => pair.First.Said != pair.Second.Said)
                .Select(pair => new ProjectDifference(text["LifeProjects.line." + pair.First.Key], pair.First.Said, pair.Second.Said)),
        ];

    private IEnumerable<(string Key, string Said)> Of(LifeWishes wishes) =>
        [
            ("professions", Professions(wishes.Professions)),
            ("specialties", Professions(wishes.Specialties)),
            ("ways", Join(text.Names(LifeProjectWords.Ways, wishes.Ways, one => "LifeProjects.way." + one))),
            ("start", wishes.Start is { } start ? $"{text.Date(start)} (± {text.Number(wishes.FlexibleMonths)})" : ""),
            ("days", wishes.DaysPerWeek is { } days ? text.Count("LifeProjects.card.days", days) : ""),
            ("rhythm", Join(text.Names(LifeProjectWords.Rhythms, wishes.Rhythm, one => "LifeProjects.rhythm." + one))),
            ("settings", Join(text.Names(LifeProjectWords.Settings, wishes.Settings, one => "LifeProjects.setting." + one))),
            ("patients", wishes.PatientsPerDay is { } patients ? text.Number(patients) : ""),
            ("surroundings", Join(text.Names(LifeProjectWords.Around, wishes.Surroundings, one => "LifeProjects.surroundings." + one))),
            ("zones", Join(wishes.Zones.Select(Zone))),
            (
                "weights",
                Join(
                    wishes.Weights.OrderBy(one => one.Key).Select(one => $"{text["LifeProjects.wish." + one.Key]} ({text["LifeProjects.weight." + one.Value]})")
                )
            ),
            (
                "partner",
                Join([
                    .. wishes.PartnerSector is { } sector ? [text["LocalLife.sector." + sector]] : Array.Empty<string>(),
                    Professions([wishes.PartnerProfession ?? ""]),
                ])
            ),
            ("children", Join(text.Names(LifeProjectWords.Children, wishes.Children, one => "LifeProjects.children." + one))),
            ("housing", Join(text.Names(LifeProjectWords.Homes, wishes.Housing, one => "LifeProjects.housing." + one))),
            (
                "languages",
                Join(
                    wishes.Languages.Select(one =>
                        text.With(
                            "LifeProjects.card.language",
                            ("language", text["Carers.language." + one.Language]),
                            ("level", text["LifeProjects.level." + one.Level])
                        )
                    )
                )
            ),
            ("words", wishes.Words ?? ""),
            ("founds", Join([Professions(wishes.PartnersSought), gazetteer.Commune(wishes.FoundsAt)?.NameIn(text.Language) ?? ""])),
            ("combine", wishes.CombineWithinKm is { } km ? text.Kilometres(km) : ""),
        ];

    private string Zone(Zone zone)
    {
        var name = gazetteer.Place(zone.PlaceCode) is { } place ? gazetteer.Label(place, text.Language) : zone.PlaceCode;
        var liking = text["LifeProjects.liking." + zone.Liking];
        return zone.RadiusKm is { } radius ? $"{name}, {text.Kilometres(radius)} ({liking})" : $"{name} ({liking})";
    }

    private string Professions(IEnumerable<string> codes) =>
        Join(codes.Where(code => professions.Find(code) is not null).Select(code => professions.LabelOf(code, text.Language)));

    private static string Join(IEnumerable<string> parts) => string.Join("; ", parts.Where(part => part.Length > 0));
}
