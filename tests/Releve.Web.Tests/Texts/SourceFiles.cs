using Releve.TestKit;

namespace Releve.Web.Tests.Texts;

/// <summary>The sources of the product, for the checks that read them.</summary>
internal static class SourceFiles
{
    private static readonly string[] Made = ["/obj/", "/bin/", "/node_modules/"];

    /// <summary>Files under a folder of the repository, with their text; what builds write is left out.</summary>
    /// <param name="folder">"src/Releve.Web".</param>
    /// <param name="endings">".cs", ".cshtml".</param>
    public static IEnumerable<(string Path, string Text)> Under(string folder, params string[] endings) =>
        Directory
            .EnumerateFiles(RepositoryFiles.Of(folder), "*", SearchOption.AllDirectories)
            .Select(path => (Full: path, Path: Path.GetRelativePath(RepositoryFiles.Root, path).Replace('\\', '/')))
            .Where(file => endings.Any(ending => file.Path.EndsWith(ending, StringComparison.Ordinal)))
            .Where(file => !Made.Any(folder => file.Path.Contains(folder, StringComparison.Ordinal)))
            .Select(file => (file.Path, File.ReadAllText(file.Full)));
}
