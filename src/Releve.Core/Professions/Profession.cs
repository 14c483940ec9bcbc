using Releve.Core.Languages;

namespace Releve.Core.Professions;

/// <summary>The families in which professions are listed.</summary>
public enum ProfessionFamily
{
    Medical,
    Paramedical,
    Care,
    Social,
    NonMedical,
}

/// <summary>A profession's name in both genders.</summary>
public sealed record GenderedName(string Masculine, string Feminine);

/// <summary>The official codes of a profession or specialty.</summary>
public sealed record ProfessionCodes(string[] Ans, string[] Hcparty, string[] Isco);

/// <summary>A region's official shortage list names this profession; dated and sourced, never a constant.</summary>
public sealed record Shortage(string AreaCode, DateOnly Date, string Source, bool Checked);

/// <summary>The names by which people call a profession, language by language.</summary>
public sealed record ProfessionNames(GenderedName Fr, GenderedName Nl, GenderedName En)
{
    /// <summary>The pair of names in a language.</summary>
    public GenderedName In(Language language) =>
        language switch
        {
            Language.Dutch => Nl,
            Language.English => En,
            _ => Fr,
        };
}

/// <summary>Other words for the same profession, language by language: abbreviations, older names, everyday names.</summary>
public sealed record Synonyms(string[] Fr, string[] Nl, string[] En);

/// <summary>A profession that listings ask for. Data that a coordinator extends, loaded from data/professions.json.</summary>
public sealed class Profession
{
    /// <summary>Stable English slug, "nurse".</summary>
    public required string Code { get; init; }

    /// <summary>The family it is listed in.</summary>
    public required ProfessionFamily Family { get; set; }

    /// <summary>Names in three languages, both genders.</summary>
    public required ProfessionNames Names { get; set; }

    /// <summary>Other words that people search with.</summary>
    public required Synonyms Synonyms { get; set; }

    /// <summary>ANS, HCParty and ISCO-08 codes.</summary>
    public required ProfessionCodes Codes { get; set; }

    /// <summary>Countries (FR, BE) whose law reserves the profession to holders of a title.</summary>
    public required string[] Regulated { get; set; }

    /// <summary>Where it is officially short of people, since when, according to whom.</summary>
    public required IReadOnlyList<Shortage> Shortages { get; set; }

    /// <summary>The specialties of this profession.</summary>
    public required IReadOnlyList<Specialty> Specialties { get; set; }

    /// <summary>True once a coordinator changed it: the file no longer overwrites it.</summary>
    public bool Edited { get; set; }
}

/// <summary>A specialty of a profession, "nurse.anaesthesia".</summary>
public sealed record Specialty(string Code, ProfessionNames Names, Synonyms Synonyms, ProfessionCodes Codes);
