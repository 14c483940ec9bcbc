using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.LocalLife;
using Releve.Core.Matching;
using Releve.Core.Tests.Places;
using Releve.TestKit;

namespace Releve.Core.Tests.Matching;

/// <summary>The published rules, one by one.</summary>
public sealed class MatchRulesTests
{
    private static readonly LifeWishes Nurse = new()
    {
        Professions = ["nurse"],
        Zones = [new Zone("FR-28085", 30, Liking.Loved), new Zone("FR-R24", null, Liking.Possible)],
    };

    [Fact]
    public void What_is_unknown_earns_nothing_and_excludes_nobody()
    {
        var fit = Fit(Nurse with { Weights = Weigh((Wish.Station, WishWeight.Must), (Wish.Aid, WishWeight.Nice)) });
        fit.Fits.ShouldBeTrue();
        Line(fit, Criterion.Station).ShouldBe((Verdict.Unknown, 0, 5));
        Line(fit, Criterion.Aid).ShouldBe((Verdict.Unknown, 0, 1));
    }

    [Fact]
    public void A_must_that_is_known_to_be_missing_excludes_and_a_lesser_wish_does_not()
    {
        var far = new WelcomeAnswers { StationMinutes = OfferReader.StationWithinMinutes + 1 };
        Fit(Nurse with { Weights = Weigh((Wish.Station, WishWeight.Must)) }, far).Fits.ShouldBeFalse();
        var matters = Fit(Nurse with { Weights = Weigh((Wish.Station, WishWeight.Matters)) }, far);
        matters.Fits.ShouldBeTrue();
        Line(matters, Criterion.Station).ShouldBe((Verdict.No, 0, 3));
    }

    [Theory]
    [InlineData(WishWeight.Must, 5)]
    [InlineData(WishWeight.Matters, 3)]
    [InlineData(WishWeight.Nice, 1)]
    public void A_wish_that_is_met_earns_what_it_weighs(WishWeight weight, int points) =>
        Line(Fit(Nurse with { Weights = Weigh((Wish.Station, weight)) }, new WelcomeAnswers { StationMinutes = 20 }), Criterion.Station)
            .ShouldBe((Verdict.Yes, points, points));

    [Fact]
    public void The_best_liked_zone_counts_and_a_place_outside_of_all_is_excluded()
    {
        Line(Fit(Nurse), Criterion.Zone).ShouldBe((Verdict.Yes, 3, 3));
        Fit(Nurse with { Zones = [new Zone("FR-D75", null, Liking.Loved)] }).Fits.ShouldBeFalse();
        Fit(Nurse with { Zones = [] }).Reasons.ShouldNotContain(reason => reason.Criterion == Criterion.Zone);
    }

    [Fact]
    public void Another_profession_is_excluded_and_so_is_another_declared_specialty()
    {
        Fit(Nurse with { Professions = ["physician"] }).Fits.ShouldBeFalse();
        var theatre = Listing() with { Specialties = ["nurse.theatre"] };
        Fit(Nurse with { Specialties = ["nurse.anaesthesia"] }, listing: theatre).Fits.ShouldBeFalse();
        Line(Fit(Nurse, listing: theatre), Criterion.Specialty).ShouldBe((Verdict.Unknown, 0, 5));
        Line(Fit(Nurse with { Specialties = ["nurse.theatre"] }, listing: theatre), Criterion.Specialty).ShouldBe((Verdict.Yes, 5, 5));
    }

    [Fact]
    public void A_specialty_of_another_profession_asks_nothing_of_this_one()
    {
        var both = Listing() with { Professions = ["nurse", "physician"], Specialties = ["physician.cardiology"] };
        Fit(Nurse, listing: both).Reasons.ShouldNotContain(reason => reason.Criterion == Criterion.Specialty);
    }

    [Fact]
    public void Months_count_and_days_do_not()
    {
        var listing = Listing() with { From = new DateOnly(2027, 3, 31) };
        var wishes = Nurse with { Start = new DateOnly(2027, 1, 1), FlexibleMonths = 2, Weights = Weigh((Wish.Start, WishWeight.Must)) };
        Line(Fit(wishes, listing: listing), Criterion.Start).Verdict.ShouldBe(Verdict.Yes);
        Fit(wishes with { FlexibleMonths = 1 }, listing: listing).Fits.ShouldBeFalse();
        Line(Fit(wishes with { FlexibleMonths = 1 }, listing: listing with { FlexibleDates = true }), Criterion.Start).Verdict.ShouldBe(Verdict.Unknown);
    }

    [Fact]
    public void A_language_that_is_missing_is_said_and_excludes_nobody()
    {
        var dutch = Listing() with { Languages = [new LanguageRequirement("nl", LanguageLevel.Good)] };
        var fit = Fit(Nurse with { Languages = [new LanguageRequirement("nl", LanguageLevel.Basic)] }, listing: dutch);
        fit.Fits.ShouldBeTrue();
        Line(fit, Criterion.Language).ShouldBe((Verdict.No, 0, 3));
        Line(Fit(Nurse, listing: dutch), Criterion.Language).Verdict.ShouldBe(Verdict.Unknown);
    }

    [Fact]
    public void A_training_offer_is_matched_with_nobody() =>
        Fit(Nurse, listing: Listing() with { Kind = ListingKind.TrainingOffer, Details = new TrainingOfferDetails() }).Fits.ShouldBeFalse();

    [Fact]
    public void A_commune_answers_where_its_listing_is_silent()
    {
        var wishes = Nurse with { Housing = HousingWanted.Rent, Weights = Weigh((Wish.Housing, WishWeight.Must), (Wish.Secretary, WishWeight.Nice)) };
        Line(Fit(wishes, new WelcomeAnswers { HomesToRent = true, Secretary = true }), Criterion.Housing).Verdict.ShouldBe(Verdict.Yes);
        Fit(wishes, new WelcomeAnswers { HomesToRent = false }).Fits.ShouldBeFalse();
        var locum = Listing() with
        {
            Kind = ListingKind.Locum,
            Details = new LocumDetails { Secretary = false },
        };
        Line(Fit(wishes, new WelcomeAnswers { Secretary = true }, locum), Criterion.Secretary).Verdict.ShouldBe(Verdict.No);
    }

    [Fact]
    public void A_wish_without_a_value_plays_no_part() =>
        Fit(Nurse with { Weights = Weigh((Wish.Days, WishWeight.Must), (Wish.Creche, WishWeight.Must)) })
            .Reasons.Select(reason => reason.Criterion)
            .ShouldBe([Criterion.Profession, Criterion.Zone]);

    private static (Verdict Verdict, int Points, int Most) Line(Fit fit, Criterion criterion)
    {
        var reason = fit.Reasons.Single(one => one.Criterion == criterion);
        return (reason.Verdict, reason.Points, reason.Most);
    }

    private static Dictionary<Wish, WishWeight> Weigh(params (Wish Wish, WishWeight Weight)[] weights) =>
        weights.ToDictionary(pair => pair.Wish, pair => pair.Weight);

    private static Fit Fit(LifeWishes wishes, WelcomeAnswers? answers = null, OfferedListing? listing = null) =>
        MatchRules.Of(OfferReader.Of(listing ?? Listing(), answers, Register.Gazetteer.Commune("FR-28085")!), Seeker.Of(wishes, Register.Gazetteer));

    private static OfferedListing Listing() =>
        OfferedListing.Of(TestData.Live()) with
        {
            Professions = ["nurse"],
            Specialties = [],
            CommuneCode = "FR-28085",
            Details = new SalariedPostDetails { Status = EmploymentStatus.Permanent },
            Languages = [],
            From = null,
            Benefits = Benefits.None,
            Latitude = Register.Gazetteer.Commune("FR-28085")!.Latitude,
            Longitude = Register.Gazetteer.Commune("FR-28085")!.Longitude,
        };
}
