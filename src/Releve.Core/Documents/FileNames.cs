using Releve.Core.Languages;

namespace Releve.Core.Documents;

/// <summary>Names of files as people may see and store them.</summary>
public static class FileNames
{
    private const int Longest = 120;

    /// <summary>A name without path, hidden or reserved characters, and with the ending of what the file is by its bytes.</summary>
    public static string Clean(string? name, string contentType)
    {
        var ending = FileKinds.EndingOf(contentType);
        var last = (name ?? "").Split('/', '\\')[^1];
        var line = CleanText.Line(string.Concat(last.Select(letter => letter is '<' or '>' or ':' or '"' or '|' or '?' or '*' ? ' ' : letter))) ?? "";
        var dot = line.LastIndexOf('.');
        // Whatever ending it claims, it gets its own; a dot far from the end belongs to the name.
        var stem = (dot >= 0 && line.Length - dot <= 6 ? line[..dot] : line).Trim('.', ' ');
        return Cut(stem.Length == 0 ? "document" : stem) + ending;
    }

    // Not through the middle of a character outside of the basic plane.
    private static string Cut(string stem) =>
        stem.Length <= Longest ? stem
        : char.IsHighSurrogate(stem[Longest - 1]) ? stem[..(Longest - 1)]
        : stem[..Longest];
}
