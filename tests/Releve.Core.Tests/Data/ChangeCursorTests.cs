using FsCheck;
using FsCheck.Fluent;
using Releve.Core.Data;

namespace Releve.Core.Tests.Data;

public sealed class ChangeCursorTests
{
    [Fact]
    public void It_is_written_as_ranges_and_read_again()
    {
        var cursor = ChangeCursor.Parse(null).After([3, 4, 5, 9], settled: 2);
        cursor.ToString().ShouldBe("2;3-5,9");
        ChangeCursor.Parse("2;3-5,9").After([6, 8, 7], settled: 0).ToString().ShouldBe("2;3-9");
        ChangeCursor.Parse("2;3-9").After([], settled: 9).ToString().ShouldBe("9;");
        ChangeCursor.Parse("9;").Has(9).ShouldBeTrue();
        ChangeCursor.Parse("9;").Has(10).ShouldBeFalse();
    }

    [Fact]
    public void It_has_what_was_done_and_nothing_else() =>
        Prop.ForAll<byte[]>(lines =>
            {
                var cursor = lines
                    .Chunk(3)
                    .Aggregate(ChangeCursor.Parse(null), (done, some) => ChangeCursor.Parse(done.After(some.Select(line => (long)line), 0).ToString()));
                Enumerable.Range(1, 255).Where(line => cursor.Has(line)).ShouldBe(lines.Where(line => line > 0).Distinct().Order().Select(line => (int)line));
            })
            .Check(Config.QuickThrowOnFailure);
}
