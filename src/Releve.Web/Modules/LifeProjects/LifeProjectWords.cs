using System.Globalization;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.LocalLife;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.LifeProjects;

/// <summary>Life projects in words.</summary>
public static class LifeProjectWords
{
    /// <summary>The ways to work, in the order of screens.</summary>
    public static IReadOnlyList<WaysToWork> Ways { get; } = Each<WaysToWork>();

    /// <summary>How people work together.</summary>
    public static IReadOnlyList<PracticeSettings> Settings { get; } = Each<PracticeSettings>();

    /// <summary>When in day and week.</summary>
    public static IReadOnlyList<WorkRhythm> Rhythms { get; } = Each<WorkRhythm>();

    /// <summary>What is around.</summary>
    public static IReadOnlyList<Surroundings> Around { get; } = Each<Surroundings>();

    /// <summary>What children need.</summary>
    public static IReadOnlyList<ChildrenNeeds> Children { get; } = Each<ChildrenNeeds>();

    /// <summary>Homes.</summary>
    public static IReadOnlyList<HousingWanted> Homes { get; } = Each<HousingWanted>();

    /// <summary>A borrowed name: "Alouette 27".</summary>
    public static string NameOf(this PageText text, Bird bird) =>
        text["LifeProjects.bird." + bird.Kind.ToString(CultureInfo.InvariantCulture)] + "\u00a0" + bird.Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Who it is, as far as the card says: "Médecin, Profession paramédicale".</summary>
    public static string WorkOf(this PageText text, AnonymousCard card, ProfessionCatalogue professions) =>
        text.List([
            .. (card.Specialties.Count > 0 ? Precise(card) : card.Professions)
                .Where(code => professions.Find(code) is not null)
                .Select(code => professions.LabelOf(code, text.Language)),
            .. card.Families.Select(family => text["LifeProjects.family." + family]),
        ]);

    /// <summary>Where, as far as the card says.</summary>
    public static string PlacesOf(this PageText text, AnonymousCard card, Gazetteer gazetteer) =>
        card.Places.Count == 0
            ? text["LifeProjects.card.anywhere"]
            : text.List([.. card.Places.Select(code => gazetteer.Area(code)?.Names.In(text.Language)).OfType<string>()]);

    /// <summary>When: a month, and how far it may move.</summary>
    public static string StartOf(this PageText text, AnonymousCard card) =>
        card.StartMonth is not { } month ? text["LifeProjects.card.start.open"]
        : card.FlexibleMonths == 0 ? text.With("LifeProjects.card.start.from", ("month", text.Month(month)))
        : text.Count("LifeProjects.card.start.within", card.FlexibleMonths, ("month", text.Month(month)));

    /// <summary>Days, rhythm, setting and patients in one line; empty when all is open.</summary>
    public static string TimesOf(this PageText text, AnonymousCard card) =>
        string.Join(
            ", ",
            [
                .. card.DaysPerWeek is { } days ? [text.Count("LifeProjects.card.days", days)] : Array.Empty<string>(),
                .. text.Names(Rhythms, card.Rhythm, one => "LifeProjects.rhythm." + one),
                .. text.Names(Settings, card.Settings, one => "LifeProjects.setting." + one),
                .. card.PatientsPerDay is { } patients ? [text.Count("LifeProjects.card.patients", patients)] : Array.Empty<string>(),
            ]
        );

    /// <summary>What the family needs, in one line; empty when it needs nothing.</summary>
    public static string FamilyOf(this PageText text, AnonymousCard card, ProfessionCatalogue professions) =>
        string.Join(
            ", ",
            [
                .. text.Names(Children, card.Children, one => "LifeProjects.children." + one),
                .. card.PartnerSector is { } sector
                    ? [text.With("LifeProjects.card.partner.sector", ("sector", text["LocalLife.sector." + sector]))]
                    : Array.Empty<string>(),
                .. card.PartnerProfession is { } code && professions.Find(code) is not null
                    ? [text.With("LifeProjects.card.partner.profession", ("profession", professions.LabelOf(code, text.Language)))]
                    : Array.Empty<string>(),
                .. card.PartnerFamily is { } family
                    ? [text.With("LifeProjects.card.partner.profession", ("profession", text["LifeProjects.family." + family]))]
                    : Array.Empty<string>(),
            ]
        );

    /// <summary>What weighs that much, in one line; empty when nothing does.</summary>
    public static string WishesOf(this PageText text, AnonymousCard card, WishWeight weight) =>
        string.Join(", ", card.Weights.Where(one => one.Value == weight).Select(one => text["LifeProjects.wish." + one.Key]));

    /// <summary>The names of the flags that are set.</summary>
    public static IReadOnlyList<string> Names<T>(this PageText text, IReadOnlyList<T> all, T set, Func<T, string> key)
        where T : struct, Enum => [.. all.Where(one => set.HasFlag(one)).Select(one => text[key(one)])];

    private static IEnumerable<string> Precise(AnonymousCard card) =>
        card.Professions.Where(profession => !card.Specialties.Any(one => one.StartsWith(profession + ".", StringComparison.Ordinal))).Concat(card.Specialties);

    private static T[] Each<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Where(one => Convert.ToInt64(one, CultureInfo.InvariantCulture) != 0)];
}
