using Releve.Core.Exchange;

namespace Releve.Core.Organisations;

/// <summary>A row of the register as it stands in the file.</summary>
public sealed record RegisterRow
{
    /// <summary>The line on which it begins; the header is line 1.</summary>
    public required int Line { get; init; }
    public required string Finess { get; init; }
    public required string Name { get; init; }
    public required string LegalEntity { get; init; }
    public required string Category { get; init; }
    public required string Siret { get; init; }
    public required string Commune { get; init; }
    public required string Street { get; init; }
    public required string Postcode { get; init; }
    public required string Locality { get; init; }

    /// <summary>How many fields the line really has; rows of another width are refused.</summary>
    public required bool RightWidth { get; init; }
}

/// <summary>
/// An extract of the FINESS register as CSV, one hospital site a row: the columns of the SAE survey's file
/// (DREES, Statistique annuelle des établissements de santé, Licence Ouverte 2.0).
/// </summary>
public static class RegisterFile
{
    /// <summary>More than any register has; larger files are something else.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    private static readonly string[] Columns = ["finess", "name", "finess_legal_entity", "category_code", "siret", "commune", "street", "postcode", "locality"];

    /// <summary>The rows of a file.</summary>
    /// <exception cref="FormatException">The file as a whole cannot be taken; the message is for people.</exception>
    public static IReadOnlyList<RegisterRow> Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            throw new FormatException($"The file is larger than {MaxBytes / 1024 / 1024} MB.");
        }
        var rows = CsvTable.Read(bytes);
        if (rows.Count == 0)
        {
            throw new FormatException("The file is empty.");
        }
        var positions = Positions(rows[0]);
        if (rows.Count == 1)
        {
            throw new FormatException("The file has a header and no organisation.");
        }
        var width = rows[0].Fields.Length;
        if (rows[^1].Fields.Length < width && bytes[^1] is not ((byte)'\n' or (byte)'\r'))
        {
            throw new FormatException($"Line {rows[^1].Line}, the last one, breaks off. The file is cut short.");
        }
        return [.. rows.Skip(1).Select(row => Row(row, positions, width))];
    }

    private static int[] Positions(CsvRow header)
    {
        var names = header.Fields.Select(name => name.Trim()).ToList();
        var positions = Columns.Select(column => names.IndexOf(column)).ToArray();
        if (positions.Contains(-1) || names.Distinct().Count() != names.Count)
        {
            throw new FormatException($"The first line must name the columns {string.Join(',', Columns)}.");
        }
        return positions;
    }

    private static RegisterRow Row(CsvRow row, int[] positions, int width)
    {
        string Field(int column) => positions[column] < row.Fields.Length ? row.Fields[positions[column]].Trim() : "";
        return new RegisterRow
        {
            Line = row.Line,
            Finess = Field(0),
            Name = Field(1),
            LegalEntity = Field(2),
            Category = Field(3),
            Siret = Field(4),
            Commune = Field(5),
            Street = Field(6),
            Postcode = Field(7),
            Locality = Field(8),
            RightWidth = row.Fields.Length == width,
        };
    }
}
