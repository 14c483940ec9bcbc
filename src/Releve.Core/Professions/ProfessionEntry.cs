namespace Releve.Core.Professions;

/// <summary>A profession, or one of its specialties.</summary>
public sealed record ProfessionEntry(Profession Profession, Specialty? Specialty)
{
    /// <summary>"nurse", or "nurse.anaesthesia".</summary>
    public string Code => Specialty?.Code ?? Profession.Code;

    /// <summary>True for a specialty.</summary>
    public bool IsSpecialty => Specialty is not null;

    /// <summary>Its own names.</summary>
    public ProfessionNames Names => Specialty?.Names ?? Profession.Names;

    /// <summary>Its own official codes.</summary>
    public ProfessionCodes Codes => Specialty?.Codes ?? Profession.Codes;
}
