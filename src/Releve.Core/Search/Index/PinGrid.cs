using System.Numerics;
using Releve.Core.Listings;

namespace Releve.Core.Search.Index;

/// <summary>Gathers the results on a map by cell, so that a thousand of them make a few dozen pins.</summary>
internal sealed class PinGrid
{
    private readonly MapBounds bounds;
    private readonly int columns;
    private readonly double width;
    private readonly double height;
    private readonly SortedDictionary<int, Cell> cells = [];

    public PinGrid(MapBounds bounds, int columns)
    {
        (this.bounds, this.columns) = (bounds, columns);
        width = Math.Max((bounds.East - bounds.West) / columns, 1e-6);
        // A degree of longitude is shorter than one of latitude by this much.
        height = width * Math.Max(Math.Cos((bounds.South + bounds.North) / 2 * (Math.PI / 180)), 0.05);
    }

    private sealed class Cell
    {
        public int Count;
        public double Latitude;
        public double Longitude;
        public readonly int[] Kinds = new int[ListingKinds.All.Count];
        public required Segment Segment;
        public required int Row;
    }

    public void Add(Segment segment, Candidates matches)
    {
        foreach (var block in matches.Blocks)
        {
            for (var bits = matches.Rows[block]; bits != 0; bits &= bits - 1)
            {
                Add(segment, (block << 6) + BitOperations.TrailingZeroCount(bits));
            }
        }
    }

    /// <summary>The pins, from south-west to north-east.</summary>
    public IReadOnlyList<MapPin> Pins(Func<Segment, int, ListingCard> card) => [.. cells.Values.Select(cell => Pin(cell, card))];

    private void Add(Segment segment, int row)
    {
        var (latitude, longitude) = (segment.Latitudes[row], segment.Longitudes[row]);
        var key = ((int)((latitude - bounds.South) / height) * (columns + 1)) + (int)((longitude - bounds.West) / width);
        if (!cells.TryGetValue(key, out var cell))
        {
            cells[key] = cell = new Cell { Segment = segment, Row = row };
        }
        cell.Count++;
        cell.Latitude += latitude;
        cell.Longitude += longitude;
        cell.Kinds[KindOf(segment, row)]++;
    }

    private static int KindOf(Segment segment, int row)
    {
        var column = (row >> 6) * FacetLayout.Stride;
        for (var kind = FacetLayout.Kind; kind < FacetLayout.Status; kind++)
        {
            if ((segment.Facets[column + kind] >> (row & 63) & 1) != 0)
            {
                return kind - FacetLayout.Kind;
            }
        }
        return 0;
    }

    private static MapPin Pin(Cell cell, Func<Segment, int, ListingCard> card)
    {
        var kind = (ListingKind)Array.IndexOf(cell.Kinds, cell.Kinds.Max());
        return new MapPin(cell.Latitude / cell.Count, cell.Longitude / cell.Count, cell.Count, kind, cell.Count == 1 ? card(cell.Segment, cell.Row) : null);
    }
}
