namespace Releve.Core.Organisations;

/// <summary>Why a row of the register is not taken.</summary>
public enum RowProblem
{
    /// <summary>More or fewer fields than the header has.</summary>
    Width,

    /// <summary>A control character in a field.</summary>
    ControlCharacter,

    /// <summary>A field begins as a spreadsheet formula does.</summary>
    Formula,

    /// <summary>Not the number of an establishment.</summary>
    Finess,

    /// <summary>The same number stands on an earlier line.</summary>
    Duplicate,

    /// <summary>Not the number of a legal entity.</summary>
    LegalEntity,

    /// <summary>Neither a SIRET nor a SIREN.</summary>
    Siret,

    /// <summary>No name.</summary>
    NameMissing,

    /// <summary>A field longer than <see cref="RegisterEntries.MaxLength"/>.</summary>
    TooLong,

    /// <summary>A category that has no kind here.</summary>
    Category,

    /// <summary>Not five digits.</summary>
    Postcode,

    /// <summary>No commune has this code, and postcode and locality do not tell which one is meant.</summary>
    Commune,
}

/// <summary>A refused row: where, which, why, and the value at fault.</summary>
public sealed record RefusedRow(int Line, string Finess, RowProblem Problem, string Value);

/// <summary>What was noticed on a row that was taken all the same.</summary>
public enum RowRemark
{
    /// <summary>The number lacks the usual check digit.</summary>
    FinessCheckDigit,

    /// <summary>The enterprise's number, or zeros, stand where the establishment's should: no SIRET is stored.</summary>
    NoSiret,

    /// <summary>The commune's code is an old one; the commune was found by postcode and locality.</summary>
    CommuneByPostcode,
}

/// <summary>A remark on a row that was taken.</summary>
public sealed record RemarkedRow(int Line, string Finess, RowRemark Remark, string Value);

/// <summary>What an import did. Every row is counted once.</summary>
public sealed record ImportReport(int Created, int Updated, int Unchanged, IReadOnlyList<RefusedRow> Refused, IReadOnlyList<RemarkedRow> Remarks);
