using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Releve.Core.Languages;
using Releve.Core.Search;
using Releve.Core.Search.Understanding;
using Releve.Core.Tests.Places;

namespace Releve.Core.Tests.Search.Understanding;

public sealed class QueryReaderProperties
{
    private static readonly string[] Pieces =
    [
        "infirmière",
        "de",
        "nuit",
        "à",
        "Chartres",
        "20",
        "km",
        "12",
        "décembre",
        "du",
        "au",
        "4000",
        "€",
        "80%",
        "Saint",
        "-",
        "le",
        "Mans",
        "près",
        "août",
        "2027",
        "13/07/2027",
        "(28)",
        "\0",
        "\ud83d",
        "\ud83d\ude00",
        "e\u0301",
        "'; DROP TABLE listings; --",
        "<script>",
        "31",
        "février",
        "Paris",
        "11e",
        "t/m",
        "week-end",
        "from",
        "to",
        "vanaf",
        "999999999999",
        "1e309",
        "-1",
        "İ",
        "ß",
        "ﬁ",
        "\u202e",
        "２８",
        "praticien",
        "niveau",
        "1",
        "weekend",
        "province",
        "sans",
        "pas",
        "ni",
        "geen",
        "no",
        "prochain",
        "0",
        "\"",
        "«",
        "»",
    ];

    private static Gen<string> Phrases =>
        Gen.OneOf(
            Gen.Elements(Pieces).ListOf().Select(pieces => string.Join(' ', pieces)),
            Gen.Elements(Pieces).ListOf().Select(string.Concat),
            ArbMap.Default.GeneratorFor<string?>().Select(text => text ?? "")
        );

    [Fact]
    public void AnyTextGivesAReadingWhosePartsLieInsideIt() =>
        Prop.ForAll(
                Phrases.ToArbitrary(),
                text =>
                {
                    foreach (var language in LanguageExtensions.All)
                    {
                        Check(Reader.Read(text, language), language);
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(600));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\0\0\0")]
    [InlineData("\ud800")]
    [InlineData("'; DROP TABLE listings; --")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("%00%20' OR 1=1")]
    [InlineData("1e309 -1 99999999999999999999999999")]
    public void NonsenseIsRead(string text) => Check(Reader.Read(text));

    [Fact]
    public void LongTextIsReadToItsLimitAndNoFurther()
    {
        foreach (var piece in Pieces)
        {
            var text = string.Concat(Enumerable.Repeat(piece + " ", 7_000));
            Check(Reader.Read(text));
            Reader.Summary(Reader.Read(text)).ShouldBe(Reader.Summary(Reader.Read(text[..(2 * QueryReader.LongestRead)])), piece);
        }
    }

    [Fact]
    public void TheSameTextIsReadTheSameAgain() =>
        Prop.ForAll(Phrases.ToArbitrary(), text => Reader.Summary(Reader.Read(text)) == Reader.Summary(Reader.Read(text))).Check(Config.QuickThrowOnFailure);

    private static void Check(QueryReading reading, Language language = Language.French)
    {
        foreach (var part in reading.Parts)
        {
            part.Code.ShouldNotBeNullOrEmpty();
            foreach (var (start, length) in part.Spans)
            {
                start.ShouldBeInRange(0, reading.Text.Length);
                length.ShouldBeInRange(1, Math.Min(reading.Text.Length, QueryReader.LongestRead) - start);
            }
            reading.Without(part).Length.ShouldBeLessThanOrEqualTo(reading.Text.Length);
        }
        Reader.Read(reading.Rest, language).Parts.ShouldAllBe(part => part.Kind == ReadPartKind.Words);
        (reading.From > reading.Until).ShouldBeFalse();
        (reading.RadiusKm is < 1 or > 200).ShouldBeFalse();
        JsonDocument.Parse(reading.ToJson(Register.Gazetteer, Language.French)).RootElement.GetProperty("words").GetString().ShouldBe(reading.Words);
    }
}
