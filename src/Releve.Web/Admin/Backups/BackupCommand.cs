using Microsoft.EntityFrameworkCore;
using Releve.Web.Start;

namespace Releve.Web.Admin.Backups;

/// <summary>`./releve admin backup FILE`: everything of an installation in one file, while it runs.</summary>
public static class BackupCommand
{
    private const string SeeHelp = "Try: ./releve admin backup --help";

    /// <summary>How it is called, and what its help says.</summary>
    public static AdminCommand Entry { get; } =
        new(
            ["backup"],
            "FILE.zip [--data DIR] [--database …]",
            "Writes the whole installation into one file, while sites run: database with its keys, documents, settings.",
            """
            The file holds everything, secrets included: keep it where nobody else reads. It is one instant of the database;
            documents follow. A certificate of --keys-certificate is not in it. PostgreSQL needs pg_dump on this machine.

            ./releve admin restore FILE.zip puts it back.

            Exit status: 0 done, 1 nothing was written, and why.
            """,
            RunAsync
        );

    private static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var options = SiteOptions.Parse(args, out var rest);
        var file = Path.GetFullPath(rest is [var one] ? one : throw new FormatException($"Which file? {SeeHelp}"));
        if (File.Exists(file))
        {
            throw new SiteProblem($"{file} is there already. Choose another name.");
        }
        var database = SiteDatabase.Choose(options);
        if (!await DatabaseCopy.Of(database).IsThereAsync())
        {
            throw new SiteProblem("There is no installation to back up. Is --data, or --database, right?");
        }
        using var scratch = new PrivateFolder(file + ".part");
        var unfinished = Path.Combine(scratch.Path, "backup");
        int documents;
        await using (var to = new FileStream(unfinished, FileMode.CreateNew))
        {
            documents = await WriteAsync(database, options.DataFolder, to, Path.Combine(scratch.Path, "database"));
            to.Flush(flushToDisk: true);
        }
        PrivateFolder.Close(unfinished);
        File.Move(unfinished, file);
        Console.WriteLine(FormattableString.Invariant($"{file}: {new FileInfo(file).Length / 1e6:0.0} MB, the database and {documents} documents."));
        return 0;
    }

    private static async Task<int> WriteAsync(SiteDatabase database, string folder, Stream to, string copy)
    {
        var progress = ConsoleProgress.OnConsole();
        var begun = TimeProvider.System.GetUtcNow().UtcDateTime;
        using var writer = new BackupWriter(to);
        using (progress.Step("Database"))
        {
            await DatabaseCopy.Of(database).SaveAsync(copy);
            await AddAsync(writer, "database", copy);
            File.Delete(copy);
        }
        await AddAsync(writer, "settings.json", Path.Combine(folder, "settings.json"));
        var documents = await AddDocumentsAsync(writer, Path.Combine(folder, "documents"), progress);
        await using var db = database.Open();
        await writer.FinishAsync(database.Name, begun, [.. await db.Database.GetAppliedMigrationsAsync()]);
        return documents;
    }

    private static async Task<int> AddDocumentsAsync(BackupWriter writer, string folder, ConsoleProgress progress)
    {
        // What somebody else has left there is not ours, and no restore would take it.
        string[] files = Directory.Exists(folder) ? [.. Directory.GetFiles(folder).Where(file => BackupReader.IsOwn(EntryOf(file)))] : [];
        using var step = progress.Step("Documents");
        var (told, done) = (step.Of<int>(count => (count, files.Length)), 0);
        foreach (var file in files)
        {
            done += await AddAsync(writer, EntryOf(file), file) ? 1 : 0;
            told.Report(done);
        }
        return done;
    }

    private static string EntryOf(string document) => "documents/" + Path.GetFileName(document);

    // What its owner removes in this moment is not backed up.
    private static async Task<bool> AddAsync(BackupWriter writer, string name, string path)
    {
        try
        {
            await using var from = File.OpenRead(path);
            await writer.AddAsync(name, from);
            return true;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }
}
