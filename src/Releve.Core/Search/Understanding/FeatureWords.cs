using Releve.Core.Listings;

namespace Releve.Core.Search.Understanding;

/// <summary>The words for rhythms, statuses, hours, lodging and urgency, in French, Dutch and English.</summary>
internal static class FeatureWords
{
    public static IReadOnlyList<(WorkRhythm Rhythm, string Words)> Rhythms { get; } =
    [
        (
            WorkRhythm.Night,
            """
            nuit, de nuit, la nuit, nocturne, travail de nuit, poste de nuit, équipe de nuit, veille de nuit
            nacht, 's nachts, nachtdienst, nachtwerk, nachtploeg, nachtpost
            night, at night, nightshift, night work, overnight
            """
        ),
        (WorkRhythm.Day, "jour, de jour, en journée, poste de jour\noverdag, dagdienst, dagwerk, dagploeg\nday, day time, daytime, day shift"),
        (WorkRhythm.TwelveHours, "12h, 12 h, 12 heures, douze heures, en 12h, en douze heures\n12u, 12 u, 12 uur, twaalf uur\n12 hours, 12 hour, twelve hours, twelve hour"),
        (WorkRhythm.Weekend, "week-end, weekend, fin de semaine, samedis, dimanches\nweekend, weekends, zaterdagen, zondagen\nweekend, saturdays, sundays"),
    ];

    public static IReadOnlyList<(EmploymentStatus Status, string Words)> Statuses { get; } =
    [
        (EmploymentStatus.Permanent, "CDI, durée indéterminée, contrat à durée indéterminée, contrat indéterminé\nvast contract, vaste betrekking, onbepaalde duur, contract van onbepaalde duur\npermanent, permanent contract, permanent position, permanent post, open-ended contract"),
        (EmploymentStatus.FixedTerm, "CDD, durée déterminée, contrat à durée déterminée\nbepaalde duur, contract van bepaalde duur, tijdelijk, tijdelijk contract\nfixed term, fixed-term contract, temporary, temporary contract"),
        (EmploymentStatus.PublicService, "fonction publique, fonction publique hospitalière, FPH, fonctionnaire, statutaire\nstatutair, ambtenaar, overheidsdienst\npublic service, civil service, civil servant"),
        (EmploymentStatus.Agency, "intérim, intérimaire\ninterim, interimarbeid, uitzendkracht, uitzendwerk, uitzendarbeid\nagency, agency work, agency staff"),
        (EmploymentStatus.Apprenticeship, "apprentissage, apprenti, alternance, en alternance, contrat pro\nleercontract, leerling, alternerend leren, duaal leren\napprenticeship, apprentice"),
        (EmploymentStatus.SelfEmployed, "indépendant, sous statut indépendant, statut d'indépendant\nzelfstandig, zelfstandige, op zelfstandige basis\nself-employed, freelance"),
    ];

    /// <summary>Names of services that hold another word: they stay words to look for.</summary>
    public const string Services =
        "hôpital de jour, accueil de jour, centre de jour, soins de jour, séjour de jour, garde d'enfants, logement social, foyer-logement, formation médicale continue\ndaghospitaal, dagziekenhuis, dagcentrum, dagopvang, dagverzorging\nday hospital, day centre, day center, day care, day clinic";

    public const string FullTime = "temps plein, à temps plein, plein temps, temps complet, à temps complet\nvoltijds, fulltime, voltijdse\nfull time, full-time";

    public const string PartTime = "temps partiel, à temps partiel, mi-temps, à mi-temps, temps non complet\ndeeltijds, deeltijdse, halftijds, halftijdse, parttime, deeltijd\npart time, part-time, half time, half-time";

    public const string Lodging = "logement, logé, hébergement, hébergé, avec logement, logement fourni, logement possible, logement inclus, logement de fonction\nhuisvesting, met huisvesting, woonst, inwonend, logies, woongelegenheid\nlodging, accommodation, housing, with lodging, with accommodation, with housing, live-in, accommodation provided, lodging provided";

    public const string Urgent = "urgent, très urgent, en urgence, besoin urgent, immédiat, immédiatement, tout de suite, de suite, dès que possible, au plus vite, maintenant, dès maintenant, ASAP\ndringend, zo snel mogelijk, onmiddellijk, meteen, per direct\nurgent, urgently, immediate, immediately, right now, as soon as possible";
}
