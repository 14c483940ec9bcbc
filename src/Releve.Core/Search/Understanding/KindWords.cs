using Releve.Core.Listings;

namespace Releve.Core.Search.Understanding;

/// <summary>The words by which people name a kind of listing, in French, Dutch and English.</summary>
internal static class KindWords
{
    public static IReadOnlyList<(ListingKind Kind, string Words)> All { get; } =
    [
        (
            ListingKind.SalariedPost,
            """
            offre d'emploi, emploi, poste, poste salarié, salarié, salariat, contrat de travail
            vacature, in loondienst, loondienst, vaste job
            job offer, vacancy, vacancies, salaried, salaried post, employment
            """
        ),
        (
            ListingKind.Shift,
            """
            garde, tour de garde, vacation, astreinte, permanence de soins, PDSA
            wacht, wachtdienst, wachtpost, huisartsenwachtpost, van wacht, oproepdienst, shift
            shift, on call, on-call duty, out of hours, out-of-hours
            """
        ),
        (
            ListingKind.Locum,
            """
            remplacement, remplaçant, rempla, remplacer, remplacement libéral
            vervanging, vervanger, vervangen, waarneming, waarnemer, praktijkvervanging
            locum, locum tenens, locum post, locum work, replacement
            """
        ),
        (
            ListingKind.Handover,
            """
            cession, céder, cède, à céder, pars à la retraite, partir à la retraite, reprise, reprendre, à reprendre, rachat, à vendre, cabinet à vendre, départ à la retraite, départ en retraite,
            successeur, succession, cession de cabinet, reprise de cabinet, cession de patientèle, reprise de patientèle
            overname, over te nemen, over te laten, praktijkovername, te koop, opvolger, opvolging, overnemen
            handover, takeover, take over, practice sale, for sale, practice for sale, successor
            """
        ),
        (
            ListingKind.Partnership,
            """
            association, associé, s'associer, collaboration, collaborateur libéral, collaboratrice libérale, collaborateur, collaboratrice, assistanat,
            assistant libéral, contrat de collaboration, exercice regroupé
            associatie, associé, geassocieerde, samenwerking, samenwerkingsverband, vennoot, toetreden
            partnership, associate, practice partner, associateship, collaboration
            """
        ),
        (
            ListingKind.Premises,
            """
            à louer, louer, location, local, locaux, local professionnel, local à louer, cabinet à louer, bureau à louer, salle à louer, sous-location,
            cabinet partagé, local médical, murs
            te huur, huren, verhuur, praktijkruimte, praktijkruimte te huur, kabinet te huur, praktijk te huur, praktijklokaal, lokaal
            to let, to rent, for rent, rental, renting, premises, consulting room, consultation room, treatment room, practice room, room to rent
            """
        ),
        (
            ListingKind.Placement,
            """
            stage, stagiaire, terrain de stage, lieu de stage, interne, internat, externat, maître de stage, docteur junior
            stage, stagiair, stagiaire, stageplaats, stageplek, haio, in opleiding
            placement, clinical placement, internship, intern, traineeship, trainee, junior doctor, residency
            """
        ),
        (
            ListingKind.CommunityProject,
            """
            projet de territoire, projet territorial, projet communal, projet de commune, appel à projets, projet de maison de santé
            gemeenteproject, project van de gemeente, lokaal project
            community project, local project
            """
        ),
        (
            ListingKind.TrainingOffer,
            """
            formation, se former, formation continue, formation diplômante, reconversion, VAE
            opleiding, bijscholing, zij-instroom, vorming, cursus
            training, training course, training offer, retraining
            """
        ),
    ];

    /// <summary>Words that say no more than the kind does, once one of these kinds is named: "cabinet" beside "à louer".</summary>
    public static IReadOnlySet<string> Places { get; } =
        new HashSet<string> { "cabinet", "cabinets", "kabinet", "praktijk", "praktijken", "practice", "surgery", "bureau", "salle", "room", "patientele", "clientele" };

    /// <summary>Whether a place of work goes without saying beside this kind.</summary>
    public static bool SaysPlace(ListingKind kind) => kind is ListingKind.Premises or ListingKind.Handover or ListingKind.Locum or ListingKind.Partnership;

    /// <summary>Words that mean a kind and yet are looked for themselves: levels of placements.</summary>
    public static IReadOnlyList<(ListingKind Kind, string Words)> Kept { get; } = [(ListingKind.Placement, "SASPAS, praticien niveau 1, stage niveau 1")];
}
