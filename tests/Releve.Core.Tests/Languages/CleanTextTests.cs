using Releve.Core.Languages;

namespace Releve.Core.Tests.Languages;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData("  Claire   d’Arc \t", "Claire d’Arc")]
    [InlineData("Jean-Noël de ’s-Gravenmoer", "Jean-Noël de ’s-Gravenmoer")]
    [InlineData("\u202Egro.elpmexe\u202C", "gro.elpmexe")]
    [InlineData("\u2066a\u2069\u200Eb\u200Fc\u061Cd", "abcd")]
    [InlineData("zero\u200Bwidth\uFEFF", "zerowidth")]
    [InlineData("a\u0000b\u0007c", "abc")]
    [InlineData("80\u00a0%", "80 %")]
    [InlineData("one\r\ntwo", "one two")]
    [InlineData("ليلى حدّاد", "ليلى حدّاد")]
    [InlineData("👩\u200d⚕️", "👩\u200d⚕️")]
    [InlineData("half \ud83d", "half")]
    public void A_line_keeps_what_one_sees(string typed, string clean) => CleanText.Line(typed).ShouldBe(clean);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u200B\u202E\r\n ")]
    public void Nothing_is_nothing(string? typed)
    {
        CleanText.Line(typed).ShouldBeNull();
        CleanText.Paragraphs(typed).ShouldBeNull();
    }

    [Fact]
    public void Paragraphs_keep_their_lines() => CleanText.Paragraphs("\r\n\na \r\nb\u202E\n\n\n\nc\n").ShouldBe("a\nb\n\nc");
}
