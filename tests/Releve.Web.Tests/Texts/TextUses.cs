using System.Text.RegularExpressions;

namespace Releve.Web.Tests.Texts;

/// <summary>
/// The keys that sources name: whole ("Home.title"), or as the beginning of keys that end with a value
/// ("Listings.kind." + kind, $"Errors.text.{kind}").
/// </summary>
internal sealed partial class TextUses
{
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> beginnings = new(StringComparer.Ordinal);

    /// <summary>Reads the literals of a source that begin with the name of a module that has texts.</summary>
    public static TextUses In(IEnumerable<string> sources, IReadOnlySet<string> modules)
    {
        var uses = new TextUses();
        foreach (var source in sources)
        {
            foreach (var match in Literal().Matches(Comment().Replace(source, "")).Where(match => modules.Contains(match.Groups["module"].Value)))
            {
                var said = match.Groups["module"].Value + "." + match.Groups["rest"].Value;
                var open = match.Groups["end"].Value != "\"" || match.Groups["plus"].Success;
                (open ? uses.beginnings : uses.keys).Add(said);
            }
        }
        return uses;
    }

    /// <summary>True when a text's key is named. A plural is named without its .zero, .one, .other.</summary>
    public bool Names(string key) => IsNamed(key) || (Plural().Match(key) is { Success: true } plural && IsNamed(key[..plural.Index]));

    /// <summary>What sources name and no text has.</summary>
    public IEnumerable<string> Missing(IReadOnlySet<string> texts) =>
        keys.Where(key => !texts.Contains(key) && !texts.Contains(key + ".other"))
            .Concat(beginnings.Where(beginning => !texts.Any(key => key.StartsWith(beginning, StringComparison.Ordinal))));

    private bool IsNamed(string key) =>
        keys.Contains(key)
        || beginnings.Any(beginning =>
            key.Length > beginning.Length && key.StartsWith(beginning, StringComparison.Ordinal) && beginning.IndexOf('.') < beginning.Length - 1
        );

    // Keys begin in lower case, which tells "Listings.kind" from the name of a page or a type.
    [GeneratedRegex("\"(?<module>[A-Z][A-Za-z]*)\\.(?<rest>[a-z][\\w.-]*)(?<end>\"|\\{)(?<plus>\\s*\\+)?")]
    private static partial Regex Literal();

    [GeneratedRegex(@"(?<!:)//.*$|@\*.*?\*@", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\.(zero|one|other)$")]
    private static partial Regex Plural();
}
