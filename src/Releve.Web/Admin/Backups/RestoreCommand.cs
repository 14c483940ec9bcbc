using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Releve.Web.Start;

namespace Releve.Web.Admin.Backups;

/// <summary>`./releve admin restore FILE`: a backup becomes the installation, and who was erased since stays erased.</summary>
public static class RestoreCommand
{
    private const string SeeHelp = "Try: ./releve admin restore --help";

    /// <summary>How it is called, and what its help says.</summary>
    public static AdminCommand Entry { get; } =
        new(
            ["restore"],
            "FILE.zip [--replace] [--erased LIST] [--data DIR] [--database …]",
            "Puts a backup in the place of an installation, all of it or nothing; no site may run meanwhile.",
            """
            Into an empty folder, or an empty database, it is put as it is. Tables of an older version are brought up to date.

            --replace      there is an installation, and it goes: back it up first. Who was erased in it is erased in the backup, too
            --erased LIST  who was erased since the backup, where the installation itself is lost: what ./releve admin list-erased printed

            Mails that waited in the backup go out when the site starts. PostgreSQL needs pg_restore on this machine.

            Exit status: 0 done, 1 nothing was changed, and why.
            """,
            RunAsync
        );

    private static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var options = SiteOptions.Parse(args, out var rest);
        var (file, replace, list) = Read(rest);
        using var backup = BackupReader.Open(file);
        var database = SiteDatabase.Choose(options);
        Check(backup.Manifest, database, file);
        using var folder = DataFolder.Hold(options.DataFolder);
        var copy = DatabaseCopy.Of(database);
        var erased = list is null ? [] : ErasedAccounts.Parse(await ReadListAsync(list));
        if (await copy.IsThereAsync())
        {
            if (!replace)
            {
                throw new SiteProblem("There is an installation already. Back it up; then --replace puts this one in its place.");
            }
            erased = [.. erased.Concat(await ErasedAccounts.OfAsync(database)).DistinctBy(one => one.Account)];
        }
        await PutAsync(backup, copy, folder.Path);
        File.Delete(database.IndexSnapshot);
        await AdminDatabase.OpenAsync(options, ConsoleProgress.OnConsole());
        var again = await ErasedAccounts.EraseAgainAsync(erased, database, folder.Path);
        Console.WriteLine(
            FormattableString.Invariant(
                $"Restored from {backup.Manifest.MadeAt:yyyy-MM-dd HH:mm} UTC: the database and {backup.Manifest.Files.Count(one => one.Name.StartsWith("documents/", StringComparison.Ordinal))} documents; {again} people erased since are erased again."
            )
        );
        return 0;
    }

    private static void Check(BackupManifest manifest, SiteDatabase database, string file)
    {
        if (manifest.Database != database.Name)
        {
            throw new SiteProblem($"{file} is a backup of {NameOf(manifest.Database)}: it goes back into one, not into {NameOf(database.Name)}.");
        }
        var known = database.MigrationsAssembly.GetTypes().Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).ToHashSet();
        if (manifest.Migrations.Any(one => !known.Contains(one)))
        {
            throw new SiteProblem($"{file} was made by a later version of Relève. Install that one first.");
        }
    }

    private static string NameOf(string database) =>
        database == "sqlite" ? "an SQLite file (--database sqlite)" : "a PostgreSQL database (--database postgres://…)";

    /// <summary>Everything is unpacked and checked before anything is touched; the documents change places last.</summary>
    private static async Task PutAsync(BackupReader backup, DatabaseCopy copy, string folder)
    {
        var progress = ConsoleProgress.OnConsole();
        using var scratch = new PrivateFolder(Path.Combine(folder, "restore.part"));
        using (var step = progress.Step("Unpacking"))
        {
            await backup.UnpackAsync(scratch.Path, step.Of<(int, int)>(at => at));
        }
        using (progress.Step("Database"))
        {
            await copy.LoadAsync(Path.Combine(scratch.Path, "database"));
        }
        var (documents, before) = (Path.Combine(folder, "documents"), Path.Combine(scratch.Path, "documents.before"));
        if (Directory.Exists(documents))
        {
            Directory.Move(documents, before);
        }
        if (Directory.Exists(Path.Combine(scratch.Path, "documents")))
        {
            Directory.Move(Path.Combine(scratch.Path, "documents"), documents);
        }
        if (File.Exists(Path.Combine(scratch.Path, "settings.json")))
        {
            File.Move(Path.Combine(scratch.Path, "settings.json"), Path.Combine(folder, "settings.json"), overwrite: true);
        }
    }

    private static async Task<string> ReadListAsync(string path) =>
        File.Exists(path) ? await File.ReadAllTextAsync(path) : throw new SiteProblem($"There is no file {path}.");

    private static (string File, bool Replace, string? Erased) Read(IReadOnlyList<string> args)
    {
        string? file = null;
        string? list = null;
        var replace = false;
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--replace":
                    replace = true;
                    break;
                case "--erased":
                    list = ++i < args.Count ? args[i] : throw new FormatException($"--erased needs a file. {SeeHelp}");
                    break;
                case var one when file is null && !one.StartsWith('-'):
                    file = one;
                    break;
                default:
                    throw new FormatException($"{args[i]} is not understood. {SeeHelp}");
            }
        }
        return (file ?? throw new FormatException($"Which file? {SeeHelp}"), replace, list);
    }
}
