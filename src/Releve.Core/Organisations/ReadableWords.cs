using System.Buffers;
using System.Collections.Frozen;
using Releve.Core.Languages;

namespace Releve.Core.Organisations;

/// <summary>The words of hospital names: which stay small, which have accents, which are acronyms.</summary>
internal static class ReadableWords
{
    /// <summary>Articles and prepositions.</summary>
    public static FrozenSet<string> Small { get; } =
        FrozenSet.Create("d", "l", "de", "du", "des", "la", "le", "les", "et", "en", "sur", "sous", "lez", "au", "aux", "pour", "par", "dans");

    /// <summary>Common nouns and adjectives by their folded form; usual abbreviations written out.</summary>
    public static FrozenDictionary<string, string> Common { get; } = BuildCommon();

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private static readonly FrozenSet<string> Acronyms = (
        "aapc aapei adapt adh agduc ahnac aha aider alefpa amsam anider aphm aphp arseaa asdr assad aub aurad aural aurar "
        + "cada cattp ch chd chg chi chic chicn chr chru chs chsf chu clcc cmc cmp cmpr cms cos crcpfc crf crlcc crrf csapa cssr "
        + "eho eps epsm epsan esean esms fsef gcs gh ghbs ghi ghicl ghpso ght had hal hbt hcl hco hdj hia hj hjp hl hmv hnfc hp hpm hu "
        + "ico icans iledefrance irc itep ladapt mas mco mgen mpr mrc nfc oc pbna sa sas scm selarl smr smur sos ssr uad udm udsm "
        + "ugecam usap usld ussap usp uhcd ahbfc apsi arhm assrh atir altir cerep chcb chms ii iii iv vi vii viii xiii hus caddd avodd aair pij uf ufr irm ght"
    )
        .Split(' ')
        .ToFrozenSet();

    /// <summary>True for known acronyms, words with a digit, and words that nobody could pronounce.</summary>
    public static bool IsAcronym(string folded) =>
        Acronyms.Contains(folded) || folded.AsSpan().ContainsAnyInRange('0', '9') || (folded.Length > 1 && !folded.AsSpan().ContainsAny(Vowels));

    private static FrozenDictionary<string, string> BuildCommon()
    {
        var plain =
            "accueil adolescent adolescents adulte adultes alternative ambulatoire annexe antenne association autodialyse cardiologie "
            + "centre chirurgical chirurgicale clinique cliniques convalescence cure cyclotron dialyse domicile enfant enfants "
            + "entraînement équipe externe fonctionnelle fondation groupe groupement gériatrique gérontologie gériatrie hospitalier "
            + "hospitalière hospitaliers hospitalisation hémodialyse hôpital hôpitaux hôtel imagerie infantile institut intercommunal "
            + "jour jours juvénile laboratoire local locale long longue court courte maison maisons maternité moyen moyenne mutualiste "
            + "médecine médical médicale médico médicaux néphrologie nuit nutrition obésité oncologie orthopédie ophtalmologie palliatifs "
            + "pneumologie polyclinique polyvalent post postcure privé privée psychiatrie psychiatrique psychothérapique "
            + "psychothérapie public publique pôle radiothérapie rééducation réadaptation réanimation région régional régionale rénal rénale insuffisance physique "
            + "résidence santé mentale sanatorium secteur service services siège site sites soins spécialisé spécialisés spécialisée "
            + "suite séjour social sociale thérapeutique traitement unité unités universitaire urgences vasculaire établissement "
            + "établissements cancérologie addictologie pédiatrique pédiatrie cardiaque respiratoire neurologie neurologique "
            + "urologie digestif locomoteur mère foyer appartement crise pénitentiaire interdépartemental départemental militaire "
            + "instruction armées armée gestion lutte contre territorial psychologique pédopsychiatrie hébergement";
        var common = plain.Split(' ').ToDictionary(word => Folding.Fold(word));
        foreach (
            var (short_, full) in new[]
            {
                ("ctre", "centre"),
                ("cl", "clinique"),
                ("clin", "clinique"),
                ("polycl", "polyclinique"),
                ("hop", "hôpital"),
                ("hosp", "hospitalier"),
                ("inst", "institut"),
                ("ets", "établissement"),
                ("etab", "établissement"),
                ("pub", "public"),
                ("ass", "association"),
                ("asso", "association"),
                ("assoc", "association"),
                ("med", "médical"),
                ("readapt", "réadaptation"),
                ("readap", "réadaptation"),
                ("reeduc", "rééducation"),
                ("fonct", "fonctionnelle"),
                ("univ", "universitaire"),
                ("st", "Saint"),
                ("ste", "Sainte"),
                ("saint", "Saint"),
                ("sainte", "Sainte"),
                ("dr", "Dr"),
                ("pr", "Pr"),
                ("dom", "domicile"),
                ("ehpad", "Ehpad"),
                ("ssiad", "Ssiad"),
                ("cpts", "CPTS"),
                ("radioth", "radiothérapie"),
                ("nephro", "néphrologie"),
                ("chateau", "château"),
                ("vallee", "vallée"),
                ("coeur", "cœur"),
                ("soeurs", "sœurs"),
                ("soeur", "sœur"),
            }
        )
        {
            common[short_] = full;
        }
        var names =
            "Saône Rhône Isère Drôme Lozère Hérault Médoc Côte Côtes Île Îles Ardèche Ariège Corrèze Finistère Nièvre Vendée Pyrénées "
            + "Cévennes Méditerranée Léman Caraïbe Médipôle Réunion Béziers Nîmes Orléans Besançon Montbéliard Évreux Épinal Liège "
            + "François Françoise André René Renée Rémy Gérard Léon Léonard Léopold Émile Étienne Hélène Éloi Geneviève Benoît Jérôme "
            + "Frédéric César Félix Théodore Thérèse Noël Joël Édouard Élisabeth Eugène Honoré Régis Sébastien Barthélemy Clément Aimé "
            + "Raphaël Valéry Cécile Irénée Ambroise Cèdres Chêne Chênes Hêtres Forêt Rivière Étoile Étang École Église Cathédrale "
            + "Frères République Libération Résistance Maréchal Président Général Évêque Abbé Métropole Européen Millénaire";
        foreach (var name in names.Split(' '))
        {
            common[Folding.Fold(name)] = name;
        }
        return common.ToFrozenDictionary();
    }
}
