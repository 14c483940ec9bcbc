using System.Text;
using Releve.Core.Exchange;

namespace Releve.Core.Tests.Exchange;

public sealed class CsvTableTests
{
    [Fact]
    public void Quotes_commas_and_lines_within_a_field_are_read()
    {
        var rows = Read("a,b\r\n\"x, \"\"y\"\"\nz\",2\r\n\r\nlast,\n");

        rows.Select(row => row.Fields)
            .ShouldBe([
                ["a", "b"],
                ["x, \"y\"\nz", "2"],
                ["last", ""],
            ]);
        rows.Select(row => row.Line).ShouldBe([1, 2, 5]);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_field() => Read("\ufeffa,b")[0].Fields.ShouldBe(["a", "b"]);

    [Theory]
    [InlineData("a,b\n\"never closed,2\n", "never ends")]
    [InlineData("a,b\n\"x\"y,2\n", "quote")]
    [InlineData("a,\0", "not text")]
    public void Damaged_text_is_refused(string text, string because) => Should.Throw<FormatException>(() => Read(text)).Message.ShouldContain(because);

    [Fact]
    public void Another_encoding_is_refused() =>
        Should.Throw<FormatException>(() => CsvTable.Read(Encoding.Latin1.GetBytes("nom\nHôpital\n"))).Message.ShouldContain("UTF-8");

    private static List<CsvRow> Read(string text) => CsvTable.Read(Encoding.UTF8.GetBytes(text));
}
