using Releve.Core.Places;
using Releve.Core.Search;
using Releve.Core.Territories.Contours;
using Releve.Core.Tests.Places;

namespace Releve.Core.Tests.Territories;

public sealed class ContourTests
{
    private static readonly IReadOnlyList<Commune> Communes = Register.File.Communes;

    private static readonly MapBounds EureEtLoir = new(47.95, 0.75, 48.95, 2.0);

    private static ContourSheet Sheet { get; } = Draw();

    [Fact]
    public void Every_district_of_the_territory_is_drawn()
    {
        var wanted = Communes.Where(IsHere).Select(commune => commune.DistrictCode).Distinct().ToHashSet();
        var drawn = Groups().Where(group => group.InFocus).Select(group => group.Example.DistrictCode).ToHashSet();
        wanted.Except(drawn).Count().ShouldBeLessThanOrEqualTo(1, "only a district with a single commune on this side may be too small");
        drawn.Except(wanted).ShouldBeEmpty();
    }

    [Fact]
    public void The_outline_holds_the_centres_of_its_communes()
    {
        var rings = Sheet.Rings(group => group.InFocus);
        var inside = Communes.Where(IsHere).Count(commune => IsInside(rings, commune));
        inside.ShouldBeGreaterThan((int)(0.98 * Communes.Count(IsHere)));
        Communes.Where(commune => !IsHere(commune) && IsOnSheet(commune)).Count(commune => IsInside(rings, commune)).ShouldBeLessThan(20);
    }

    [Fact]
    public void The_area_of_the_outline_is_about_that_of_the_departement()
    {
        var perKm = Sheet.UnitsPerKm(48.4);
        var km2 = Sheet.Rings(group => group.InFocus).Sum(SignedArea) / (perKm * perKm);
        Math.Abs(km2).ShouldBeInRange(5_600, 6_200); // 5 880 km², Insee
    }

    [Fact]
    public void Rings_of_neighbours_share_their_borders_point_by_point()
    {
        foreach (var border in Sheet.Borders.Where(border => border.Left > 0 && border.Right > 0).Take(40))
        {
            var (left, right) = (Sheet.Group(border.Left), Sheet.Group(border.Right));
            var ofLeft = Sheet.Rings(group => group == left).SelectMany(ring => ring).ToHashSet();
            var ofRight = Sheet.Rings(group => group == right).SelectMany(ring => ring).ToHashSet();
            border.Points.ShouldAllBe(point => ofLeft.Contains(point) && ofRight.Contains(point));
        }
    }

    [Fact]
    public void The_same_window_is_drawn_alike_each_time()
    {
        var again = Draw();
        again.Borders.Count.ShouldBe(Sheet.Borders.Count);
        again.Borders.SelectMany(border => border.Points).ShouldBe(Sheet.Borders.SelectMany(border => border.Points));
    }

    [Fact]
    public void Points_land_on_the_sheet_where_the_window_says()
    {
        var (latitude, longitude) = Mercator.Unproject(Sheet.Window.West + Sheet.Window.Side, Sheet.Window.North + Sheet.Window.Side);
        var (x, y) = Sheet.Place(latitude, longitude);
        x.ShouldBe(ContourSheet.Units, 0.01);
        y.ShouldBe(ContourSheet.Units, 0.01);
    }

    [Theory]
    [InlineData(47.95, 0.75, 48.95, 2.0)]
    [InlineData(50.7, 4.2, 50.95, 4.5)]
    [InlineData(48.43, 1.48, 48.44, 1.49)]
    [InlineData(-21.5, 55.1, -20.8, 55.9)]
    [InlineData(-80, -170, 80, 170)]
    public void A_window_holds_its_view_or_is_the_largest(double south, double west, double north, double east)
    {
        var window = SheetWindow.Around(new MapBounds(south, west, north, east));
        var (left, top) = Mercator.Project(north, west);
        var (right, bottom) = Mercator.Project(south, east);
        var holds = window.West <= left && window.North <= top && window.West + window.Side >= right && window.North + window.Side >= bottom;
        (holds || window.Side >= 0.125).ShouldBeTrue();
    }

    [Fact]
    public void Views_close_to_each_other_share_a_sheet()
    {
        var sheets = new ContourSheets(Communes);
        sheets.For(EureEtLoir).ShouldBeSameAs(sheets.For(EureEtLoir with { North = 48.951 }));
        sheets.For(EureEtLoir, ["FR-D28"]).ShouldNotBeSameAs(sheets.For(EureEtLoir));
    }

    private static ContourSheet Draw() => ContourSheet.Draw(Communes, SheetWindow.Around(EureEtLoir), ContourDetail.Districts, IsHere);

    private static bool IsHere(Commune commune) => commune.DepartmentCode == "FR-D28";

    private static IEnumerable<SheetGroup> Groups() => Sheet.Labels.Select(label => Sheet.Group(label)!);

    private static bool IsOnSheet(Commune commune)
    {
        var (x, y) = Sheet.Place(commune.Latitude, commune.Longitude);
        return x is > 0 and < ContourSheet.Units && y is > 0 and < ContourSheet.Units;
    }

    private static bool IsInside(List<List<SheetPoint>> rings, Commune commune)
    {
        var (x, y) = Sheet.Place(commune.Latitude, commune.Longitude);
        var inside = false;
        foreach (var ring in rings)
        {
            for (var (i, j) = (0, ring.Count - 1); i < ring.Count; j = i++)
            {
                if (ring[i].Y > y != ring[j].Y > y && x < ((ring[j].X - ring[i].X) * (y - ring[i].Y) / (ring[j].Y - ring[i].Y)) + ring[i].X)
                {
                    inside = !inside;
                }
            }
        }
        return inside;
    }

    private static double SignedArea(List<SheetPoint> ring)
    {
        var area = 0.0;
        for (var (i, j) = (0, ring.Count - 1); i < ring.Count; j = i++)
        {
            area += ((double)ring[j].X * ring[i].Y) - ((double)ring[i].X * ring[j].Y);
        }
        return area / 2;
    }
}
