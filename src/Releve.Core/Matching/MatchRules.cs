using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.LocalLife;

namespace Releve.Core.Matching;

/// <summary>
/// The rules of matching: one pure function from an offer and a seeker to a fit with its reasons, the same for both sides,
/// for one pair and for all. They are published word for word; whoever changes a rule here changes its text too.
/// </summary>
public static class MatchRules
{
    /// <summary>Holds an offer against a seeker.</summary>
    public static Fit Of(Offer offer, Seeker seeker)
    {
        var reasons = new List<Reason>(12);
        var (points, most, fits) = (0, 0, true);
        foreach (var criterion in All)
        {
            if (WeightOf(criterion, offer, seeker) is not (not WishWeight.Any and var weight))
            {
                continue;
            }
            var verdict = VerdictOf(criterion, offer, seeker);
            var earned =
                verdict != Verdict.Yes ? 0
                : criterion == Criterion.Zone ? MatchPoints.Of(seeker.LikingOf(offer)!.Value)
                : MatchPoints.Of(weight);
            reasons.Add(new Reason(criterion, weight, verdict, earned));
            points += earned;
            most += MatchPoints.Most(criterion, weight);
            fits &= verdict != Verdict.No || weight != WishWeight.Must;
        }
        return new Fit(fits, points, most, reasons);
    }

    /// <summary>All that is compared.</summary>
    public static IReadOnlyList<Criterion> All { get; } = Enum.GetValues<Criterion>();

    /// <summary>The wish that weighs a criterion; null for those that always decide and for languages.</summary>
    public static Wish? WishOf(Criterion criterion) => Wishes[(int)criterion];

    // The two enumerations share their names.
    private static readonly Wish?[] Wishes =
    [
        .. All.Select(criterion => criterion > Criterion.Language && Enum.TryParse<Wish>(criterion.ToString(), out var wish) ? wish : (Wish?)null),
    ];

    /// <summary>How much a criterion weighs between these two; any when it plays no part.</summary>
    public static WishWeight WeightOf(Criterion criterion, Offer offer, Seeker seeker) =>
        criterion switch
        {
            Criterion.Profession => WishWeight.Must,
            Criterion.Specialty when offer.Specialties.Count == 0 => WishWeight.Any,
            Criterion.Specialty => Specialty(TradeOf(offer), TradeOf(seeker)) is null ? WishWeight.Any : WishWeight.Must,
            Criterion.Way => seeker.Wishes.Ways == WaysToWork.None && offer.Ways != WaysToWork.None ? WishWeight.Any : WishWeight.Must,
            Criterion.Zone => seeker.Anywhere ? WishWeight.Any : WishWeight.Must,
            Criterion.Language => offer.Languages.Count == 0 ? WishWeight.Any : WishWeight.Matters,
            _ => IsSaid(criterion, seeker.Wishes) ? seeker.Wishes.WeightOf(Weights[(int)criterion]) : WishWeight.Any,
        };

    /// <summary>True when the wish has something to compare: a weight alone wishes for nothing where a value belongs to it.</summary>
    internal static bool IsSaid(Criterion criterion, LifeWishes wishes) =>
        criterion switch
        {
            Criterion.Start => wishes.Start is not null,
            Criterion.Setting => wishes.Settings != PracticeSettings.None,
            Criterion.Days => wishes.DaysPerWeek is not null,
            Criterion.Rhythm => wishes.Rhythm != WorkRhythm.None,
            Criterion.Surroundings => wishes.Surroundings != Surroundings.None,
            Criterion.FewPatients => wishes.PatientsPerDay is not null,
            Criterion.Housing => wishes.Housing != HousingWanted.None,
            Criterion.PartnerWork => wishes.PartnerSector is not null || wishes.PartnerProfession is not null,
            Criterion.Creche => wishes.Children.HasFlag(ChildrenNeeds.Creche),
            Criterion.School => wishes.Children.HasFlag(ChildrenNeeds.School),
            Criterion.SecondarySchool => wishes.Children.HasFlag(ChildrenNeeds.SecondarySchool),
            _ => true,
        };

    internal static readonly Wish[] Weights = [.. All.Select(criterion => WishOf(criterion) ?? default)];

    /// <summary>The seeker without one of the wishes; null when that one is not wished, or always decides and cannot be left out.</summary>
    public static Seeker? Without(Seeker seeker, Criterion criterion)
    {
        var wishes = seeker.Wishes;
        return criterion switch
        {
            Criterion.Way => wishes.Ways == WaysToWork.None ? null : seeker with { Wishes = wishes with { Ways = WaysToWork.None } },
            Criterion.Zone => seeker.Anywhere ? null : seeker with { Zones = [], Anywhere = true },
            Criterion.Profession or Criterion.Specialty or Criterion.Language => null,
            _ => wishes.WeightOf(Weights[(int)criterion]) != WishWeight.Must
                ? null
                : seeker with
                {
                    Wishes = wishes with { Weights = wishes.Weights.Where(pair => pair.Key != Weights[(int)criterion]).ToDictionary() },
                },
        };
    }

    private static Trade TradeOf(Offer offer) => new(0, offer.Professions, offer.Specialties, []);

    private static Trade TradeOf(Seeker seeker) => new(0, seeker.Wishes.Professions, seeker.Wishes.Specialties, seeker.Perhaps);

    private static Verdict VerdictOf(Criterion criterion, Offer offer, Seeker seeker)
    {
        var wishes = seeker.Wishes;
        return criterion switch
        {
            Criterion.Profession => Profession(offer.Professions, seeker.Wishes.Professions, seeker.Perhaps),
            Criterion.Specialty => Specialty(TradeOf(offer), TradeOf(seeker))!.Value,
            Criterion.Way => Known((offer.Ways & wishes.Ways) != WaysToWork.None),
            Criterion.Zone => Known(seeker.LikingOf(offer) is not null),
            Criterion.Language => Language(offer.Languages, wishes.Languages),
            Criterion.Start => Start(offer, wishes),
            Criterion.Setting => offer.Settings == PracticeSettings.None ? Verdict.Unknown : Known((offer.Settings & wishes.Settings) != PracticeSettings.None),
            Criterion.Days => offer.Days is { } days ? Known(days == wishes.DaysPerWeek) : Verdict.Unknown,
            Criterion.Rhythm => offer.Rhythm == WorkRhythm.None ? Verdict.Unknown : Known((offer.Rhythm & ~wishes.Rhythm) == WorkRhythm.None),
            Criterion.Surroundings => Around(offer, wishes),
            Criterion.Colleagues => Known(offer.Colleagues),
            Criterion.Secretary => Known(offer.Secretary),
            Criterion.Station => Known(offer.Station),
            Criterion.NoDuty => Known(offer.NoDuty),
            Criterion.FewPatients => offer.PatientsPerDay is { } patients ? Known(patients <= wishes.PatientsPerDay) : Verdict.Unknown,
            Criterion.Aid => Known(offer.Aid),
            Criterion.Housing => Housing(offer, wishes.Housing),
            Criterion.PartnerWork => PartnerWork(offer, wishes),
            Criterion.Creche => Known(offer.Creche),
            Criterion.School => Known(offer.School),
            Criterion.SecondarySchool => Known(offer.SecondarySchool),
            _ => throw new ArgumentOutOfRangeException(nameof(criterion), criterion, null),
        };
    }

    private static Verdict Known(bool? fact) =>
        fact switch
        {
            true => Verdict.Yes,
            false => Verdict.No,
            null => Verdict.Unknown,
        };

    internal static Verdict Profession(IReadOnlyList<string> sought, IReadOnlyList<string> declared, IReadOnlyList<string> perhaps) =>
        sought.Count == 0 ? Verdict.Unknown
        : sought.Any(declared.Contains) ? Verdict.Yes
        : sought.Any(perhaps.Contains) ? Verdict.Unknown
        : Verdict.No;

    /// <summary>
    /// Null when the offer leaves a profession that the two have in common open to all. Else declared is what counts: who
    /// declares other specialties of that profession does not fit, who declares none is asked.
    /// </summary>
    internal static Verdict? Specialty(Trade sought, Trade declared)
    {
        var common = sought.Professions.Where(code => declared.Professions.Contains(code) || declared.Perhaps.Contains(code)).ToList();
        if (common.Count == 0 || !common.TrueForAll(code => sought.Specialties.Any(specialty => IsOf(specialty, code))))
        {
            return null;
        }
        var verdict = Verdict.No;
        foreach (var profession in common)
        {
            var own = declared.Specialties.Where(specialty => IsOf(specialty, profession)).ToList();
            if (own.Exists(sought.Specialties.Contains))
            {
                return Verdict.Yes;
            }
            verdict = own.Count == 0 ? Verdict.Unknown : verdict;
        }
        return verdict;
    }

    /// <summary>True for a specialty of that profession: "nurse.theatre" of "nurse".</summary>
    internal static bool IsOf(string specialty, string profession) =>
        specialty.Length > profession.Length && specialty[profession.Length] == '.' && specialty.StartsWith(profession, StringComparison.Ordinal);

    /// <summary>Who declares no language is asked; a language that is missing or weaker than asked is said, and excludes nobody.</summary>
    internal static Verdict Language(IReadOnlyList<LanguageRequirement> asked, IReadOnlyList<LanguageRequirement> spoken) =>
        spoken.Count == 0 ? Verdict.Unknown : Known(asked.All(one => spoken.Any(own => own.Language == one.Language && own.Level >= one.Level)));

    /// <summary>By months: the day is nobody's business before the two talk.</summary>
    private static Verdict Start(Offer offer, LifeWishes wishes)
    {
        if (offer.Start is not { } start)
        {
            return Verdict.Unknown;
        }
        return Math.Abs(MonthOf(start) - MonthOf(wishes.Start!.Value)) <= wishes.FlexibleMonths ? Verdict.Yes
            : offer.StartIsFlexible ? Verdict.Unknown
            : Verdict.No;
    }

    /// <summary>Months since the beginning of our era.</summary>
    internal static int MonthOf(DateOnly day) => (day.Year * 12) + day.Month - 1;

    private static Verdict Around(Offer offer, LifeWishes wishes) =>
        (offer.Surroundings & wishes.Surroundings) != Surroundings.None ? Verdict.Yes
        : (wishes.Surroundings & ~offer.SurroundingsKnown) != Surroundings.None ? Verdict.Unknown
        : Verdict.No;

    private static Verdict Housing(Offer offer, HousingWanted wanted)
    {
        var answers = new[]
        {
            wanted.HasFlag(HousingWanted.Rent) ? Known(offer.HomesToRent) : Verdict.No,
            wanted.HasFlag(HousingWanted.Buy) ? Known(offer.HomesToBuy) : Verdict.No,
            wanted.HasFlag(HousingWanted.LodgingAtFirst) ? Known(offer.LodgingAtFirst) : Verdict.No,
        };
        return answers.Contains(Verdict.Yes) ? Verdict.Yes
            : answers.Contains(Verdict.Unknown) ? Verdict.Unknown
            : Verdict.No;
    }

    /// <summary>A health profession that the commune does not look for may still be sought by others there: to ask.</summary>
    private static Verdict PartnerWork(Offer offer, LifeWishes wishes)
    {
        var known = offer.Sectors.Count > 0 && wishes.PartnerProfession is null;
        return (wishes.PartnerSector is { } sector && offer.Sectors.Contains(sector))
            || (wishes.PartnerProfession is { } profession && offer.PartnerProfessions.Contains(profession))
                ? Verdict.Yes
            : known ? Verdict.No
            : Verdict.Unknown;
    }
}
