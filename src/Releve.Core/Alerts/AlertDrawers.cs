using System.Runtime.InteropServices;
using Releve.Core.Search;
using Releve.Core.Search.Index;

namespace Releve.Core.Alerts;

/// <summary>Saved searches by where they look and what they name; see <see cref="AlertMatcher"/>.</summary>
internal sealed class AlertDrawers
{
    // A circle that would touch more cells than these looks everywhere.
    private const int MostCells = 400;

    private readonly Dictionary<int, AlertCabinet> cells = [];
    private readonly Dictionary<int, AlertCabinet> areas = [];
    private readonly AlertCabinet everywhere = new(measured: false);
    private int count;

    /// <summary>
    /// What lies in a drawer, in one number: a group, whether the drawer proves all that its quick check does not, and whether
    /// no other drawer that a listing opens holds the group too.
    /// </summary>
    internal readonly record struct Entry(int Packed)
    {
        public Entry(int group, bool isProven, bool isSingle)
            : this((group << 2) | (isProven ? 1 : 0) | (isSingle ? 2 : 0)) { }

        public int Group => Packed >> 2;
        public bool IsProven => (Packed & 1) != 0;
        public bool IsSingle => (Packed & 2) != 0;
    }

    /// <summary>Puts a group into its drawers; what leaves something out has to be looked at in any case.</summary>
    public void Put(int group, FitRule rule, bool leavesOut)
    {
        count = Math.Max(count, group + 1);
        var compiled = rule.Compiled;
        var cellsOf =
            compiled.Circle is { } circle ? Cells.Of(circle)
            : compiled.Bounds is { } bounds ? Cells.Of(bounds)
            : null;
        if (cellsOf is { Count: <= MostCells })
        {
            foreach (var cell in cellsOf)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(cells, cell, out _) ??= new AlertCabinet(measured: true);
                cells[cell].Put(group, rule, !leavesOut && compiled is { Areas.Length: 0, Bounds: null }, inOnePlace: true);
            }
        }
        else if (compiled.Areas is [var first, ..])
        {
            var proven = !leavesOut && compiled is { Circle: null, Areas.Length: 1, Bounds: null };
            foreach (var area in first)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(areas, area, out _) ??= new AlertCabinet(measured: false);
                areas[area].Put(group, rule, proven, inOnePlace: first.Length == 1);
            }
        }
        else
        {
            everywhere.Put(group, rule, !leavesOut && compiled is { Circle: null, Bounds: null }, inOnePlace: true);
        }
    }

    public Opening NewOpening() => new(this);

    /// <summary>Opens the drawers of one listing after the other.</summary>
    internal sealed class Opening(AlertDrawers drawers)
    {
        private readonly List<Entry> found = [];
        private readonly int[] seen = new int[drawers.count];
        private int listing;

        /// <summary>What lies in the listing's drawers, each group once; valid until the next call.</summary>
        public ReadOnlySpan<Entry> Find(ListingFacts facts)
        {
            found.Clear();
            listing++;
            Open(drawers.everywhere, facts);
            foreach (var area in facts.Areas)
            {
                if (drawers.areas.TryGetValue(area, out var cabinet))
                {
                    Open(cabinet, facts);
                }
            }
            if (drawers.cells.TryGetValue(Cells.At(facts.Latitude, facts.Longitude), out var here))
            {
                Open(here, facts);
            }
            return CollectionsMarshal.AsSpan(found);
        }

        private void Open(AlertCabinet cabinet, ListingFacts facts)
        {
            foreach (var drawer in cabinet.Open(facts))
            {
                var before = found.Count;
                drawer.Collect(facts.At, found);
                Keep(before);
            }
        }

        /// <summary>Leaves out what another drawer gave already: a search for two professions lies in two of them.</summary>
        private void Keep(int from)
        {
            var span = CollectionsMarshal.AsSpan(found);
            var kept = from;
            for (var i = from; i < span.Length; i++)
            {
                var entry = span[i];
                if (!entry.IsSingle)
                {
                    ref var stamp = ref seen[entry.Group];
                    if (stamp == listing)
                    {
                        continue;
                    }
                    stamp = listing;
                }
                span[kept++] = entry;
            }
            CollectionsMarshal.SetCount(found, kept);
        }
    }

    /// <summary>The map in cells of half a degree.</summary>
    internal static class Cells
    {
        private const double Size = 0.5;
        private const int Columns = (int)(360 / Size);

        // Wider than any rounding between degrees and straight lines.
        private const double Slack = 1e-6;
        private const double DegreeKm = UnitVector.EarthKm * Math.PI / 180;

        public static int At(double latitude, double longitude) => Number(Row(latitude), Column(longitude));

        public static List<int>? Of(SearchCircle circle)
        {
            var degrees = (circle.RadiusKm / DegreeKm) + Slack;
            var (south, north) = (circle.Latitude - degrees, circle.Latitude + degrees);
            if (!(degrees < 45) || south < -89 || north > 89)
            {
                return null;
            }
            // How far east a circle on the sphere reaches: asin(sin r / cos latitude).
            var wide = (Math.Asin(Math.Min(1, Math.Sin(degrees * Math.PI / 180) / Math.Cos(circle.Latitude * Math.PI / 180))) * 180 / Math.PI) + Slack;
            return Between(south, north, circle.Longitude - wide, circle.Longitude + wide);
        }

        public static List<int>? Of(MapBounds bounds) =>
            bounds.North < bounds.South || bounds.East < bounds.West ? [] : Between(bounds.South, bounds.North, bounds.West, bounds.East);

        private static List<int>? Between(double south, double north, double west, double east)
        {
            var (first, last, left, right) = (Row(south), Row(north), Column(west), Column(east));
            if ((long)(last - first + 1) * (right - left + 1) > MostCells)
            {
                return null;
            }
            var cells = new List<int>((last - first + 1) * (right - left + 1));
            for (var row = first; row <= last; row++)
            {
                for (var column = left; column <= right; column++)
                {
                    cells.Add(Number(row, column));
                }
            }
            return cells;
        }

        private static int Row(double latitude) => (int)Math.Floor(Math.Clamp(latitude, -90, 90) / Size);

        private static int Column(double longitude) => (int)Math.Floor(Math.Clamp(longitude, -720, 720) / Size);

        private static int Number(int row, int column) => ((row + 1000) * Columns) + (((column % Columns) + Columns) % Columns);
    }
}
