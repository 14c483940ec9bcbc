namespace Releve.Core.Professions;

/// <summary>A specialty of a profession, "nurse.anaesthesia".</summary>
/// <param name="Code">The profession's code, a dot, an English slug.</param>
/// <param name="Names">Names in three languages, both genders.</param>
/// <param name="Synonyms">Other words for the person.</param>
/// <param name="Codes">ANS, HCParty and ISCO-08 codes.</param>
/// <param name="Fields">Words for the field ("cardiologie"): they mean the specialty only where no profession is named.</param>
/// <param name="Within">Words that mean the specialty only beside the name of its profession: "bloc" beside "infirmier".</param>
public sealed record Specialty(
    string Code,
    ProfessionNames Names,
    LocalWords Synonyms,
    ProfessionCodes Codes,
    LocalWords? Fields = null,
    LocalWords? Within = null
);
