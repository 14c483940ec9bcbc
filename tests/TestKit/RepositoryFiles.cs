namespace Releve.TestKit;

/// <summary>The repository's own files, found from wherever a test runs.</summary>
public static class RepositoryFiles
{
    /// <summary>The folder that holds Releve.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The path of a file, given from the root: "data/professions.json".</summary>
    public static string Of(string path) => Path.Combine(Root, path);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Releve.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }
        return folder.FullName;
    }
}
