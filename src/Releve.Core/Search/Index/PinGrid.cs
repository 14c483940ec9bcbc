using System.Numerics;
using System.Runtime.InteropServices;
using Releve.Core.Listings;

namespace Releve.Core.Search.Index;

/// <summary>Gathers the results on a map by cell, so that a thousand of them make a few dozen pins.</summary>
internal sealed class PinGrid
{
    private readonly MapBounds bounds;
    private readonly int columns;
    private readonly double width;
    private readonly double height;
    private readonly Dictionary<int, Cell> cells = [];

    // What lies together on the map lies together in the index: the next listing is mostly in the cell of the last.
    private int lastKey = -1;
    private Cell? last;

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
            for (var kind = FacetLayout.Kind; kind < FacetLayout.Status; kind++)
            {
                for (var bits = matches.Rows[block] & segment.Facets[(block * FacetLayout.Stride) + kind]; bits != 0; bits &= bits - 1)
                {
                    Add(segment, (block << 6) + BitOperations.TrailingZeroCount(bits), kind - FacetLayout.Kind);
                }
            }
        }
    }

    /// <summary>The pins, from south-west to north-east.</summary>
    public IReadOnlyList<MapPin> Pins(Func<Segment, int, ListingCard> card) => [.. cells.OrderBy(cell => cell.Key).Select(cell => Pin(cell.Value, card))];

    private void Add(Segment segment, int row, int kind)
    {
        var (latitude, longitude) = (segment.Latitudes[row], segment.Longitudes[row]);
        var key = ((int)((latitude - bounds.South) / height) * (columns + 1)) + (int)((longitude - bounds.West) / width);
        var cell = key == lastKey ? last! : CellOf(key, segment, row);
        cell.Count++;
        cell.Latitude += latitude;
        cell.Longitude += longitude;
        cell.Kinds[kind]++;
    }

    private Cell CellOf(int key, Segment segment, int row)
    {
        ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(cells, key, out _);
        cell ??= new Cell { Segment = segment, Row = row };
        (lastKey, last) = (key, cell);
        return cell;
    }

    private static MapPin Pin(Cell cell, Func<Segment, int, ListingCard> card)
    {
        var kind = (ListingKind)Array.IndexOf(cell.Kinds, cell.Kinds.Max());
        return new MapPin(cell.Latitude / cell.Count, cell.Longitude / cell.Count, cell.Count, kind, cell.Count == 1 ? card(cell.Segment, cell.Row) : null);
    }
}
