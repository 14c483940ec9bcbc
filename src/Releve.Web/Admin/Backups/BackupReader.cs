using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Releve.Web.Start;

namespace Releve.Web.Admin.Backups;

/// <summary>Reads a backup, and believes nothing in it that it has not checked.</summary>
internal sealed partial class BackupReader : IDisposable
{
    private readonly ZipArchive archive;
    private readonly string path;

    private BackupReader(string path, ZipArchive archive, BackupManifest manifest) => (this.path, this.archive, Manifest) = (path, archive, manifest);

    /// <summary>True for the name of a file that a backup may hold: one from elsewhere could lead out of the folder.</summary>
    public static bool IsOwn(string name) => OwnName().IsMatch(name);

    /// <summary>What it says of itself.</summary>
    public BackupManifest Manifest { get; }

    /// <summary>Opens one.</summary>
    /// <exception cref="SiteProblem">It is no backup, was cut off, or is of a later format.</exception>
    public static BackupReader Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new SiteProblem($"There is no file {path}.");
        }
        ZipArchive? opened = null;
        try
        {
            opened = ZipFile.OpenRead(path);
            var entry = opened.GetEntry(BackupManifest.Entry) ?? throw NoBackup(path);
            using var text = entry.Open();
            var manifest = JsonSerializer.Deserialize<BackupManifest>(text, JsonSerializerOptions.Web) ?? throw NoBackup(path);
            if (manifest.Format != BackupManifest.CurrentFormat)
            {
                throw new SiteProblem($"{path} was made by a later version of Relève. Install that one first.");
            }
            return new BackupReader(path, opened, manifest);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            opened?.Dispose();
            throw NoBackup(path);
        }
        catch
        {
            opened?.Dispose();
            throw;
        }
    }

    /// <summary>Writes everything that it holds into a folder, each file checked.</summary>
    /// <exception cref="SiteProblem">Something in it is missing, changed, or is called what nothing of ours is called.</exception>
    public async Task UnpackAsync(string folder, IProgress<(int Done, int Total)> progress)
    {
        var done = 0;
        foreach (var file in Manifest.Files)
        {
            if (!IsOwn(file.Name))
            {
                throw NoBackup(path);
            }
            var target = Path.Combine(folder, file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            var (size, digest) = await UnpackAsync(archive.GetEntry(file.Name) ?? throw Damaged(file.Name), target);
            if (size != file.Size || !string.Equals(digest, file.Sha256, StringComparison.OrdinalIgnoreCase))
            {
                throw Damaged(file.Name);
            }
            progress.Report((++done, Manifest.Files.Count));
        }
    }

    public void Dispose() => archive.Dispose();

    private async Task<(long Size, string Digest)> UnpackAsync(ZipArchiveEntry entry, string target)
    {
        try
        {
            await using (var from = await entry.OpenAsync())
            await using (var to = File.Create(target))
            {
                await from.CopyToAsync(to);
                to.Flush(flushToDisk: true);
            }
            await using var written = File.OpenRead(target);
            return (written.Length, Convert.ToHexString(await SHA256.HashDataAsync(written)));
        }
        catch (InvalidDataException)
        {
            throw Damaged(entry.FullName);
        }
    }

    private SiteProblem Damaged(string name) => new($"{path} is damaged: {name} is not what it was. Take another backup; nothing was changed.");

    private static SiteProblem NoBackup(string path) => new($"{path} is no backup of Relève, or was cut off. Nothing was changed.");

    [GeneratedRegex("^(database|settings\\.json|documents/[0-9a-f]{32})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnName();
}
