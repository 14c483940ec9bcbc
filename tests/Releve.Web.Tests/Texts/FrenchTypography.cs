using System.Text.RegularExpressions;

namespace Releve.Web.Tests.Texts;

/// <summary>The rules of French typesetting that readers notice when they are broken.</summary>
internal static partial class FrenchTypography
{
    private static readonly (Regex Slip, string Rule)[] Rules =
    [
        (HighPunctuation(), "a non-breaking space before ; : ! ?"),
        (ClosingQuote(), "a non-breaking space before »"),
        (OpeningQuote(), "a non-breaking space after «"),
        (Percent(), "a non-breaking space before %"),
        (Apostrophe(), "’ instead of '"),
    ];

    /// <summary>The rules that a text breaks.</summary>
    public static IEnumerable<string> Problems(string text) => Rules.Where(rule => rule.Slip.IsMatch(Addresses().Replace(text, ""))).Select(rule => rule.Rule);

    [GeneratedRegex(@"https?://\S+|\S+@\S+")]
    private static partial Regex Addresses();

    [GeneratedRegex(@"(?<![\u00a0\u202f!?…])[;:!?]")]
    private static partial Regex HighPunctuation();

    [GeneratedRegex(@"(?<![\u00a0\u202f])»")]
    private static partial Regex ClosingQuote();

    [GeneratedRegex(@"«(?![\u00a0\u202f])")]
    private static partial Regex OpeningQuote();

    [GeneratedRegex(@"(?<![\u00a0\u202f])%")]
    private static partial Regex Percent();

    [GeneratedRegex(@"'")]
    private static partial Regex Apostrophe();
}
