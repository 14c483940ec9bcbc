using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Releve.Web.Admin.Backups;

/// <summary>Writes a backup: one archive, in which each file is named with its size and digest.</summary>
internal sealed class BackupWriter(Stream to) : IDisposable
{
    private readonly ZipArchive archive = new(to, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<BackupFile> files = [];

    /// <summary>Adds a file.</summary>
    public async Task AddAsync(string name, Stream from)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var entry = await archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync();
        var (buffer, size) = (new byte[1 << 17], 0L);
        for (int read; (read = await from.ReadAsync(buffer)) > 0; size += read)
        {
            digest.AppendData(buffer, 0, read);
            await entry.WriteAsync(buffer.AsMemory(0, read));
        }
        files.Add(new BackupFile(name, size, Convert.ToHexString(digest.GetHashAndReset())));
    }

    /// <summary>Ends the archive with what it says of itself.</summary>
    public async Task FinishAsync(string database, DateTime madeAt, IReadOnlyList<string> migrations)
    {
        var manifest = new BackupManifest
        {
            Format = BackupManifest.CurrentFormat,
            Database = database,
            MadeAt = madeAt,
            Migrations = migrations,
            Files = files,
        };
        await using var entry = await archive.CreateEntry(BackupManifest.Entry, CompressionLevel.Fastest).OpenAsync();
        await JsonSerializer.SerializeAsync(entry, manifest, JsonSerializerOptions.Web);
    }

    public void Dispose() => archive.Dispose();
}
