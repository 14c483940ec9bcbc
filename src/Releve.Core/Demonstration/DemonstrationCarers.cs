using Releve.Core.Accounts;
using Releve.Core.Carers;
using Releve.Core.Languages;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.LocalLife;

namespace Releve.Core.Demonstration;

/// <summary>A fictitious carer with a life project. Nobody can sign in as one: there is no passphrase.</summary>
public sealed record DemonstrationCarer(Account Account, CarerProfile Profile, LifeProject Project);

/// <summary>Composes carers who might come: some to each territory, enough of a kind that none stands out alone.</summary>
internal sealed class DemonstrationCarers(DemonstrationPlan plan, DemonstrationCast cast, DateTime now)
{
    private const int ToEachTerritory = 30;

    private static readonly string[] Professions =
    [
        "physician",
        "physician",
        "physician",
        "nurse",
        "nurse",
        "nurse",
        "physiotherapist",
        "midwife",
        "care-assistant",
        "speech-therapist",
    ];

    private static readonly WorkSector[] PartnerSectors =
    [
        WorkSector.Education,
        WorkSector.Industry,
        WorkSector.Technology,
        WorkSector.Trade,
        WorkSector.Culture,
    ];
    private static readonly int[] Radii = [15, 20, 30, 45];

    public IEnumerable<DemonstrationCarer> Make(IReadOnlySet<string> slugs) =>
        from territory in plan.Entries
        where slugs.Contains(territory.Slug)
        from number in Enumerable.Range(1, ToEachTerritory)
        select Make(territory, number);

    private DemonstrationCarer Make(TerritoryEntry territory, int number)
    {
        var dice = Dice.For($"life-project:{territory.Slug}:{number}");
        var language = territory.Languages.Contains("nl") && dice.Happens(0.5) ? Language.Dutch : Language.French;
        var account = AccountOf(territory, number, language, dice);
        var profession = Professions[(number - 1) % Professions.Length];
        var wishes = Wishes(territory, profession, language, dice);
        var profile = CarerProfile.Declare(account.Id, CarerSituation.Working, profession, now);
        var project = LifeProject.Draft(dice.Id(DemonstrationCast.FirstInstant.AddMinutes(dice.Next(200_000))), account.Id, wishes, now);
        project.Show(ProjectVisibility.Anonymous, [], now);
        project.Open(now);
        return new DemonstrationCarer(account, profile, project);
    }

    private Account AccountOf(TerritoryEntry territory, int number, Language language, Dice dice)
    {
        var address = FormattableString.Invariant($"projet-{territory.Slug}-{number}@releve.example");
        var email = EmailAddress.TryParse(address, out var read) ? read : throw new InvalidOperationException($"{address} is no address.");
        var account = Account.Create(dice.Id(DemonstrationCast.FirstInstant.AddMinutes(dice.Next(200_000))), email, language, now);
        account.ConfirmEmail(now);
        var names = language == Language.Dutch ? "nl" : "fr";
        account.Rename(dice.Of(plan.Settings.FirstNames[names]), dice.Of(plan.Settings.LastNames[names]));
        return account;
    }

    private LifeWishes Wishes(TerritoryEntry territory, string profession, Language language, Dice dice)
    {
        var isSalaried = profession is "care-assistant" || profession is "nurse" && dice.Happens(0.6);
        var ways = isSalaried
            ? WaysToWork.SalariedPost | (dice.Happens(0.4) ? WaysToWork.Shifts : WaysToWork.None)
            : WaysToWork.Settle
                | WaysToWork.JoinTeam
                | (dice.Happens(0.5) ? WaysToWork.TakeOver : WaysToWork.None)
                | (dice.Happens(0.5) ? WaysToWork.Locum : WaysToWork.None)
                | (dice.Happens(0.5) ? WaysToWork.Collaborate : WaysToWork.None);
        var children = dice.Happens(0.5) ? (ChildrenNeeds)dice.Between(1, 7) : ChildrenNeeds.None;
        var weights = new Dictionary<Wish, WishWeight>();
        void Weigh(Wish wish, bool wanted = true)
        {
            if (wanted)
            {
                weights[wish] = (WishWeight)dice.Between(1, dice.Happens(0.15) ? 3 : 2);
            }
        }

        Weigh(Wish.Start);
        Weigh(Wish.Colleagues, dice.Happens(0.6));
        Weigh(Wish.Secretary, !isSalaried && dice.Happens(0.5));
        Weigh(Wish.Station, dice.Happens(0.4));
        Weigh(Wish.NoDuty, dice.Happens(0.2));
        Weigh(Wish.Aid, !isSalaried && dice.Happens(0.4));
        Weigh(Wish.Housing, dice.Happens(0.6));
        Weigh(Wish.Creche, children.HasFlag(ChildrenNeeds.Creche));
        Weigh(Wish.School, children.HasFlag(ChildrenNeeds.School));
        Weigh(Wish.SecondarySchool, children.HasFlag(ChildrenNeeds.SecondarySchool));
        var partner = dice.Happens(0.5) ? dice.Of(PartnerSectors) : (WorkSector?)null;
        Weigh(Wish.PartnerWork, partner is not null);
        return new LifeWishes
        {
            Professions = [profession],
            Specialties = profession == "physician" && dice.Happens(0.8) ? ["physician.general-practice"] : [],
            Ways = ways,
            Start = DateOnly.FromDateTime(now).AddMonths(dice.Between(1, 12)),
            FlexibleMonths = dice.Between(1, 6),
            Settings = dice.Happens(0.5) ? PracticeSettings.Group | PracticeSettings.MaisonDeSante : PracticeSettings.None,
            DaysPerWeek = dice.Happens(0.5) ? dice.Between(3, 5) : null,
            Zones = [.. Enumerable.Range(0, dice.Between(1, 3)).Select(_ => ZoneIn(territory, dice)).DistinctBy(zone => zone.PlaceCode)],
            PartnerSector = partner,
            Children = children,
            Housing = (HousingWanted)dice.Between(1, 7),
            Languages =
                language == Language.Dutch
                    ? [new LanguageRequirement("nl", LanguageLevel.Fluent), new LanguageRequirement("fr", LanguageLevel.Good)]
                    : [new LanguageRequirement("fr", LanguageLevel.Fluent)],
            Weights = weights,
            CombineWithinKm = isSalaried && dice.Happens(0.3) ? 25 : null,
        };
    }

    private Zone ZoneIn(TerritoryEntry territory, Dice dice)
    {
        var liking = (Liking)dice.Between(0, 2);
        if (dice.Happens(0.2))
        {
            return new Zone(dice.Of(territory.AreaCodes), RadiusKm: null, liking);
        }
        var places = cast.Publishers.Where(publisher => publisher.Territory == territory.Slug).Select(publisher => publisher.Commune.Code).Distinct().ToList();
        return new Zone(dice.Of(places), dice.Of(Radii), liking);
    }
}
