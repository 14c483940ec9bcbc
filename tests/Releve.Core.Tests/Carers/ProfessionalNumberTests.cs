using Releve.Core.Carers;

namespace Releve.Core.Tests.Carers;

/// <summary>The numbers of professionals: their form is read, their check digits only warned about.</summary>
public sealed class ProfessionalNumberTests
{
    [Theory]
    [InlineData("10123456789", "10123456789")]
    [InlineData(" 10 123 456 789 ", "10123456789")]
    [InlineData("10.123.456-789", "10123456789")]
    public void An_rpps_number_is_read_however_it_is_grouped(string text, string value)
    {
        Rpps.TryParse(text, out var rpps).ShouldBeTrue();
        rpps.Value.ShouldBe(value);
        rpps.Written.ShouldBe("10 123 456 789");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1012345678")]
    [InlineData("101234567890")]
    [InlineData("1012345678A")]
    [InlineData("１０１２３４５６７８９")]
    public void What_is_no_rpps_number_is_refused(string? text) => Rpps.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("10003456786", true)]
    [InlineData("10003456781", false)]
    public void The_usual_check_digit_of_an_rpps_number_is_known(string text, bool usual)
    {
        Rpps.TryParse(text, out var rpps).ShouldBeTrue();
        rpps.HasUsualCheckDigit.ShouldBe(usual);
    }

    [Theory]
    // 123456 mod 97 = 72, 97 − 72 = 25; 123456 mod 89 = 13, 89 − 13 = 76.
    [InlineData("1-23456-25-001", true)]
    [InlineData("12345676001", true)]
    [InlineData("12345626001", false)]
    public void Both_ways_to_count_the_check_digits_of_an_inami_number_are_usual(string text, bool usual)
    {
        Inami.TryParse(text, out var inami).ShouldBeTrue();
        inami.HasUsualCheckDigits.ShouldBe(usual);
        inami.Value.Length.ShouldBe(11);
    }

    [Fact]
    public void The_key_of_an_inami_number_leaves_the_competence_out()
    {
        Inami.TryParse("1/23456/25/001", out var inami).ShouldBeTrue();
        inami.Key.ShouldBe("12345625");
        inami.Written.ShouldBe("1-23456-25-001");
    }

    [Theory]
    [InlineData("12345625")]
    [InlineData("1234562500X")]
    public void What_is_no_inami_number_is_refused(string text) => Inami.TryParse(text, out _).ShouldBeFalse();
}
