using Releve.Core.Organisations;

namespace Releve.Core.Tests.Organisations;

public sealed class OfficialNumberTests
{
    [Theory]
    [InlineData("010000024", true)]
    [InlineData(" 2A0000014 ", true)]
    [InlineData("2c0000014", false)]
    [InlineData("01000002", false)]
    [InlineData("0100000245", false)]
    [InlineData("01000002٤", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_finess_has_nine_characters(string? text, bool right) => Finess.TryParse(text, out _).ShouldBe(right);

    [Theory]
    [InlineData("010000024", true)]
    [InlineData("010000025", false)]
    [InlineData("2B0000012", true)]
    public void A_finess_with_another_check_digit_is_read_and_told(string text, bool usual)
    {
        Finess.TryParse(text, out var finess).ShouldBeTrue();

        finess.HasUsualCheckDigit.ShouldBe(usual);
    }

    [Theory]
    [InlineData("26010004500012", true)]
    [InlineData("260 100 045 00012", true)]
    [InlineData("26010004500013", false)]
    [InlineData("260100045", false)]
    [InlineData("35600000049837", true)] // a post office: digits add up to a multiple of five
    [InlineData("35600000049838", false)]
    public void A_siret_has_fourteen_digits_and_a_check(string text, bool right) => Siret.TryParse(text, out _).ShouldBe(right);

    [Theory]
    [InlineData("0403.170.701", true)]
    [InlineData("BE 0403170701", true)]
    [InlineData("403170701", true)]
    [InlineData("0403170702", false)]
    [InlineData("2403170701", false)]
    [InlineData("04031707", false)]
    public void A_belgian_number_ends_with_97_minus_the_rest(string text, bool right) => Bce.TryParse(text, out _).ShouldBe(right);

    [Fact]
    public void A_belgian_number_is_written_with_dots()
    {
        Bce.TryParse("403170701", out var bce).ShouldBeTrue();

        bce.Written.ShouldBe("0403.170.701");
    }
}
