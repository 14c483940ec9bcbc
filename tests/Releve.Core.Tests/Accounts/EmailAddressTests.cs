using Releve.Core.Accounts;

namespace Releve.Core.Tests.Accounts;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("claire.martin@exemple.fr", "claire.martin@exemple.fr")]
    [InlineData("  Claire@EXEMPLE.fr ", "Claire@exemple.fr")]
    [InlineData("o'connor+soin@ch-chartres.fr", "o'connor+soin@ch-chartres.fr")]
    [InlineData("a@hôpital.fr", "a@xn--hpital-ixa.fr")]
    public void An_address_is_read(string typed, string value)
    {
        EmailAddress.TryParse(typed, out var address).ShouldBeTrue();
        address.Value.ShouldBe(value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("claire")]
    [InlineData("@exemple.fr")]
    [InlineData("claire@")]
    [InlineData("claire@localhost")]
    [InlineData("a b@exemple.fr")]
    [InlineData("a@exemple.fr\r\nBcc: b@exemple.fr")]
    [InlineData("a..b@exemple.fr")]
    [InlineData("<a@exemple.fr>")]
    [InlineData("a\u202e@exemple.fr")]
    public void What_is_none_is_refused(string typed) => EmailAddress.TryParse(typed, out _).ShouldBeFalse();

    [Fact]
    public void Two_spellings_of_one_mailbox_have_one_key()
    {
        EmailAddress.TryParse("Claire@Exemple.fr", out var one).ShouldBeTrue();
        EmailAddress.TryParse("claire@exemple.FR", out var other).ShouldBeTrue();
        one.Key.ShouldBe(other.Key);
        one.Domain.ShouldBe("exemple.fr");
    }
}
