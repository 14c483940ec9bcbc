using System.Text;

namespace Releve.Core.Exchange;

/// <summary>
/// Lines of a file for spreadsheets: semicolons, as the spreadsheets of France and Belgium expect, and every value in quotes.
/// A value that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV Injection).
/// </summary>
public static class CsvLines
{
    /// <summary>Without it some spreadsheets read UTF-8 as something else.</summary>
    public const string ByteOrderMark = "\uFEFF";

    private const string Starters = "=+-@\t\r\n";

    /// <summary>Adds a line.</summary>
    public static void Add(StringBuilder file, params ReadOnlySpan<string?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            file.Append(i == 0 ? "" : ";").Append(Safe(values[i] ?? ""));
        }
        file.Append("\r\n");
    }

    /// <summary>A value in quotes, harmless in a spreadsheet.</summary>
    public static string Safe(string value)
    {
        var seen = value.TrimStart(' ', '\u00A0');
        var harmless = seen.Length > 0 && Starters.Contains(seen[0], StringComparison.Ordinal) ? "'" + value : value;
        return $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
