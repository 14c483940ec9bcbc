using System.Text.RegularExpressions;
using Releve.Core.Languages;

namespace Releve.Core.Publishing;

/// <summary>On which ground a wording shuts people out.</summary>
public enum DiscriminationGround
{
    Age,
    Sex,
    Origin,
    Family,
    Belief,
    Health,
    Looks,
}

/// <summary>Words of a text that shut people out, and whether they can mean something else.</summary>
public sealed record DiscriminatoryTerm(string Words, DiscriminationGround Ground, bool Certain);

/// <summary>
/// Wordings that no listing may have: France, Code du travail art. L1132-1 and L5321-2; Belgium, laws of 10 May 2007 and
/// their counterparts of the regions; EU directives 2000/43, 2000/78 and 2006/54. Words that are harmless when they are
/// about patients ("personnes âgées", "jeunes enfants") are none; what depends on the sentence is uncertain.
/// </summary>
public static partial class DiscriminatoryTerms
{
    private static readonly (DiscriminationGround Ground, bool Certain, Regex Pattern)[] Patterns =
    [
        (DiscriminationGround.Age, true, CertainAge()),
        (DiscriminationGround.Age, false, UncertainAge()),
        (DiscriminationGround.Sex, true, CertainSex()),
        (DiscriminationGround.Origin, true, CertainOrigin()),
        (DiscriminationGround.Origin, false, UncertainOrigin()),
        (DiscriminationGround.Family, true, CertainFamily()),
        (DiscriminationGround.Family, false, UncertainFamily()),
        (DiscriminationGround.Belief, false, UncertainBelief()),
        (DiscriminationGround.Health, false, UncertainHealth()),
        (DiscriminationGround.Looks, false, UncertainLooks()),
    ];

    /// <summary>What was found, each wording once, in the words of the text without accents or capitals.</summary>
    public static IEnumerable<DiscriminatoryTerm> In(string text)
    {
        var folded = Folding.Fold(text);
        return Patterns
            .SelectMany(one => one.Pattern.Matches(folded).Select(match => new DiscriminatoryTerm(match.Value, one.Ground, one.Certain)))
            .DistinctBy(term => term.Words);
    }

    // All on folded text: small letters without accents, one space between words, no punctuation.
    [GeneratedRegex(
        @"\b(moins de|pas plus de|maximum|jusqu a|max) [2-6]\d ans\b|\bage (maximum|maximal|limite|de \d\d a \d\d)\b|\bentre [2-6]\d et [2-6]\d ans\b|\bages? de \d\d a \d\d ans\b"
            + @"|\b(jonger dan|niet ouder dan|maximum|maximaal|hoogstens) [2-6]\d( jaar)\b|\b(maximumleeftijd|leeftijdsgrens)\b|\btussen [2-6]\d en [2-6]\d jaar\b"
            + @"|\b(under|below|younger than|not older than) [2-6]\d( years)?\b|\b(maximum age|age limit)\b|\bbetween [2-6]\d and [2-6]\d years\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex CertainAge();

    [GeneratedRegex(
        @"\bjeunes? (diplome|diplomee|diplomes|diplomees|et dynamique|dynamique|candidat|candidate|collaborateur|collaboratrice|medecin|infirmier|infirmiere|professionnel|professionnelle)\b"
            + @"|\bequipe jeune\b|\bjonge? (en dynamische?|dynamische?|kandidaat|medewerker|collega|verpleegkundige|arts)\b|\bjong team\b|\bpas afgestudeerden?\b"
            + @"|\b(young and dynamic|young team|young (candidate|professional|nurse|doctor)|recent graduates? only|digital native)\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex UncertainAge();

    [GeneratedRegex(
        @"\b(homme|femme|hommes|femmes) (uniquement|seulement|exclusivement|exigee?|souhaitee?)\b|\b(cherchons|recherchons|cherche|recherche) (un homme|une femme|une dame|un monsieur)\b"
            + @"|\bde sexe (masculin|feminin)\b|\b(uniquement|alleen|enkel) (des |voor )?(hommes|femmes|mannen|vrouwen|dames|heren)\b|\b(wij zoeken|gezocht|we zoeken) een (man|vrouw|dame|heer)\b"
            + @"|\bvan het (mannelijk|vrouwelijk)e? geslacht\b|\b(men|women|male|female|males|females|ladies) only\b|\b(looking for|seeking) an? (man|woman|lady|male|female)\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex CertainSex();

    [GeneratedRegex(
        @"\b(de )?nationalite (francaise|belge|europeenne) (exigee|obligatoire|requise|uniquement)\b|\bfrancais(e)? de souche\b|\bd origine (francaise|europeenne|belge|africaine|maghrebine|etrangere)\b"
            + @"|\b(belgische|europese|franse) nationaliteit (vereist|verplicht|noodzakelijk)\b|\bvan (belgische|vlaamse|europese|vreemde|afrikaanse) (afkomst|origine)\b|\b(geen|niet voor) (buitenlanders|allochtonen)\b|\bpas d etrangers?\b"
            + @"|\b(eu |french |belgian )?(citizens|nationals) only\b|\bof (french|belgian|european|african) (origin|descent)\b|\bno foreigners\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex CertainOrigin();

    [GeneratedRegex(
        @"\blangue maternelle (francaise|neerlandaise|anglaise)?\b|\b(francophone|neerlandophone) natif\b|\bnationalite\b|\bmoedertaal\b|\bnationaliteit\b|\bnative speakers?\b|\bmother tongue\b|\bnationality\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex UncertainOrigin();

    [GeneratedRegex(
        @"\bsans (enfants?|charge de famille|charges familiales)\b|\bpas (de grossesse|enceinte)\b|\bcelibataires? (uniquement|de preference|souhaitee?)\b"
            + @"|\bzonder kinderen\b|\bniet zwanger\b|\b(alleenstaanden?|ongehuwd) (gewenst|bij voorkeur)\b|\bwithout children\b|\bnot pregnant\b|\bno children\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex CertainFamily();

    [GeneratedRegex(
        @"\b(situation familiale|celibataire|gezinssituatie|burgerlijke staat|marital status|family situation)\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex UncertainFamily();

    [GeneratedRegex(
        @"\b(de confession (catholique|chretienne|musulmane|juive|protestante)|sans signe religieux|pas de voile|non syndiquee?|katholieke overtuiging|geen hoofddoek|geen vakbond|no headscarf|christian faith|non unionised)\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex UncertainBelief();

    [GeneratedRegex(
        @"\b(bonne sante|parfaite sante|bonne condition physique|sans handicap|valide uniquement|goede gezondheid|fysiek fit|zonder handicap|good health|able bodied|physically fit|without disability)\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex UncertainHealth();

    [GeneratedRegex(
        @"\b(bonne presentation|presentation soignee|excellente presentation|verzorgd voorkomen|goed voorkomen|representatief voorkomen|good looking|well groomed|smart appearance)\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex UncertainLooks();
}
