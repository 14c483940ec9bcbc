using System.Text.RegularExpressions;
using Releve.Core.Languages;
using Releve.Web.Modules.Shared.Texts;

namespace Releve.Web.Tests.Texts;

/// <summary>What every text of the site keeps to, in three languages.</summary>
public sealed partial class TextTests
{
    /// <summary>Longer texts that are rightly the same in two languages: names, titles of works.</summary>
    private static readonly HashSet<string> SameInTwoLanguages = ["Organisations.list.count.other"];

    [Fact]
    public void Every_key_stands_in_three_languages() =>
        Keys().Where(key => LanguageExtensions.All.Any(language => !TextBook.In(language).All.ContainsKey(key))).ShouldBeEmpty();

    [Fact]
    public void No_text_is_empty() =>
        Everything().Where(text => string.IsNullOrWhiteSpace(text.Value) || text.Value != text.Value.Trim(' ', '\n')).Select(Show).ShouldBeEmpty();

    [Fact]
    public void The_placeholders_of_a_text_are_the_same_in_three_languages() =>
        Keys()
            .Where(key =>
                LanguageExtensions
                    .All.Select(language => Placeholders(TextBook.In(language).All.GetValueOrDefault(key, "")))
                    .Distinct(StringComparer.Ordinal)
                    .Count() > 1
            )
            .ShouldBeEmpty();

    [Fact]
    public void A_plural_has_its_one_and_its_other() =>
        Keys()
            .Where(key => Plural().IsMatch(key))
            .Select(key => Plural().Replace(key, ""))
            .Distinct(StringComparer.Ordinal)
            .Where(key => !Keys().Contains(key + ".one") || !Keys().Contains(key + ".other"))
            .ShouldBeEmpty();

    /// <summary>"results.of" holds a count in words already.</summary>
    [Fact]
    public void A_text_with_a_count_is_a_plural() =>
        Everything()
            .Where(text => text.Value.Contains("{count}", StringComparison.Ordinal) && !Plural().IsMatch(text.Key) && text.Key != "Listings.results.of")
            .Select(Show)
            .ShouldBeEmpty();

    [Fact]
    public void French_is_set_as_French_is() =>
        TextBook
            .In(Language.French)
            .All.Where(text => FrenchTypography.Problems(text.Value).Any())
            .Select(text => $"{text.Key}: {string.Join("; ", FrenchTypography.Problems(text.Value))}: {text.Value}")
            .ShouldBeEmpty();

    [Fact]
    public void Apostrophes_are_curved() => Everything().Where(text => text.Value.Contains('\'', StringComparison.Ordinal)).Select(Show).ShouldBeEmpty();

    [Fact]
    public void Long_texts_are_translated()
    {
        var french = TextBook.In(Language.French).All;
        Everything()
            .Where(text =>
                text.Language != Language.French
                && Placeholder().Replace(text.Value, "").Trim() is { Length: > 20 } words
                && words.Contains(' ', StringComparison.Ordinal)
            )
            .Where(text => french.GetValueOrDefault(text.Key) == text.Value && !SameInTwoLanguages.Contains(text.Key))
            .Select(Show)
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Où aller ?")]
    [InlineData("Attention!")]
    [InlineData("Il a dit «oui»")]
    [InlineData("Il a dit « oui »")]
    [InlineData("80 % du temps")]
    [InlineData("l'hôpital")]
    public void A_slip_in_French_is_found(string text) => FrenchTypography.Problems(text).ShouldNotBeEmpty();

    [Theory]
    [InlineData("Où aller\u00a0? Voir https://exemple.org/?a=b")]
    [InlineData("Il a dit «\u00a0oui\u00a0», à 80\u00a0% et {percent} %")]
    [InlineData("Quoi\u202f; sinon\u00a0: rien\u00a0!")]
    public void Good_French_passes(string text) => FrenchTypography.Problems(text.Replace("{percent} %", "", StringComparison.Ordinal)).ShouldBeEmpty();

    private static HashSet<string> Keys() => [.. LanguageExtensions.All.SelectMany(language => TextBook.In(language).All.Keys)];

    private static IEnumerable<(Language Language, string Key, string Value)> Everything() =>
        LanguageExtensions.All.SelectMany(language => TextBook.In(language).All.Select(text => (language, text.Key, text.Value)));

    private static string Show((Language Language, string Key, string Value) text) => $"{text.Language.Code()} {text.Key}: {text.Value}";

    private static string Placeholders(string text) =>
        string.Join(' ', Placeholder().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\.(zero|one|other)$")]
    private static partial Regex Plural();
}
