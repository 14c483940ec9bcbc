using Releve.Core.Languages;
using Releve.Core.Places;

namespace Releve.Core.Tests.Places;

/// <summary>The real register, read once from the repository's own file.</summary>
public static class Register
{
    public static string Root { get; } = FindRoot();

    private static readonly Lazy<PlacesFile> TheFile = new(() => PlacesFile.Read(Path.Combine(Root, "data", "places.tsv.gz")));
    private static readonly Lazy<Gazetteer> TheGazetteer = new(() => new Gazetteer(File.Communes, File.Areas));

    public static PlacesFile File => TheFile.Value;

    public static Gazetteer Gazetteer => TheGazetteer.Value;

    /// <summary>Names of what is suggested, in order.</summary>
    public static string[] Suggested(string text, Language language = Language.French, int max = 8) =>
        [.. Gazetteer.Suggest(text, language, max).Select(place => Gazetteer.Label(place, language))];

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!System.IO.File.Exists(Path.Combine(folder, "Releve.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run outside of the repository.");
        }
        return folder;
    }
}
