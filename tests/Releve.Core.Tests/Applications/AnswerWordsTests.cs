using Releve.Core.Applications;

namespace Releve.Core.Tests.Applications;

public sealed class AnswerWordsTests
{
    [Theory]
    [InlineData("Bonjour {name},", new string[0])]
    [InlineData("{nom} et {name}, {nom}, {Listing}", new[] { "nom", "Listing" })]
    [InlineData("{} { name }", new[] { "", " name " })]
    [InlineData("une accolade { seule", new string[0])]
    public void Unknown_places_are_named_once(string text, string[] unknown) => AnswerWords.Unknown(text).ShouldBe(unknown);

    [Fact]
    public void What_is_filled_in_is_not_read_again() =>
        AnswerWords.Fill("{name}, {listing}, {organisation}", "{listing}", "{name}", "CH {x}").ShouldBe("{listing}, {name}, CH {x}");
}
