using Releve.Core.Accounts;
using Releve.Core.Data;
using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.LocalLife;

namespace Releve.Web.Start;

/// <summary>The life projects of the people to sign in as: a couple in Eure-et-Loir, and somebody who looks for a post in Brussels in Dutch.</summary>
internal sealed class DemonstrationLife(AppDb db, DateTime now)
{
    /// <summary>Adds them.</summary>
    public void Add(Account claire, Account hugo, Account lotte)
    {
        Open(
            claire,
            new LifeWishes
            {
                Professions = ["nurse"],
                Ways = WaysToWork.SalariedPost | WaysToWork.JoinTeam,
                Start = Month(3),
                FlexibleMonths = 3,
                DaysPerWeek = 4,
                Zones = [new Zone("FR-28085", 30, Liking.Liked), new Zone("FR-28061", 25, Liking.Loved)],
                PartnerProfession = "physician",
                Children = ChildrenNeeds.Creche | ChildrenNeeds.School,
                Housing = HousingWanted.Rent | HousingWanted.LodgingAtFirst,
                Languages = [new LanguageRequirement("fr", LanguageLevel.Fluent)],
                Words = "Six ans d’hôpital, dont deux de nuit. J’aimerais une équipe stable et voir grandir mes enfants.",
                CombineWithinKm = 25,
                Weights = new Dictionary<Wish, WishWeight>
                {
                    [Wish.Start] = WishWeight.Nice,
                    [Wish.Days] = WishWeight.Matters,
                    [Wish.Creche] = WishWeight.Matters,
                    [Wish.School] = WishWeight.Nice,
                    [Wish.Housing] = WishWeight.Matters,
                    [Wish.Station] = WishWeight.Nice,
                },
            }
        );
        Open(
            hugo,
            new LifeWishes
            {
                Professions = ["physician"],
                Specialties = ["physician.general-practice"],
                Ways = WaysToWork.Settle | WaysToWork.TakeOver | WaysToWork.JoinTeam | WaysToWork.Locum,
                Start = Month(4),
                FlexibleMonths = 6,
                Settings = PracticeSettings.Group | PracticeSettings.MaisonDeSante,
                Zones = [new Zone("FR-28061", 35, Liking.Loved), new Zone("FR-D28", null, Liking.Possible)],
                PartnerProfession = "nurse",
                Children = ChildrenNeeds.Creche | ChildrenNeeds.School,
                Housing = HousingWanted.Rent,
                Languages = [new LanguageRequirement("fr", LanguageLevel.Fluent)],
                Words = "Je remplace depuis deux ans et j’aimerais me poser, dans une équipe où l’on déjeune ensemble.",
                Weights = new Dictionary<Wish, WishWeight>
                {
                    [Wish.Setting] = WishWeight.Matters,
                    [Wish.Colleagues] = WishWeight.Must,
                    [Wish.Secretary] = WishWeight.Matters,
                    [Wish.NoDuty] = WishWeight.Nice,
                    [Wish.Aid] = WishWeight.Nice,
                    [Wish.Station] = WishWeight.Nice,
                },
            }
        );
        Open(
            lotte,
            new LifeWishes
            {
                Professions = ["nurse"],
                Ways = WaysToWork.SalariedPost | WaysToWork.Shifts,
                Start = Month(2),
                FlexibleMonths = 2,
                DaysPerWeek = 4,
                Zones = [new Zone("BE-R04000", null, Liking.Liked), new Zone("BE-21003", 10, Liking.Loved)],
                PartnerSector = WorkSector.Technology,
                Languages = [new LanguageRequirement("nl", LanguageLevel.Fluent), new LanguageRequirement("fr", LanguageLevel.Good)],
                Words = "Vier jaar ziekenhuis. Ik zoek een team waar Nederlands en Frans door elkaar lopen.",
                Weights = new Dictionary<Wish, WishWeight>
                {
                    [Wish.Start] = WishWeight.Nice,
                    [Wish.PartnerWork] = WishWeight.Nice,
                    [Wish.Station] = WishWeight.Matters,
                },
            }
        );
        var secret = Guid.NewGuid().ToString("N");
        var couple = Couple.Invite(NewId(), claire.Id, withinKm: 30, secret, now);
        couple.Accept(hugo.Id, now);
        db.Couples.Add(couple);
    }

    private void Open(Account account, LifeWishes wishes)
    {
        var project = LifeProject.Draft(NewId(), account.Id, wishes, now);
        project.Show(ProjectVisibility.Anonymous, [], now);
        project.Open(now);
        db.LifeProjects.Add(project);
    }

    private DateOnly Month(int from) => new DateOnly(now.Year, now.Month, 1).AddMonths(from);

    private Guid NewId() => Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero));
}
