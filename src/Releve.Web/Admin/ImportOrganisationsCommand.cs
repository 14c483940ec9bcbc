using System.Globalization;
using System.Text.RegularExpressions;
using Releve.Core.Organisations;
using Releve.Web.Start;

namespace Releve.Web.Admin;

/// <summary>`./releve admin import organisations FILE.csv`: takes an extract of the FINESS register.</summary>
public static partial class ImportOrganisationsCommand
{
    /// <summary>How it is called, and what its help says.</summary>
    public static AdminCommand Entry { get; } =
        new(
            ["import", "organisations"],
            "FILE.csv [--edition YYYY-MM-DD] [--json] [--data DIR] [--database …]",
            "Creates and updates the hospitals of a register, by FINESS number.",
            """
            The file is CSV in UTF-8 with the columns finess,name,finess_legal_entity,category_code,siret,commune,street,
            postcode,locality. Rows with a fault are refused one by one, each with its line and reason; a file that is damaged,
            cut short or of another kind is refused whole and changes nothing. Importing the same file again changes nothing.
            Organisations that people entered or edited on the site keep all but their official numbers.

            --edition  the day of the register's edition; else the end of the year in the file's name, else today
            --json     the last line is {"created":…,"updated":…,"unchanged":…,"refused":…}

            Exit status: 0 the file was taken, 1 it was refused or the database cannot be written, 2 a wrong call.
            """,
            RunAsync
        );

    private static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var options = SiteOptions.Parse(args, out var rest);
        var call = ImportCall.Parse(rest);
        var rows = RegisterFile.Read(ReadFile(call.File));
        var progress = ConsoleProgress.OnConsole();
        var database = await AdminDatabase.OpenAsync(options, progress);
        var edition = call.Edition ?? EndOfYearInName(call.File) ?? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var report = await ImportAsync(database, rows, edition, progress);
        ImportReportText.Write(Console.Out, call.File, edition, report);
        if (call.Json)
        {
            Console.WriteLine(ImportReportText.Json(report));
        }
        return 0;
    }

    private static async Task<ImportReport> ImportAsync(SiteDatabase database, IReadOnlyList<RegisterRow> rows, DateOnly edition, ConsoleProgress progress)
    {
        using var step = progress.Step("Organisations");
        await using var db = database.Open();
        return await new ImportOrganisations(db).RunAsync(rows, edition, step.Of<ImportProgress>(import => (import.Done, import.Total)));
    }

    /// <summary>Reads no more than a register can have: the path may name a device that never ends.</summary>
    private static byte[] ReadFile(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var bytes = new MemoryStream();
            var piece = new byte[64 * 1024];
            for (int count; bytes.Length <= RegisterFile.MaxBytes && (count = file.Read(piece)) > 0; )
            {
                bytes.Write(piece, 0, count);
            }
            return bytes.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new SiteProblem($"{path} cannot be read: {e.Message}", e);
        }
    }

    private static DateOnly? EndOfYearInName(string path) =>
        YearInName().Match(Path.GetFileNameWithoutExtension(path)) is { Success: true } year
            ? new DateOnly(int.Parse(year.Value, CultureInfo.InvariantCulture), 12, 31)
            : null;

    [GeneratedRegex("(?<!\\d)20\\d\\d(?!\\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearInName();

    private sealed record ImportCall(string File, DateOnly? Edition, bool Json)
    {
        public static ImportCall Parse(IReadOnlyList<string> args)
        {
            var call = new ImportCall("", null, false);
            for (var i = 0; i < args.Count; i++)
            {
                call = args[i] switch
                {
                    "--json" => call with { Json = true },
                    "--edition" => call with { Edition = Day(++i < args.Count ? args[i] : "") },
                    ['-', '-', ..] => throw new FormatException($"{args[i]} is not an option. Try: {Help}"),
                    _ when call.File.Length > 0 => throw new FormatException($"One file at a time, not also {args[i]}. Try: {Help}"),
                    _ => call with { File = args[i] },
                };
            }
            return call.File.Length > 0 ? call : throw new FormatException($"Which file? Try: {Help}");
        }

        private const string Help = "./releve admin import organisations --help";

        private static DateOnly Day(string text) =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : throw new FormatException($"--edition takes a day as 2023-12-31, not \"{text}\".");
    }
}
