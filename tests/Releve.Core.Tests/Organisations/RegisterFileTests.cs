using System.Text;
using Releve.Core.Organisations;

namespace Releve.Core.Tests.Organisations;

public sealed class RegisterFileTests
{
    [Fact]
    public void Columns_may_stand_in_any_order()
    {
        var rows = Read(
            "name,finess,locality,postcode,street,commune,siret,category_code,finess_legal_entity,more\nCH,010000024,V,01440,R,01451,,355,010780054,x\n"
        );

        (rows[0].Finess, rows[0].Name, rows[0].Commune, rows[0].Line).ShouldBe(("010000024", "CH", "01451", 2));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("\n\n", "empty")]
    [InlineData("finess;name;siret\n1;2;3\n", "first line")]
    [InlineData("finess,name\n010000024,CH\n", "first line")]
    [InlineData(RegisterSamples.Header + "\n", "no organisation")]
    [InlineData(RegisterSamples.Header + "\n" + RegisterSamples.Fleyriat + "\n010000032,CH BUG", "cut short")]
    [InlineData("<html><body>Not found</body></html>", "first line")]
    public void A_file_of_another_kind_is_refused_whole(string text, string because) =>
        Should.Throw<FormatException>(() => Read(text)).Message.ShouldContain(because);

    [Fact]
    public void A_row_of_another_width_within_the_file_is_only_marked() =>
        Read($"{RegisterSamples.Header}\n010000032,CH\n{RegisterSamples.Fleyriat}").Select(row => row.RightWidth).ShouldBe([false, true]);

    private static IReadOnlyList<RegisterRow> Read(string text) => RegisterFile.Read(Encoding.UTF8.GetBytes(text));
}
