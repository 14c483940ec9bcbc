using System.Text.RegularExpressions;
using Releve.TestKit;
using Releve.Web.Tests.Texts;

namespace Releve.Web.Tests.Structure;

/// <summary>What documents and comments point to is there.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void Documents_and_comments_name_files_that_exist() =>
        Writings().SelectMany(file => Missing(file.Text).Select(missing => $"{file.Path} names {missing}")).ShouldBeEmpty();

    [Fact]
    public void Each_decision_has_a_number_of_its_own()
    {
        var decisions = SourceFiles.Under("docs/adr", ".md").ToList();
        decisions.Select(decision => Path.GetFileName(decision.Path)[..4]).ShouldBeUnique();
        decisions
            .Where(decision => !decision.Text.StartsWith($"# {Number(decision.Path)}. ", StringComparison.Ordinal))
            .Select(decision => decision.Path)
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_file_that_is_not_there_is_found() => Missing("see docs/adr/9999-nothing.md and README.md").ShouldBe(["docs/adr/9999-nothing.md"]);

    private static IEnumerable<(string Path, string Text)> Writings() =>
        Directory
            .EnumerateFiles(RepositoryFiles.Root, "*.md")
            .Select(path => (Path.GetFileName(path), File.ReadAllText(path)))
            .Concat(SourceFiles.Under("docs", ".md"))
            .Concat(SourceFiles.Under("src", ".cs"));

    private static IEnumerable<string> Missing(string text) =>
        Named().Matches(text).Select(match => match.Value).Where(path => !File.Exists(RepositoryFiles.Of(path))).Distinct(StringComparer.Ordinal);

    private static int Number(string path) => int.Parse(Path.GetFileName(path)[..4], System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\w/.])(docs|src|tests|tools|data|bench)/[\w./-]+\.(md|cs|csproj|targets|png|json|mjs|gz)\b")]
    private static partial Regex Named();
}
