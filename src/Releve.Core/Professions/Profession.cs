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

/// <summary>The official codes of a profession or specialty: ANS value set J01, CD-HCPARTY, ISCO-08.</summary>
public sealed record ProfessionCodes(string[] Ans, string[] Hcparty, string[] Isco);

/// <summary>A profession that listings ask for. Data that a coordinator extends, loaded from data/professions.json.</summary>
public sealed class Profession
{
    /// <summary>Stable English slug, "nurse".</summary>
    public required string Code { get; init; }

    /// <summary>The family it is listed in.</summary>
    public required ProfessionFamily Family { get; set; }

    /// <summary>Names in three languages, both genders.</summary>
    public required ProfessionNames Names { get; set; }

    /// <summary>Other words for the person that people search with: abbreviations, older names, everyday names.</summary>
    public required LocalWords Synonyms { get; set; }

    /// <summary>Words for the field ("soins infirmiers"): they mean the profession only where no other one is named.</summary>
    public LocalWords Fields { get; set; } = LocalWords.None;

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

    /// <summary>Takes everything from a newer description of the same profession.</summary>
    public void TakeFrom(Profession newer)
    {
        if (newer.Code != Code)
        {
            throw new ArgumentException($"{newer.Code} is not {Code}", nameof(newer));
        }
        Family = newer.Family;
        Names = newer.Names;
        Synonyms = newer.Synonyms;
        Fields = newer.Fields;
        Codes = newer.Codes;
        Regulated = newer.Regulated;
        Shortages = newer.Shortages;
        Specialties = newer.Specialties;
    }
}
