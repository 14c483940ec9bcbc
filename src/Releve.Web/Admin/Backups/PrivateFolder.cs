using Releve.Web.Start;

namespace Releve.Web.Admin.Backups;

/// <summary>A folder for the time of a command, open to nobody else: what lies in it are people's secrets.</summary>
internal sealed class PrivateFolder : IDisposable
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes it, empty.</summary>
    /// <exception cref="SiteProblem">It cannot be made.</exception>
    public PrivateFolder(string path)
    {
        Path = path;
        try
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else
            {
                Directory.CreateDirectory(path, OwnFile | UnixFileMode.UserExecute);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SiteProblem($"{path} cannot be written: {e.Message}", e);
        }
    }

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>Lets nobody else read a file.</summary>
    public static void Close(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, OwnFile);
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
