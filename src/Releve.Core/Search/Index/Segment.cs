namespace Releve.Core.Search.Index;

/// <summary>
/// An immutable part of the index: columns of listings in the order of their place on a space-filling curve, so that what
/// lies together on the map lies together in memory. 64 rows make a block.
/// </summary>
internal sealed class Segment
{
    public required int Count { get; init; }
    public int Blocks => (Count + 63) >> 6;

    public required Guid[] Ids { get; init; }
    public required double[] Latitudes { get; init; }
    public required double[] Longitudes { get; init; }
    public required double[] X { get; init; }
    public required double[] Y { get; init; }
    public required double[] Z { get; init; }
    public required long[] Published { get; init; }
    public required long[] Expires { get; init; }

    /// <summary>Day numbers; int.MinValue where a listing has no first day.</summary>
    public required int[] FirstDays { get; init; }

    /// <summary>Day numbers; int.MaxValue where a listing has no last day.</summary>
    public required int[] LastDays { get; init; }
    public required int[] Communes { get; init; }
    public required int[] ProfessionSets { get; init; }

    /// <summary>For each block each set of professions in it and the number of its rows (1 to 64) in the seven lowest bits.</summary>
    public required int[] ProfessionRuns { get; init; }
    public required int[] ProfessionRunStarts { get; init; }
    public required int[] SpecialtySets { get; init; }
    public required int[] LanguageSets { get; init; }

    /// <summary>Bit columns of the facets, see <see cref="FacetLayout"/>.</summary>
    public required ulong[] Facets { get; init; }

    /// <summary>For each profession the rows that seek it; null where none does.</summary>
    public required ulong[]?[] ProfessionBits { get; init; }
    public required int[] ProfessionCounts { get; init; }

    /// <summary>The words that occur, ascending, and where each one's postings start.</summary>
    public required int[] Tokens { get; init; }
    public required int[] PostingStarts { get; init; }

    /// <summary>Row and fields in which a word occurs, see <see cref="Posting"/>; ascending for each word.</summary>
    public required int[] Postings { get; init; }

    /// <summary>Rows from the newest to the oldest.</summary>
    public required int[] ByDate { get; init; }
    public required byte[] Cards { get; init; }
    public required int[] CardStarts { get; init; }

    /// <summary>For each area and commune the ranges of its rows: start, end, start, end…</summary>
    public required Dictionary<int, int[]> AreaRanges { get; init; }
    public required BlockBounds Bounds { get; init; }

    /// <summary>Open addressing from id to row + 1.</summary>
    public required int[] IdSlots { get; init; }

    /// <summary>The bits of all rows of a block; the last one may not be whole.</summary>
    public ulong Whole(int block) => block == Blocks - 1 && (Count & 63) != 0 ? (1UL << (Count & 63)) - 1 : ulong.MaxValue;

    /// <summary>The postings of a word.</summary>
    public ReadOnlySpan<int> PostingsOf(int token)
    {
        var at = Array.BinarySearch(Tokens, token);
        return at < 0 ? [] : Postings.AsSpan(PostingStarts[at], PostingStarts[at + 1] - PostingStarts[at]);
    }

    /// <summary>The row of a listing, or -1.</summary>
    public int RowOf(Guid id)
    {
        if (Count == 0)
        {
            return -1;
        }
        for (var slot = id.GetHashCode() & (IdSlots.Length - 1); IdSlots[slot] != 0; slot = (slot + 1) & (IdSlots.Length - 1))
        {
            var row = IdSlots[slot] - 1;
            if (Ids[row] == id)
            {
                return row;
            }
        }
        return -1;
    }

    public ReadOnlySpan<byte> CardOf(int row) => Cards.AsSpan(CardStarts[row], CardStarts[row + 1] - CardStarts[row]);

    /// <summary>The table behind <see cref="RowOf"/>.</summary>
    public static int[] SlotsFor(Guid[] ids)
    {
        var slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(ids.Length * 2, 2))];
        for (var row = 0; row < ids.Length; row++)
        {
            var slot = ids[row].GetHashCode() & (slots.Length - 1);
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & (slots.Length - 1);
            }
            slots[slot] = row + 1;
        }
        return slots;
    }
}

/// <summary>A posting in one number: the row and the fields of the listing in which a word occurs.</summary>
internal static class Posting
{
    public const int Text = 1;
    public const int Organisation = 2;
    public const int Profession = 4;
    public const int Title = 8;

    /// <summary>The weight of the best of several fields: their highest bit, for title weighs more than all others.</summary>
    private static ReadOnlySpan<byte> Weights => [0, 1, 2, 2, 4, 4, 4, 4, 8, 8, 8, 8, 8, 8, 8, 8];

    public static int Of(int row, int fields) => (row << 4) | fields;

    public static int Row(int posting) => posting >> 4;

    public static int Fields(int posting) => posting & 15;

    public static byte Weight(int posting) => Weights[posting & 15];
}

/// <summary>
/// For each block, and for each group of 64 blocks, a ball on the unit sphere and a rectangle in degrees that hold all its
/// listings: most of the map is passed over without looking at a listing.
/// </summary>
internal sealed class BlockBounds
{
    public const int Group = 64;

    public required Ball[] Blocks { get; init; }
    public required Ball[] Groups { get; init; }

    /// <summary>Centre, radius (straight line), and rectangle.</summary>
    public readonly record struct Ball(double X, double Y, double Z, double Radius, double South, double West, double North, double East)
    {
        /// <summary>True when no point of the ball can be within a straight line of the centre.</summary>
        public bool Outside(in UnitVector centre, double chord) => centre.SquareTo(X, Y, Z) > (chord + Radius + Slack) * (chord + Radius + Slack);

        /// <summary>True when every point of the ball is.</summary>
        public bool Inside(in UnitVector centre, double chord) =>
            chord > Radius + Slack && centre.SquareTo(X, Y, Z) < (chord - Radius - Slack) * (chord - Radius - Slack);

        /// <summary>The square of a straight line than which no point of the ball is nearer.</summary>
        public double LeastSquare(in UnitVector centre)
        {
            var least = Math.Max(Math.Sqrt(centre.SquareTo(X, Y, Z)) - Radius - Slack, 0);
            return least * least;
        }

        public bool Outside(MapBounds bounds) => South > bounds.North || North < bounds.South || West > bounds.East || East < bounds.West;

        public bool Inside(MapBounds bounds) => South >= bounds.South && North <= bounds.North && West >= bounds.West && East <= bounds.East;
    }

    // Far above the rounding of doubles on the unit sphere, far below a metre.
    private const double Slack = 1e-9;

    public static BlockBounds Of(int count, double[] latitudes, double[] longitudes, double[] x, double[] y, double[] z)
    {
        Ball Around(int start, int end)
        {
            double sumX = 0,
                sumY = 0,
                sumZ = 0;
            double south = double.MaxValue,
                west = double.MaxValue,
                north = double.MinValue,
                east = double.MinValue;
            for (var row = start; row < end; row++)
            {
                (sumX, sumY, sumZ) = (sumX + x[row], sumY + y[row], sumZ + z[row]);
                (south, north) = (Math.Min(south, latitudes[row]), Math.Max(north, latitudes[row]));
                (west, east) = (Math.Min(west, longitudes[row]), Math.Max(east, longitudes[row]));
            }
            var n = end - start;
            var centre = new UnitVector(sumX / n, sumY / n, sumZ / n);
            var square = 0.0;
            for (var row = start; row < end; row++)
            {
                square = Math.Max(square, centre.SquareTo(x[row], y[row], z[row]));
            }
            return new Ball(centre.X, centre.Y, centre.Z, Math.Sqrt(square), south, west, north, east);
        }
        var blocks = new Ball[(count + 63) / 64];
        for (var i = 0; i < blocks.Length; i++)
        {
            blocks[i] = Around(i * 64, Math.Min((i + 1) * 64, count));
        }
        var groups = new Ball[(blocks.Length + Group - 1) / Group];
        for (var i = 0; i < groups.Length; i++)
        {
            groups[i] = Around(i * 64 * Group, Math.Min((i + 1) * 64 * Group, count));
        }
        return new BlockBounds { Blocks = blocks, Groups = groups };
    }
}
