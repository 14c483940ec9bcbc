using Releve.Core.LifeProjects;
using Releve.Core.Listings;
using Releve.Core.LocalLife;
using Releve.Core.Matching;
using Releve.Core.Places;
using Releve.Core.Professions;
using Releve.Web.Modules.Listings.Facts;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Modules.Matching;

/// <summary>
/// What is wished, as far as the reader may know it: the owner of a life project reads the zones, somebody else only what the
/// card shows.
/// </summary>
/// <param name="Wishes">The wishes; for others, those of the card.</param>
/// <param name="Professions">The professions, or their families, in words.</param>
/// <param name="Places">The zones in words.</param>
/// <param name="Exact">True for the owner: distances from the own zones are told.</param>
public sealed record Wished(LifeWishes Wishes, IReadOnlyList<string> Professions, IReadOnlyList<string> Places, bool Exact);

/// <summary>A line of a match in words.</summary>
/// <param name="Reason">What it says.</param>
/// <param name="Name">What is compared.</param>
/// <param name="Wished">What is wished.</param>
/// <param name="Offered">What is offered, or that it is to ask.</param>
public sealed record ReasonLine(Reason Reason, string Name, string Wished, string Offered)
{
    /// <summary>True for what always decides and for what its owner holds indispensable.</summary>
    public bool IsMust => Reason.Weight == WishWeight.Must;
}

/// <summary>The reasons of a match in words and figures, the same for both sides.</summary>
public sealed class ReasonWords(PageText t, ProfessionCatalogue professions, Gazetteer gazetteer)
{
    private const int MostPlaces = 3;

    /// <summary>What the owner of a life project wishes.</summary>
    public Wished Own(LifeWishes wishes) => new(wishes, Names(wishes.Professions), [.. wishes.Zones.Select(Say)], Exact: true);

    /// <summary>All lines, in the order of the rules, and their count.</summary>
    public ReasonTable Table(Fit fit, Offer offer, Wished wished, WelcomeAnswers? answers) =>
        new(
            [
                .. fit.Reasons.Select(reason => new ReasonLine(
                    reason,
                    NameOf(reason.Criterion),
                    WishedOf(reason.Criterion, wished),
                    OfferedOf(reason, offer, wished, answers)
                )),
            ],
            fit,
            Count(fit)
        );

    /// <summary>What is compared.</summary>
    public string NameOf(Criterion criterion) => t["Matching.criterion." + criterion];

    /// <summary>How many of how many, musts apart: never a percentage.</summary>
    private string Count(Fit fit)
    {
        var musts = fit.Reasons.Where(reason => reason.Weight == WishWeight.Must).ToList();
        return t.Count(
            "Matching.meter",
            fit.Reasons.Count(reason => reason.Verdict == Verdict.Yes),
            ("total", fit.Reasons.Count),
            ("musts", musts.Count(reason => reason.Verdict == Verdict.Yes)),
            ("all", musts.Count)
        );
    }

    /// <summary>A zone in words: "30 km autour de Chartres", or the area's name.</summary>
    public string Say(Zone zone)
    {
        var name = gazetteer.Place(zone.PlaceCode)?.Name(t.Language) ?? zone.PlaceCode;
        return zone.RadiusKm is { } km ? t.With("Matching.wished.circle", ("km", km), ("place", t.OfPlace(name))) : name;
    }

    /// <summary>The département, province or region of a commune: all that is told of where a carer's own project is to stand.</summary>
    public string CoarsePlaceOf(string commune) => CoarsePlaces.Of(commune, gazetteer) is { } code ? gazetteer.Place(code)?.Name(t.Language) ?? "" : "";

    private string WishedOf(Criterion criterion, Wished wished)
    {
        var wishes = wished.Wishes;
        return criterion switch
        {
            Criterion.Profession => t.Label(wished.Professions),
            Criterion.Specialty => wishes.Specialties.Length == 0 ? t["Matching.wished.unsaid"] : t.Label(Names(wishes.Specialties)),
            Criterion.Way => wishes.Ways == WaysToWork.None ? t["Matching.wished.any"] : t.Say(wishes.Ways),
            Criterion.Zone => PlacesOf(wished.Places),
            Criterion.Language => wishes.Languages.Count == 0 ? t["Matching.wished.unsaid"] : t.Say(wishes.Languages),
            Criterion.Start => StartOf(wishes),
            Criterion.Setting => t.Say(wishes.Settings),
            Criterion.Days => t.Count("Matching.days", wishes.DaysPerWeek ?? 0),
            Criterion.Rhythm => t.Label([t.Say(wishes.Rhythm)]),
            Criterion.Surroundings => t.Say(wishes.Surroundings),
            Criterion.FewPatients => t.Count("Matching.wished.patients", wishes.PatientsPerDay ?? 0),
            Criterion.Housing => t.Say(wishes.Housing),
            Criterion.PartnerWork => PartnerOf(wishes),
            Criterion.Station => t.With("Matching.wished.Station", ("minutes", OfferReader.StationWithinMinutes)),
            Criterion.SecondarySchool => t.With("Matching.wished.SecondarySchool", ("minutes", OfferReader.SecondarySchoolWithinMinutes)),
            _ => t["Matching.wished." + criterion],
        };
    }

    private string PlacesOf(IReadOnlyList<string> places) =>
        places.Count == 0 ? t["Matching.wished.any"]
        : places.Count <= MostPlaces ? t.Label(places)
        : t.Count("Matching.wished.places", places.Count - MostPlaces, ("places", string.Join(", ", places.Take(MostPlaces))));

    private string StartOf(LifeWishes wishes) =>
        wishes.Start is not { } start ? t["Matching.wished.any"]
        : wishes.FlexibleMonths == 0 ? t.Label([t.Month(start)])
        : t.Label([t.Count("Matching.wished.start", wishes.FlexibleMonths, ("month", t.Month(start)))]);

    private string PartnerOf(LifeWishes wishes)
    {
        var parts = new List<string>();
        if (wishes.PartnerProfession is { } profession && professions.Find(profession) is not null)
        {
            parts.Add(professions.LabelOf(profession, t.Language));
        }
        if (wishes.PartnerSector is { } sector)
        {
            parts.Add(t["LocalLife.sector." + sector]);
        }
        return parts.Count == 0 ? t["Matching.wished.unsaid"] : t.Label(parts);
    }

    private string OfferedOf(Reason reason, Offer offer, Wished wished, WelcomeAnswers? answers)
    {
        var said = reason.Criterion switch
        {
            Criterion.Profession => t.Label(Names(offer.Professions)),
            Criterion.Specialty => t.Label(Names(offer.Specialties)),
            Criterion.Way => t.Say(offer.Ways),
            Criterion.Zone => PlaceOf(offer, wished),
            Criterion.Language => t.Say(offer.Languages),
            Criterion.Start => offer.Start is { } start
                ? offer.StartIsFlexible
                    ? t.Label([t.With("Matching.offered.start", ("month", t.Month(start)))])
                    : t.Label([t.Month(start)])
                : "",
            Criterion.Setting => t.Say(offer.Settings),
            Criterion.Days => offer.Days is { } days ? t.Count("Matching.days", days) : "",
            Criterion.Rhythm => t.Label([t.Say(offer.Rhythm)]),
            Criterion.Surroundings => t.Say(offer.Surroundings),
            Criterion.FewPatients => offer.PatientsPerDay is { } patients ? t.Count("Matching.offered.patients", patients) : "",
            Criterion.Housing => HousingOf(offer, wished.Wishes, answers),
            Criterion.PartnerWork => WorkOf(offer, wished.Wishes),
            _ => FigureOf(reason.Criterion, answers),
        };
        return reason.Verdict == Verdict.Unknown && said.Length > 0 && reason.Criterion is not (Criterion.Language or Criterion.Start)
                ? t.With("Matching.offered.ask", ("said", said))
            : said.Length > 0 ? said
            : t["Matching.offered." + reason.Verdict];
    }

    private string PlaceOf(Offer offer, Wished wished)
    {
        if (gazetteer.Commune(offer.CommuneCode) is not { } commune)
        {
            return "";
        }
        if (offer.Kind == OfferKind.Project)
        {
            return CoarsePlaceOf(commune.Code);
        }
        var name = commune.NameIn(t.Language);
        if (!wished.Exact)
        {
            return name;
        }
        var near = wished
            .Wishes.Zones.Where(zone => zone is { RadiusKm: not null, Latitude: null } && gazetteer.Place(zone.PlaceCode) is not null)
            .Select(zone => (Place: gazetteer.Place(zone.PlaceCode)!.Value, zone.RadiusKm))
            .Select(zone => (zone.Place, Km: DistanceTo(zone.Place, commune)))
            .OrderBy(zone => zone.Km)
            .Select(zone => ((PlaceRef Place, double Km)?)zone)
            .FirstOrDefault();
        return near is { Km: >= 1 } found
            ? t.With("Matching.offered.place", ("place", name), ("distance", t.Kilometres(found.Km)), ("centre", t.OfPlace(found.Place.Name(t.Language))))
            : name;
    }

    private double DistanceTo(PlaceRef place, Commune commune)
    {
        var (latitude, longitude) = gazetteer.CentreOf(place);
        return Gazetteer.DistanceKm(latitude, longitude, commune.Latitude, commune.Longitude);
    }

    private string HousingOf(Offer offer, LifeWishes wishes, WelcomeAnswers? answers)
    {
        var parts = new List<string>();
        foreach (var (there, housing) in new[] { (offer.HomesToRent, HousingWanted.Rent), (offer.HomesToBuy, HousingWanted.Buy) })
        {
            if (there == true && Tells(offer, wishes.Housing.HasFlag(housing)))
            {
                parts.Add(t["LifeProjects.housing." + housing]);
            }
        }
        if (offer.LodgingAtFirst == true && Tells(offer, wishes.Housing.HasFlag(HousingWanted.LodgingAtFirst)))
        {
            parts.Add(answers?.LodgingMonths is > 0 and var months ? t.Count("Matching.offered.lodging", months) : t["LifeProjects.housing.LodgingAtFirst"]);
        }
        return t.Label(parts);
    }

    // A commune has many sectors: those that were asked for first.
    private string WorkOf(Offer offer, LifeWishes wishes)
    {
        var parts = new List<string>();
        if (wishes.PartnerProfession is { } profession && offer.PartnerProfessions.Contains(profession) && professions.Find(profession) is not null)
        {
            parts.Add(professions.LabelOf(profession, t.Language));
        }
        var sectors = offer.Sectors.Where(sector => Tells(offer, sector == wishes.PartnerSector)).OrderBy(sector => sector != wishes.PartnerSector);
        parts.AddRange(sectors.Take(MostPlaces).Select(sector => t["LocalLife.sector." + sector]));
        return t.Label(parts);
    }

    // Of a fellow carer's project what was asked for and no more: all that a commune answers, put together, would name it.
    private static bool Tells(Offer offer, bool asked) => asked || offer.Kind != OfferKind.Project;

    private string FigureOf(Criterion criterion, WelcomeAnswers? answers) =>
        (criterion, answers) switch
        {
            (Criterion.Colleagues, { Colleagues: { } colleagues }) => t.Count("Matching.offered.colleagues", colleagues),
            (Criterion.Station, { StationMinutes: { } minutes }) => t.Count("Matching.offered.minutes", minutes),
            (Criterion.SecondarySchool, { SecondarySchoolMinutes: { } minutes }) => t.Count("Matching.offered.minutes", minutes),
            (Criterion.Creche, { CrechePlaces: { } places }) => t.Count("Matching.offered.creche", places),
            _ => "",
        };

    private IReadOnlyList<string> Names(IEnumerable<string> codes) =>
        [.. codes.Where(code => professions.Find(code) is not null).Select(code => professions.LabelOf(code, t.Language))];
}
