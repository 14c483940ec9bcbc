using Releve.Core.Languages;

namespace Releve.Core.Organisations;

/// <summary>What a row of the register says of an organisation, checked and in readable form.</summary>
public sealed record RegisterEntry
{
    /// <summary>The line of the file.</summary>
    public required int Line { get; init; }
    public required Finess Finess { get; init; }
    public required Finess LegalEntity { get; init; }

    /// <summary>Null when the register knows only the enterprise.</summary>
    public required Siret? Siret { get; init; }
    public required OrganisationKind Kind { get; init; }
    public required string Name { get; init; }
    public required string CommuneCode { get; init; }
    public required string? Street { get; init; }
    public required string Postcode { get; init; }
    public required string? Locality { get; init; }
}

/// <summary>Checks the rows of one file, one after the other, and notes what it refuses and what it remarks.</summary>
public sealed class RegisterEntries(RegisterCommunes communes)
{
    /// <summary>Longest name, street or locality that is taken.</summary>
    public const int MaxLength = 200;

    private readonly HashSet<string> seen = [];
    private readonly List<RefusedRow> refused = [];
    private readonly List<RemarkedRow> remarks = [];

    /// <summary>The rows refused so far.</summary>
    public IReadOnlyList<RefusedRow> Refused => refused;

    /// <summary>The remarks on rows that were taken.</summary>
    public IReadOnlyList<RemarkedRow> Remarks => remarks;

    /// <summary>The entry of a row; null when the row is refused.</summary>
    public RegisterEntry? Check(RegisterRow row)
    {
        if (ProblemOfText(row) is { } text)
        {
            return Refuse(row, text.Problem, text.Value);
        }
        if (!Finess.TryParse(row.Finess, out var finess))
        {
            return Refuse(row, RowProblem.Finess, row.Finess);
        }
        if (!seen.Add(finess.Value))
        {
            return Refuse(row, RowProblem.Duplicate, finess.Value);
        }
        if (!Finess.TryParse(row.LegalEntity, out var entity))
        {
            return Refuse(row, RowProblem.LegalEntity, row.LegalEntity);
        }
        var noSiret = IsNoSiret(row.Siret);
        var siret = default(Siret);
        if (row.Siret.Length > 0 && !noSiret && !Siret.TryParse(row.Siret, out siret))
        {
            return Refuse(row, RowProblem.Siret, row.Siret);
        }
        if (FinessCategories.KindOf(row.Category) is not { } kind)
        {
            return Refuse(row, RowProblem.Category, row.Category);
        }
        if (!Luhn.AreDigits(row.Postcode, 5))
        {
            return Refuse(row, RowProblem.Postcode, row.Postcode);
        }
        if (communes.Find(row.Commune, row.Postcode, row.Locality) is not var (commune, byCode))
        {
            return Refuse(row, RowProblem.Commune, $"{row.Commune}, {row.Postcode} {row.Locality}");
        }
        Remark(row, !finess.HasUsualCheckDigit, RowRemark.FinessCheckDigit, row.Finess);
        Remark(row, noSiret, RowRemark.NoSiret, row.Siret);
        Remark(row, !byCode, RowRemark.CommuneByPostcode, $"{row.Commune} → {commune.NameFr}");
        return new RegisterEntry
        {
            Line = row.Line,
            Finess = finess,
            LegalEntity = entity,
            Siret = siret == default ? null : siret,
            Kind = kind,
            Name = ReadableName.Of(row.Name, commune.NameFr),
            CommuneCode = commune.Code,
            Street = row.Street.Length == 0 ? null : ReadableAddress.Street(row.Street),
            Postcode = row.Postcode,
            Locality = row.Locality.Length == 0 ? null : ReadableAddress.Locality(row.Locality, commune.NameFr),
        };
    }

    private RegisterEntry? Refuse(RegisterRow row, RowProblem problem, string value)
    {
        refused.Add(new RefusedRow(row.Line, row.Finess, problem, value));
        return null;
    }

    private void Remark(RegisterRow row, bool applies, RowRemark remark, string value)
    {
        if (applies)
        {
            remarks.Add(new RemarkedRow(row.Line, row.Finess, remark, value));
        }
    }

    private static (RowProblem Problem, string Value)? ProblemOfText(RegisterRow row)
    {
        string[] texts = [row.Finess, row.Name, row.LegalEntity, row.Category, row.Siret, row.Commune, row.Street, row.Postcode, row.Locality];
        if (!row.RightWidth)
        {
            return (RowProblem.Width, "");
        }
        if (texts.Any(text => text.Any(char.IsControl)))
        {
            return (RowProblem.ControlCharacter, "");
        }
        // Whoever exports the list again to a spreadsheet must not run what somebody wrote into a register (CSV injection).
        if (Array.Find(texts, text => text is ['=' or '+' or '-' or '@', ..]) is { } formula)
        {
            return (RowProblem.Formula, formula);
        }
        if (Array.Find(texts, text => text.Length > MaxLength) is { } tooLong)
        {
            return (RowProblem.TooLong, tooLong);
        }
        return Folding.Fold(row.Name).Length == 0 ? (RowProblem.NameMissing, row.Name) : null;
    }

    // Where they know no establishment, registers give the enterprise's nine digits, bare or filled up with zeros, or only zeros.
    private static bool IsNoSiret(string text) =>
        Siret.IsSiren(text) || (text.Length == 14 && text.StartsWith("00000", StringComparison.Ordinal) && Siret.IsSiren(text[5..]));
}
