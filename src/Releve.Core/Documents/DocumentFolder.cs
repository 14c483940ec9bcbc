namespace Releve.Core.Documents;

/// <summary>The folder in which documents lie under random names; nothing in it is served by itself.</summary>
public sealed class DocumentFolder(string path)
{
    // What lies here without a row was left by a process that died, or by an account that is gone.
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    /// <summary>Writes a file, on the disk when this returns, and says its random name.</summary>
    public async Task<string> WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(path);
        var name = Guid.NewGuid().ToString("N");
        await using var file = new FileStream(PathOf(name), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        try
        {
            await file.WriteAsync(bytes, cancellation);
            file.Flush(flushToDisk: true);
        }
        catch
        {
            File.Delete(PathOf(name));
            throw;
        }
        return name;
    }

    /// <summary>Opens a file; null when it is gone.</summary>
    public Stream? Open(string storedName) => File.Exists(PathOf(storedName)) ? File.OpenRead(PathOf(storedName)) : null;

    /// <summary>Removes a file; one that is gone already is no problem.</summary>
    public void Delete(string storedName)
    {
        if (Directory.Exists(path))
        {
            File.Delete(PathOf(storedName));
        }
    }

    /// <summary>Removes what no document names and is older than a day.</summary>
    public void Sweep(IReadOnlySet<string> named, DateTime now)
    {
        if (!Directory.Exists(path))
        {
            return;
        }
        foreach (var file in new DirectoryInfo(path).EnumerateFiles().Where(file => !named.Contains(file.Name) && now - file.LastWriteTimeUtc > Grace))
        {
            file.Delete();
        }
    }

    private string PathOf(string storedName) => Path.Combine(path, Path.GetFileName(storedName));
}
