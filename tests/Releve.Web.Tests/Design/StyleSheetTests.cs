using System.Text.RegularExpressions;

namespace Releve.Web.Tests.Design;

public sealed partial class StyleSheetTests
{
    private static readonly Dictionary<string, string> Sources = Directory
        .EnumerateFiles(Tokens.Folder, "*.css")
        .ToDictionary(file => Path.GetFileName(file), File.ReadAllText);

    [Fact]
    public void Every_file_that_a_sheet_names_is_in_the_site()
    {
        var site = Path.GetFullPath(Path.Combine(Tokens.Folder, "..", "wwwroot", "css"));
        foreach (var url in Sources.Values.SelectMany(css => Url().Matches(css)).Select(match => match.Groups["url"].Value))
        {
            File.Exists(Path.Combine(site, url)).ShouldBeTrue(url);
        }
    }

    [Fact]
    public void Every_property_that_a_sheet_reads_is_set_somewhere()
    {
        var all = string.Concat(Sources.Values);
        var set = Set().Matches(all).Select(match => match.Groups["name"].Value).ToHashSet();
        Read().Matches(all).Select(match => match.Groups["name"].Value).Distinct().Where(name => !set.Contains(name)).ShouldBeEmpty();
    }

    // Colours have names: a colour written in a component would be right in one scheme only, and never measured.
    [Fact]
    public void Components_take_their_colours_from_the_tokens() =>
        Sources.Where(source => string.CompareOrdinal(source.Key, "2") > 0 && Literal().IsMatch(source.Value)).Select(source => source.Key).ShouldBeEmpty();

    [Fact]
    public void Every_rule_stands_in_a_layer() =>
        Sources.Where(source => string.CompareOrdinal(source.Key, "1") > 0).ShouldAllBe(source => FirstRule().IsMatch(source.Value));

    [GeneratedRegex(@"url\(""(?<url>[^""]+)""\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Url();

    [GeneratedRegex(@"(?<name>--[\w-]+)\s*:", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Set();

    [GeneratedRegex(@"var\((?<name>--[\w-]+)\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Read();

    [GeneratedRegex(@"#[0-9a-fA-F]{3,8}\b|light-dark\(|\brgb\(|\bhsl\(|oklch\(", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Literal();

    [GeneratedRegex(
        @"^(/\*.*?\*/\s*)?@layer (tokens|base|components|utilities) \{",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.Singleline
    )]
    private static partial Regex FirstRule();
}
