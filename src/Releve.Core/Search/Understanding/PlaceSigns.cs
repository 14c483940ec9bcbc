namespace Releve.Core.Search.Understanding;

/// <summary>What stands around the name of a place, folded, in French, Dutch and English.</summary>
internal static class PlaceSigns
{
    /// <summary>"Near": a place follows, whatever its name is otherwise. Longer ones first.</summary>
    public static IReadOnlyList<string> Near { get; } =
    [
        "dans les environs de",
        "dans les alentours de",
        "dans les environs d",
        "aux alentours de",
        "aux alentours d",
        "aux environs de",
        "aux environs d",
        "a proximite de",
        "a proximite d",
        "in de omgeving van",
        "in de buurt van",
        "dans la region de",
        "dans le secteur de",
        "a cote de",
        "a cote d",
        "autour de",
        "autour d",
        "alentours de",
        "environs de",
        "proximite de",
        "a proximite",
        "a cote",
        "pas loin de",
        "non loin de",
        "pres de",
        "pres d",
        "proche de",
        "proche d",
        "region de",
        "region d",
        "secteur de",
        "secteur d",
        "bassin de",
        "omgeving van",
        "regio van",
        "buurt van",
        "dicht bij",
        "in de regio",
        "not far from",
        "close to",
        "next to",
        "near to",
        "in the area of",
        "autour",
        "alentours",
        "environs",
        "proche",
        "pres",
        "secteur",
        "vers",
        "omgeving",
        "regio",
        "region",
        "buurt",
        "nabij",
        "dichtbij",
        "vlakbij",
        "rondom",
        "rond",
        "near",
        "nearby",
        "around",
    ];

    /// <summary>"In", "at": very likely a place follows.</summary>
    public static IReadOnlySet<string> Strong { get; } = new HashSet<string> { "a", "au", "aux", "in", "te", "bij", "at", "naar" };

    /// <summary>"Of": a place may follow.</summary>
    public static IReadOnlySet<string> Weak { get; } =
        new HashSet<string> { "de", "d", "du", "des", "en", "dans", "sur", "van", "uit", "of", "from", "pour", "voor", "le", "la", "les", "the", "het", "l" };

    /// <summary>After these, the name is that of an area and not of a commune.</summary>
    public static IReadOnlySet<string> AreaHints { get; } =
        new HashSet<string> { "departement", "dept", "dpt", "departements", "province", "provincie", "region", "regio", "gewest", "departementen", "county" };

    /// <summary>What a radius is introduced by. Longer ones first.</summary>
    public static IReadOnlyList<string> Within { get; } =
    [
        "dans un rayon maximum de",
        "dans un rayon de",
        "dans un perimetre de",
        "sur un rayon de",
        "a moins de",
        "a maximum",
        "au maximum",
        "rayon de",
        "rayon",
        "a plus ou moins",
        "moins de",
        "jusqu a",
        "binnen een straal van",
        "in een straal van",
        "straal van",
        "straal",
        "binnen de",
        "binnen",
        "maximum",
        "maximaal",
        "hoogstens",
        "op minder dan",
        "minder dan",
        "within a radius of",
        "within",
        "less than",
        "up to",
        "radius of",
        "radius",
        "max",
        "op",
        "a",
        "in",
    ];

    /// <summary>Units of distance.</summary>
    public static IReadOnlySet<string> Kilometres { get; } = new HashSet<string> { "km", "kms", "kilometre", "kilometres", "kilometer", "kilometers" };

    /// <summary>What may stand between a radius and its place.</summary>
    public static IReadOnlySet<string> AfterRadius { get; } =
        new HashSet<string> { "de", "d", "van", "of", "from", "autour", "rond", "rondom", "around", "vanaf" };

    /// <summary>After these, a name may be that of the house: "clinique Saint-François".</summary>
    public static IReadOnlySet<string> Houses { get; } =
        new HashSet<string>
        {
            "clinique",
            "hopital",
            "hopitaux",
            "ehpad",
            "residence",
            "foyer",
            "institut",
            "groupe",
            "chu",
            "chr",
            "ch",
            "ziekenhuis",
            "az",
            "uz",
            "wzc",
            "hospital",
            "clinic",
        };

    /// <summary>After a number, these say what is counted: it is no postcode and no département.</summary>
    public static IReadOnlySet<string> Units { get; } =
        new HashSet<string>
        {
            "euro",
            "euros",
            "eur",
            "k",
            "ke",
            "h",
            "heure",
            "heures",
            "u",
            "uur",
            "uren",
            "hour",
            "hours",
            "patient",
            "patients",
            "patienten",
            "lit",
            "lits",
            "bed",
            "bedden",
            "beds",
            "m2",
            "m",
            "an",
            "ans",
            "annee",
            "annees",
            "jaar",
            "year",
            "years",
            "mois",
            "maand",
            "maanden",
            "month",
            "months",
            "jour",
            "jours",
            "dag",
            "dagen",
            "day",
            "days",
            "semaine",
            "semaines",
            "week",
            "weken",
            "weeks",
            "km",
            "kms",
            "kilometre",
            "kilometres",
            "kilometer",
            "kilometers",
            "min",
            "minutes",
            "minuten",
            "habitants",
            "inwoners",
            "inhabitants",
            "actes",
            "places",
            "plaatsen",
            "postes",
            "pour",
            "percent",
            "brut",
            "net",
            "bruto",
            "netto",
            "etp",
            "vte",
            "fte",
            "consultations",
        };
}
