using System.Globalization;
using Releve.Core.Organisations;

namespace Releve.Web.Admin;

/// <summary>The report of an import as text for a terminal, and as one line of JSON.</summary>
public static class ImportReportText
{
    private const int LongestValue = 60;

    /// <summary>Counts first, then each refused row with its reason, then remarks on rows that were taken.</summary>
    public static void Write(TextWriter to, string file, DateOnly edition, ImportReport report)
    {
        to.WriteLine($"{Path.GetFileName(file)}, edition of {edition.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        foreach (
            var (name, count) in new[]
            {
                ("created", report.Created),
                ("updated", report.Updated),
                ("unchanged", report.Unchanged),
                ("refused", report.Refused.Count),
            }
        )
        {
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name, -10}{count, 8:#,0}"));
        }
        if (report.Refused.Count > 0)
        {
            to.WriteLine("Refused:");
        }
        foreach (var row in report.Refused)
        {
            to.WriteLine(Line(row.Line, row.Finess, Reason(row.Problem), row.Value));
        }
        if (report.Remarks.Count > 0)
        {
            to.WriteLine("Taken, with a remark:");
        }
        foreach (var row in report.Remarks)
        {
            to.WriteLine(Line(row.Line, row.Finess, Words(row.Remark), row.Value));
        }
    }

    /// <summary>{"created":…,"updated":…,"unchanged":…,"refused":…}</summary>
    public static string Json(ImportReport report) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"created":{{report.Created}},"updated":{{report.Updated}},"unchanged":{{report.Unchanged}},"refused":{{report.Refused.Count}}}"""
        );

    private static string Line(int line, string finess, string words, string value) =>
        string.Create(CultureInfo.InvariantCulture, $"  line {line, -6} {Plain(finess), -10} {words}{(value.Length > 0 ? ": " : "")}{Plain(value)}");

    private static string Reason(RowProblem problem) =>
        problem switch
        {
            RowProblem.Width => "not as many fields as the header has",
            RowProblem.ControlCharacter => "contains control characters",
            RowProblem.Formula => "a field begins as a spreadsheet formula does",
            RowProblem.Finess => "not a FINESS number (nine characters)",
            RowProblem.Duplicate => "this FINESS number stands on an earlier line",
            RowProblem.LegalEntity => "the legal entity has no FINESS number (nine characters)",
            RowProblem.Siret => "not a SIRET number (fourteen digits, the last a check digit)",
            RowProblem.NameMissing => "no name",
            RowProblem.TooLong => $"a field is longer than {RegisterEntries.MaxLength} characters",
            RowProblem.Category => "a category that has no place here",
            RowProblem.Postcode => "not a postcode (five digits)",
            _ => "no such commune",
        };

    private static string Words(RowRemark remark) =>
        remark switch
        {
            RowRemark.FinessCheckDigit => "unusual check digit of FINESS",
            RowRemark.NoSiret => "no SIRET, but",
            _ => "an old commune code, found by postcode and locality",
        };

    /// <summary>What a file says goes to a terminal: no control characters, no endless lines.</summary>
    private static string Plain(string value) =>
        new string([.. value.Take(LongestValue).Select(c => char.IsControl(c) ? '?' : c)]) + (value.Length > LongestValue ? "…" : "");
}
