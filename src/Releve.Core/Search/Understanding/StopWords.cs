namespace Releve.Core.Search.Understanding;

/// <summary>Words that say nothing to a search, and words that are names of small places too but hardly ever meant so. Folded.</summary>
internal static class StopWords
{
    /// <summary>Left out of the words to look for.</summary>
    public static IReadOnlySet<string> Silent { get; } = Words(
        """
        le la les l un une des du de d au aux a et ou en dans par pour sur sous avec sans vers chez ce cet cette ces mon ma mes notre nos votre vos leur leurs
        je j tu il elle on nous vous ils elles qui que qu quoi dont est sont suis es etre ai avez avoir se s si ne n y plus moins tres bien
        cherche recherche cherchons recherchons recherchez rechercher trouver trouve cherchez offre offres annonce annonces recrute recrutement recrutons besoin
        travail travailler travaille mission missions opportunite hf fh hfx mvx mv vm fm mfd homme femme hommes femmes ere eres iere ieres euse euses trice trices ienne ne ve
        het een der den die dat dit deze van voor met zonder op te ter ten in uit aan bij naar om over of en ook niet geen is zijn ben wij we ik u uw ons onze
        zoek zoekt zoeken gezocht gevraagd wil werk werken baan banen graag als er
        the an as and or of to for with without at by from on is are am be i you he she they my your our their this that these those it
        looking seeking wanted search find need needed work working want would like please some any
        me te lui eux moi toi quelqu quelque m2 environs alentours autour proximite omgeving buurt nearby
        jours semaine semaines dagen week weken days weeks par arrondissement
        boulot boulots taf job jobs
        prochain prochaine prochains prochaines volgend volgende komend komende aanstaande next coming
        vacances vakantie vakanties holiday holidays paasvakantie krokusvakantie herfstvakantie
        pas non ni aucun aucune jamais noch nooit not no nor never
        svp merci bonjour hallo hello graag aub
        """
    );

    /// <summary>Everyday words of the field and of the three languages that are names of communes as well, or close to one.</summary>
    public static IReadOnlySet<string> Ordinary { get; } = Words(
        """
        ville centre sante soin soins equipe equipes maison maisons hopital clinique cabinet ehpad mas fam ime esat ssiad had usld cmp cpts msp smur samu bloc
        service services salle salles chambre chambres port pont place places cours tour plan bourg bois mer mont rue cote aire temple eau sud nord est ouest
        jeune vieux bon bonne grand grande petit petite long court nouveau neuf vie coeur main mains bras dos oeil saint sainte saints
        aide sage stage garde nuit nuits jour jours mars mai juin aout die man men set port coin libre plein temps
        domicile ecole enfant enfants adulte adultes age ages personne personnes agees handicap psy bloc labo
        zorg thuis huis huizen stad dorp kind kinderen mens mensen bed team dienst groep klein groot nieuw oud goed lang kort berg dal
        home care house town city ward team group small large new old good long short child children people hospital clinic
        liberal liberale salaire salaires remuneration debutant experience experimente francais neerlandais anglais
        cdi cdd ide ash ams amp aes dea ibode iade
        baron belle beaux bras bords bains ballon barre bas blond cars canal change chapeau charge chemin confort contes contest contre contres corps dame
        dangers degre denier devise don drap dunes engins espere essay faux ferme fins folies fort fosse four frais grenade habit hall heros hers homme hommes
        hotel island issue jardin joyeux joyeuse jury jure lacs lent levier lieu livre loge logement lourd mere milieu moyen mouton nage notes parent parents
        plaine plaisir plats pleurs poil poisson pouce prix puits quartier rang repas reve riche rives riviere roche routes sales salon selle selles seuil soupir
        still suit target tendon tendu termes this trans transports tres tous trois un deux vains vers vert villes vif visite voix volume many manage silly orange
        source terre terres tete lit lits accueil etage urgence urgences pediatrie cure avis atelier etude etudes essai fin debut unite unites
        montagne campagne suisse residence jardins retraite
        """
    );

    private static HashSet<string> Words(string text) =>
        [.. text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];
}
