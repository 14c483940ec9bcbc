using System.Text.RegularExpressions;

namespace Releve.Core.Publishing;

/// <summary>
/// Telephone numbers, e-mail and web addresses within a text. They belong into the fields for contacts: there they are not
/// shown once the listing is closed, and no robot gathers them.
/// </summary>
public static partial class HiddenContacts
{
    /// <summary>Telephone numbers: French and Belgian ones, with or without the country's prefix, however they are spaced.</summary>
    public static IEnumerable<string> Phones(string text) => Found(Phone(), text);

    /// <summary>E-mail addresses, also written out: "claire (at) exemple (point) fr".</summary>
    public static IEnumerable<string> Emails(string text) => Found(Email(), text).Concat(Found(SpeltEmail(), text)).Distinct();

    /// <summary>Web addresses.</summary>
    public static IEnumerable<string> Sites(string text) =>
        Found(Site(), text).Where(site => !Email().IsMatch(text) || !text.Contains("@" + site, StringComparison.Ordinal));

    private static IEnumerable<string> Found(Regex pattern, string text) => pattern.Matches(text).Select(match => match.Value.Trim()).Distinct();

    // +33 6 12 34 56 78, 06.12.34.56.78, 0033 (0)6…, 04 223 45 67, 0475/12.34.56, +32 475 12 34 56: nine digits at least after the 0 or the prefix.
    [GeneratedRegex(
        @"(\+|\b00)(33|32)[\s./()-]{0,3}(\(?0\)?)?([\s./-]{0,3}[0-9]){8,9}\b|\b0[1-9]([\s./-]{0,3}[0-9]){7,8}\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Phone();

    [GeneratedRegex(@"[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63}){1,4}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Email();

    [GeneratedRegex(
        @"[\w.+-]{1,64}\s?[\[({]\s?(at|arobase|apenstaartje|@)\s?[\])}]\s?[\w-]{1,63}(\s?(\.|[\[({]\s?(dot|point|punt)\s?[\])}])\s?[\w-]{2,20}){1,3}",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex SpeltEmail();

    [GeneratedRegex(
        @"\bhttps?://[^\s<>""]{3,200}|\bwww\.[\w-]{1,63}(\.[\w-]{1,63}){1,4}(/[^\s<>""]{0,200})?|\b[\w-]{2,63}\.(fr|be|com|org|net|eu|info|brussels|vlaanderen)\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Site();
}
