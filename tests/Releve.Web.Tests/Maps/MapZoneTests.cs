using Releve.Core.Search;
using Releve.Web.Modules.Maps;

namespace Releve.Web.Tests.Maps;

public sealed class MapZoneTests
{
    [Fact]
    public void Bounds_are_read_as_they_are_written()
    {
        var bounds = new MapBounds(48.1, -1.25, 48.9999, 2);
        MapZone.Write(bounds).ShouldBe("48.1,-1.25,48.9999,2");
        MapZone.Read(MapZone.Write(bounds)).ShouldBe(bounds);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("48,1,49")]
    [InlineData("48,1,49,2,3")]
    [InlineData("49,1,48,2")]
    [InlineData("48,2,49,1")]
    [InlineData("NaN,1,49,2")]
    [InlineData("-91,1,49,2")]
    [InlineData("48,1,1e309,2")]
    [InlineData("<script>,1,49,2")]
    public void Nonsense_is_no_zone(string? text) => MapZone.Read(text).ShouldBeNull();

    [Fact]
    public void A_frame_shows_all_that_it_must_and_has_its_shape()
    {
        var wanted = new MapBounds(48, 1, 49, 2);
        var shown = MapZone.Fill(wanted, (800, 400));
        shown.South.ShouldBeLessThanOrEqualTo(48.0001);
        shown.North.ShouldBeGreaterThanOrEqualTo(48.9999);
        shown.West.ShouldBeLessThan(1);
        shown.East.ShouldBeGreaterThan(2);
    }
}
