using Releve.Core.Listings;

namespace Releve.Web.Tests.Publishing;

/// <summary>A listing of a kind: what is typed in the fields that only this kind has, and what its public page then says.</summary>
/// <param name="Typed">Control → what is typed, several ticks parted by a bar.</param>
/// <param name="Shown">The page's own section of the kind, line by line: label = value.</param>
/// <param name="Dates">What the page says of the dates; null when it says them among the kind's own.</param>
public sealed record KindSample(ListingKind Kind, string Typed, string Shown, string? Dates);

/// <summary>One of each kind, with every field filled in. Spaces that do not break are written as plain ones.</summary>
public static class EveryKind
{
    /// <summary>What is typed for all kinds.</summary>
    public const string Typed = """
        title = Une place à Chartres, près de la gare
        body = Une équipe de douze personnes attend du renfort au bord de l’Eure.
        professions = nurse
        commune = Chartres
        benefits = Lodging|Meals
        languages.nl = Good
        contactName = Karim Benali
        contactPhone = 02 37 30 30 31
        contactEmail = rh@exemple.fr
        specialties = nurse.anaesthesia
        qualification = Diplôme d’État
        address = 4 rue du Docteur-Maunoury
        questions = Depuis quand exercez-vous ?
        title.nl = Een plaats in Chartres
        body.nl = Een ploeg van twaalf mensen zoekt versterking.
        """;

    /// <summary>What the page then says of its conditions, beside the dates and the pay.</summary>
    public const string Shown = """
        Qui peut venir = Infirmière ou infirmier
        Spécialités = Infirmière anesthésiste ou infirmier anesthésiste
        Qualification demandée = Diplôme d’État
        Langues = Néerlandais (bon niveau)
        Avantages = Logement et repas
        """;

    public static IReadOnlyList<KindSample> Samples { get; } =
    [
        new(
            ListingKind.SalariedPost,
            """
            status = FixedTerm
            payMin = 2 450
            payMax = 2900,50
            payUnit = Month
            payNote = Ségur compris
            from = 2027-01-04
            until = 2027-06-30
            percent = 80
            rhythm = Night|Weekend
            hoursPerWeek = 28,5
            experienceYears = 2
            flexibleDates = true
            urgent = true
            service = Gériatrie
            jointCommittee = 330
            ificCategory = 14
            """,
            """
            Contrat = CDD
            Temps de travail = 28,5 h par semaine, 80 % d’un temps plein
            Rythme = Nuit et week-end
            Service = Gériatrie
            Expérience = 2 ans
            Commission paritaire = 330
            Catégorie IFIC = 14
            """,
            "4 janvier – 30 juin 2027"
        ),
        new(
            ListingKind.Shift,
            """
            startsAt = 2026-12-05T20:00
            endsAt = 2026-12-06T08:00
            payCents = 312,50
            mode = OnCall
            seats = 2
            service = Urgences
            payIncludes = Majoration de nuit
            breakMinutes = 30
            rhythm = Night
            urgent = true
            skills = Plâtres
            audience = Partners
            bookableFrom = 2026-11-28T09:00
            """,
            """
            Horaires = samedi 5 décembre, 20 h – 8 h
            Pause = 30 minutes
            Rythme = Nuit
            Service = Urgences
            Savoir-faire = Plâtres
            Présence = Astreinte, joignable
            Rémunération = 312,50 €
            Comprend = Majoration de nuit
            Places = 2 places
            Qui peut la prendre = Les établissements partenaires
            Réservable à partir du = samedi 28 novembre, 9 h
            """,
            null
        ),
        new(
            ListingKind.Locum,
            """
            from = 2027-07-01
            until = 2027-07-31
            days = Monday|Friday
            fee = 20
            feeDirection = PaidBack
            reason = Parental
            flexibleDates = true
            patientsPerDay = 25
            homeVisits = true
            secretary = false
            thirdPartyBilling = true
            paymentDelayDays = 15
            urgent = true
            duties = Un samedi sur deux
            nightAndSundayTerms = 90 % gardés
            software = Doctolib
            equipment = Voiture prêtée
            """,
            """
            Jours = Lundi et vendredi
            Raison = Naissance
            Patients par jour = 25
            Visites à domicile = Oui
            Gardes = Un samedi sur deux
            Logiciel = Doctolib
            Secrétariat = Non
            Matériel = Voiture prêtée
            Tiers payant = Oui
            Honoraires = 80 % gardés
            Nuits et dimanches = 90 % gardés
            Versement = Sous 15 jours
            """,
            "1er – 31 juillet 2027"
        ),
        new(
            ListingKind.Handover,
            """
            from = 2027-09-01
            until = 2027-12-31
            reason = Retirement
            priceCents = 45 000
            patients = 1100
            tenure = Walls
            flexibleDates = true
            accompanimentBefore = Deux mois ensemble
            accompanimentAfter = Un appel par semaine
            turnoverYear = 2025
            turnoverAmount = 180 000
            equipment = Échographe
            staff = Une secrétaire
            software = Weda
            """,
            """
            Raison = Départ à la retraite
            Prix = 45 000 €
            Chiffre d’affaires = Montré aux soignants vérifiés
            Patients présentés = 1 100
            Murs = Murs vendus
            Matériel = Échographe
            Équipe salariée = Une secrétaire
            Logiciel = Weda
            Accompagnement avant = Deux mois ensemble
            Accompagnement après = Un appel par semaine
            """,
            "1er septembre – 31 décembre 2027"
        ),
        new(
            ListingKind.Partnership,
            """
            status = Collaboration
            from = 2027-03-01
            until = 2028-02-29
            days = Tuesday|Thursday
            fee = 75
            feeDirection = KeptByLocum
            monthlyChargesCents = 900
            flexibleDates = true
            form = Sisa
            teamSize = 6
            pathToPartnership = Après deux ans
            team = Trois généralistes et trois infirmières
            """,
            """
            Forme = Collaboration
            Honoraires = 75 % gardés
            Part des charges = 900 € par mois
            Jours = Mardi et jeudi
            Équipe = Trois généralistes et trois infirmières
            Taille de l’équipe = 6 personnes
            Structure = Sisa
            Vers l’association = Après deux ans
            """,
            "1er mars 2027 – 29 février 2028"
        ),
        new(
            ListingKind.Premises,
            """
            rentCents = 540
            surfaceM2 = 24,5
            rooms = 2
            freeHalfDays = 0|3
            from = 2027-01-11
            until = 2027-12-31
            chargesCents = 45,50
            stepFree = true
            parking = true
            sharedReception = false
            equipment = Table d’examen
            """,
            """
            Surface = 24,5 m²
            Pièces = 2
            Demi-journées libres = Lundi matin et mardi après-midi
            Loyer = 540 € par mois
            Charges = 45,50 € par mois
            Matériel = Table d’examen
            Accès de plain-pied = Oui
            Stationnement = Oui
            Accueil partagé = Non
            """,
            "11 janvier – 31 décembre 2027"
        ),
        new(
            ListingKind.Placement,
            """
            level = Saspas
            from = 2027-05-03
            until = 2027-10-31
            seats = 2
            flexibleDates = true
            allowanceCents = 1 000
            halfDaysPerWeek = 8
            supervisor = Dr Martin
            approval = ARS Centre-Val de Loire
            approvalUntil = 2028-01-01
            """,
            """
            Niveau = Interne, SASPAS
            Encadrement = Dr Martin
            Agrément = ARS Centre-Val de Loire
            Agrément valable jusqu’au = 1er janvier 2028
            Places = 2 places
            Demi-journées par semaine = 8
            Indemnité = 1 000 € par mois
            """,
            "3 mai – 31 octobre 2027"
        ),
        new(
            ListingKind.CommunityProject,
            """
            stage = Works
            opensOn = 2027-09-01
            offer = Loyer offert six mois
            premises = Quatre cabinets de plain-pied
            partners = Département et ARS
            publicContact = Mairie, bureau santé
            from = 2027-09-01
            until = 2028-09-01
            """,
            """
            Avancement = En travaux
            Ouverture = Septembre 2027
            Locaux = Quatre cabinets de plain-pied
            Partenaires = Département et ARS
            Ce que la commune propose = Loyer offert six mois
            Personne à contacter = Mairie, bureau santé
            """,
            "1er septembre 2027 – 1er septembre 2028"
        ),
        new(
            ListingKind.TrainingOffer,
            """
            leadsTo = care-assistant
            from = 2027-09-06
            until = 2028-07-07
            weeks = 44
            benefitsKept = true
            entryLevel = Sans diplôme
            flexibleDates = true
            funding = Région
            school = Ifas de Chartres
            """,
            """
            Métier préparé = Aide-soignant
            Niveau d’entrée = Sans diplôme
            Durée = 44 semaines
            Financement = Région
            Allocations maintenues = Oui
            École = Ifas de Chartres
            """,
            "6 septembre 2027 – 7 juillet 2028"
        ),
    ];

    /// <summary>The lines of such a text as pairs.</summary>
    public static IReadOnlyList<(string Name, string Value)> Lines(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(" = ", 2)).Select(parts => (parts[0].Trim(), parts[1].Trim()))];
}
