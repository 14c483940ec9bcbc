using System.Text.RegularExpressions;

namespace Releve.Core.Applications;

/// <summary>Words with named places to fill, as templates and batch answers have them: {name}, {listing}, {organisation}.</summary>
public static partial class AnswerWords
{
    /// <summary>The longest answer, in characters, once its places are filled.</summary>
    public const int Longest = 4000;

    /// <summary>The longest words before their places are filled.</summary>
    public const int LongestTyped = 2000;

    /// <summary>The places that there are.</summary>
    public static IReadOnlyList<string> Places { get; } = ["name", "listing", "organisation"];

    /// <summary>What stands in braces and is no place, each once: a slip that an applicant would read.</summary>
    public static IReadOnlyList<string> Unknown(string text) =>
        [.. Braces().Matches(text).Select(match => match.Groups["place"].Value).Where(place => !Places.Contains(place)).Distinct(StringComparer.Ordinal)];

    /// <summary>The words with their places filled; what is filled in is not read again.</summary>
    public static string Fill(string text, string name, string listing, string organisation) =>
        Braces()
            .Replace(
                text,
                match =>
                    match.Groups["place"].Value switch
                    {
                        "name" => name,
                        "listing" => listing,
                        "organisation" => organisation,
                        _ => match.Value,
                    }
            );

    [GeneratedRegex(@"\{(?<place>[^{}\r\n]{0,60})\}", RegexOptions.None, 1000)]
    private static partial Regex Braces();
}
