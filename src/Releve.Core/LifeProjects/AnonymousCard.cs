using Releve.Core.Listings;
using Releve.Core.LocalLife;
using Releve.Core.Places;
using Releve.Core.Professions;

namespace Releve.Core.LifeProjects;

/// <summary>What a card is made with.</summary>
/// <param name="Professions">The catalogue.</param>
/// <param name="Gazetteer">The register of places.</param>
/// <param name="Crowd">How many share what.</param>
/// <param name="Address">The project's address for the one who looks: <see cref="CardSeal.Seal"/>.</param>
public sealed record CardContext(ProfessionCatalogue Professions, Gazetteer Gazetteer, CardCrowd Crowd, Guid Address);

/// <summary>
/// A life project as others see it: wishes and needs, without anything that leads to a person. There is no name, no age, no
/// account, no id, no commune and no day in it; what fewer than three share in a place is said in a wider word.
/// </summary>
public sealed record AnonymousCard
{
    /// <summary>The languages that a card names; a rare one would single somebody out.</summary>
    internal static readonly string[] KnownLanguages = ["fr", "nl", "de", "en"];

    /// <summary>The address for the one who looks.</summary>
    public required Guid Address { get; init; }

    /// <summary>The borrowed name, which follows from the address: another one for each who looks.</summary>
    public required Bird Bird { get; init; }

    /// <summary>Professions that enough share.</summary>
    public required IReadOnlyList<string> Professions { get; init; }

    /// <summary>Specialties that enough share.</summary>
    public required IReadOnlyList<string> Specialties { get; init; }

    /// <summary>In place of professions that too few share.</summary>
    public required IReadOnlyList<ProfessionFamily> Families { get; init; }

    /// <summary>What is looked for; none means any.</summary>
    public required WaysToWork Ways { get; init; }

    /// <summary>The first day of the month in which it might begin; the month is what is said.</summary>
    public required DateOnly? StartMonth { get; init; }

    /// <summary>By how many months the start may move.</summary>
    public required int FlexibleMonths { get; init; }

    /// <summary>Days a week; null means any.</summary>
    public required int? DaysPerWeek { get; init; }

    /// <summary>Patients a day at most; null means any.</summary>
    public required int? PatientsPerDay { get; init; }

    /// <summary>When in day and week; none means any.</summary>
    public required WorkRhythm Rhythm { get; init; }

    /// <summary>How one would work with others; none means any.</summary>
    public required PracticeSettings Settings { get; init; }

    /// <summary>What is around the place; none means any.</summary>
    public required Surroundings Surroundings { get; init; }

    /// <summary>Codes of départements, provinces and regions; none means anywhere.</summary>
    public required IReadOnlyList<string> Places { get; init; }

    /// <summary>What weighs how much.</summary>
    public required IReadOnlyDictionary<Wish, WishWeight> Weights { get; init; }

    /// <summary>The field of work of the person who comes along.</summary>
    public required WorkSector? PartnerSector { get; init; }

    /// <summary>The health profession of the person who comes along, where enough share it.</summary>
    public required string? PartnerProfession { get; init; }

    /// <summary>In its place, where too few share it.</summary>
    public required ProfessionFamily? PartnerFamily { get; init; }

    /// <summary>What children need.</summary>
    public required ChildrenNeeds Children { get; init; }

    /// <summary>The home that is looked for.</summary>
    public required HousingWanted Housing { get; init; }

    /// <summary>French, Dutch, German and English, with levels.</summary>
    public required IReadOnlyList<LanguageRequirement> Languages { get; init; }

    /// <summary>Words of introduction, checked when they were stored.</summary>
    public required string? Words { get; init; }

    /// <summary>Of somebody who founds a project: the professions sought.</summary>
    public required IReadOnlyList<string> PartnersSought { get; init; }

    /// <summary>Of somebody who founds a project: its département, province or region.</summary>
    public required string? FoundsIn { get; init; }

    /// <summary>True where a profession, a specialty or the partner's profession is said in a wider word.</summary>
    public required bool Widened { get; init; }

    /// <summary>The card of a life project.</summary>
    public static AnonymousCard Of(LifeProject project, CardContext context) => Of(project.Wishes, context);

    /// <summary>The card that wishes make.</summary>
    public static AnonymousCard Of(LifeWishes wishes, CardContext context)
    {
        var places = CoarsePlaces.Of(wishes.Zones, context.Gazetteer);
        var professions = wishes.Professions.Where(code => context.Crowd.Share(code, places)).Order(StringComparer.Ordinal).ToList();
        var specialties = wishes
            .Specialties.Where(code => professions.Exists(profession => code.StartsWith(profession + ".", StringComparison.Ordinal)))
            .Where(code => context.Crowd.Share(code, places))
            .Order(StringComparer.Ordinal)
            .ToList();
        var families = FamiliesOf(wishes.Professions.Except(professions, StringComparer.Ordinal), context);
        var partner = wishes.PartnerProfession is { } code && context.Crowd.Share(PartnerKey(code), places) ? code : null;
        return new AnonymousCard
        {
            Address = context.Address,
            Bird = Bird.Of(context.Address),
            Professions = professions,
            Specialties = specialties,
            Families = families,
            Ways = wishes.Ways,
            StartMonth = wishes.Start is { } start ? new DateOnly(start.Year, start.Month, 1) : null,
            FlexibleMonths = wishes.FlexibleMonths,
            DaysPerWeek = wishes.DaysPerWeek,
            PatientsPerDay = wishes.PatientsPerDay,
            Rhythm = wishes.Rhythm,
            Settings = wishes.Settings,
            Surroundings = wishes.Surroundings,
            Places = places,
            Weights = wishes.Weights.Where(weight => weight.Value != WishWeight.Any).OrderBy(weight => weight.Key).ToDictionary(),
            PartnerSector = wishes.PartnerSector,
            PartnerProfession = partner,
            PartnerFamily = partner is null ? context.Professions.Find(wishes.PartnerProfession)?.Profession.Family : null,
            Children = wishes.Children,
            Housing = wishes.Housing,
            Languages = [.. KnownLanguages.Select(known => wishes.Languages.FirstOrDefault(one => one.Language == known)).OfType<LanguageRequirement>()],
            Words = wishes.Words,
            PartnersSought = wishes.Founds ? [.. wishes.PartnersSought.Order(StringComparer.Ordinal)] : [],
            FoundsIn = wishes.Founds ? CoarsePlaces.Of(wishes.FoundsAt!, context.Gazetteer) : null,
            Widened = families.Count > 0 || specialties.Count < wishes.Specialties.Length || (partner is null && wishes.PartnerProfession is not null),
        };
    }

    internal static string PartnerKey(string profession) => "+" + profession;

    private static List<ProfessionFamily> FamiliesOf(IEnumerable<string> professions, CardContext context) =>
        [.. professions.Select(code => context.Professions.Find(code)?.Profession.Family).OfType<ProfessionFamily>().Distinct().Order()];
}
