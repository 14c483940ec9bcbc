using System.Globalization;

namespace Releve.Web.Start;

/// <summary>The folder of one installation, held by one running site at a time. Admin commands work beside it.</summary>
public sealed class DataFolder : IDisposable
{
    private readonly FileStream hold;

    private DataFolder(string path, FileStream hold)
    {
        Path = path;
        this.hold = hold;
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>Creates the folder if need be and holds it until disposed.</summary>
    /// <exception cref="SiteProblem">It cannot be written, or another process holds it.</exception>
    public static DataFolder Hold(string path)
    {
        Create(path);
        var file = System.IO.Path.Combine(path, "releve.pid");
        try
        {
            var held = new FileStream(System.IO.Path.Combine(path, "releve.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            File.WriteAllText(file, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new DataFolder(path, held);
        }
        catch (IOException) when (File.Exists(file) && !IsFull(path))
        {
            throw new SiteProblem($"Process {ReadHolder(file)} already runs a site on {path}. Stop it, or choose another folder with --data.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SiteProblem($"The folder {path} cannot be written: {e.Message}");
        }
    }

    /// <summary>Creates the folder if need be, without holding it.</summary>
    /// <exception cref="SiteProblem">It cannot be created or written.</exception>
    public static void Create(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            var probe = System.IO.Path.Combine(path, $"probe-{Environment.ProcessId}");
            File.WriteAllBytes(probe, new byte[4096]);
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SiteProblem($"The folder {path} cannot be written: {e.Message}");
        }
    }

    public void Dispose()
    {
        File.Delete(System.IO.Path.Combine(Path, "releve.pid"));
        hold.Dispose();
    }

    private static string ReadHolder(string file) => File.ReadAllText(file).Trim() is { Length: > 0 } pid ? pid : "?";

    private static bool IsFull(string path) => new DriveInfo(System.IO.Path.GetFullPath(path)).AvailableFreeSpace == 0;
}

/// <summary>A problem that the person who runs the site can solve; shown in one line, without a stack.</summary>
public sealed class SiteProblem(string message, Exception? inner = null) : Exception(message, inner);
