using System.Text.RegularExpressions;

namespace Releve.Web.Tests.Texts;

/// <summary>No words for people stand in markup: they would be in one language only.</summary>
public sealed partial class MarkupTests
{
    [Fact]
    public void Pages_hold_no_words_of_their_own() =>
        SourceFiles
            .Under("src/Releve.Web", ".cshtml")
            // The page of components exists in development only, in English.
            .Where(file => !file.Path.Contains("/Design/", StringComparison.Ordinal))
            .SelectMany(file => Words(file.Text).Select(words => $"{file.Path}: {words}"))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("<p>Bonjour</p>", "Bonjour")]
    [InlineData("<p>@T[\"Home.title\"] vous</p>", "vous")]
    [InlineData("<input placeholder=\"Chartres\">", "Chartres")]
    [InlineData("  <p>\n    Ici aussi\n  </p>", "Ici aussi")]
    public void Words_in_markup_are_found(string markup, string words) => Words(markup).ShouldBe([words]);

    [Theory]
    [InlineData("<p>@T[\"Home.title\"]&nbsp;· @T.With(\"Home.of\", (\"n\", T.Number(3)))</p>")]
    [InlineData("@foreach (var x in list.Where(x => x > 3))\n{\n  <li>@x.Name</li>\n}")]
    [InlineData("<p>@(Model.A ? \"x\" : \"y\")</p>")]
    [InlineData("<p>@T[\"Home.title\"]@if (line.Open > 0) { <span>@line.Open</span> }</p>")]
    public void Expressions_are_no_words(string markup) => Words(markup).ShouldBeEmpty();

    /// <summary>
    /// A form without an action goes to the address that stands above the page. After another button of the page that is
    /// the address of another handler, and what was to be saved is not.
    /// </summary>
    [Fact]
    public void Forms_of_pages_with_several_handlers_say_where_they_go() =>
        SourceFiles
            .Under("src/Releve.Web", ".cshtml")
            .Where(file => NamedHandler().IsMatch(file.Text) && FormWithoutAction().IsMatch(file.Text))
            .Select(file => file.Path)
            .ShouldBeEmpty();

    private static IEnumerable<string> Words(string markup)
    {
        var inTag = false;
        foreach (var line in NotMarkup().Replace(markup, "").Split('\n'))
        {
            foreach (var match in ReadAttribute().Matches(line).AsEnumerable())
            {
                yield return match.Groups["words"].Value;
            }
            // A line of markup begins with a tag; the lines inside of an element that hold text only are told from C#
            // by having none of its punctuation.
            var text = line.Trim();
            var markupLine = text.StartsWith('<');
            if (!markupLine && (inTag || !PlainWords().IsMatch(text)))
            {
                inTag = inTag && !text.EndsWith('>');
                continue;
            }
            inTag = markupLine && !text.Contains('>', StringComparison.Ordinal);
            foreach (var words in Tag().Split(Expression().Replace(text, "§")).Select(part => Entity().Replace(part, " ").Replace('§', ' ').Trim()))
            {
                if (Letters().IsMatch(words) && !words.Contains('=', StringComparison.Ordinal))
                {
                    yield return words;
                }
            }
        }
    }

    [GeneratedRegex("handler=|action=\"@To\\(", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NamedHandler();

    [GeneratedRegex("<form method=\"post\"(?![^>]*\\baction=)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex FormWithoutAction();

    [GeneratedRegex(@"@\*.*?\*@|<script\b.*?</script>|<svg\b.*?</svg>|@\{.*?^\}|@functions.*\z", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex NotMarkup();

    [GeneratedRegex("\\b(?:placeholder|aria-label|alt|title|label|hint)=\"(?<words>[^@\"]*\\p{L}{2,}[^\"]*)\"")]
    private static partial Regex ReadAttribute();

    // @name.Member[…](…) or @(…), with brackets up to three deep.
    [GeneratedRegex(
        @"@(?:(?:await|if|for|foreach|while|switch)\s*(?=\s|\())?\s?(?:[\w.?!]+)?(?:[\[(](?:[^()\[\]]|[\[(](?:[^()\[\]]|[\[(][^()\[\]]*[\])])*[\])])*[\])](?:[.?!]+\w+)*)*"
    )]
    private static partial Regex Expression();

    [GeneratedRegex(@"</?[a-zA-Z!](?:""[^""]*""|[^<>""])*>?")]
    private static partial Regex Tag();

    [GeneratedRegex(@"&\w+;|&#\w+;")]
    private static partial Regex Entity();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Letters();

    [GeneratedRegex(@"^(?!else$|do$|try$)\p{L}[\p{L}\s,.’]*\p{L}[.!?]?$")]
    private static partial Regex PlainWords();
}
