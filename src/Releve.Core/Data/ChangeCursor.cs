using System.Globalization;

namespace Releve.Core.Data;

/// <summary>
/// Up to where the change log was read, as a text for the database: "120;131-140,143". All up to the first number is done,
/// of the rest the ranges: PostgreSQL may commit a smaller number after a larger one.
/// </summary>
public sealed record ChangeCursor
{
    private readonly List<(long First, long Last)> taken = [];

    /// <summary>All lines up to this one are done.</summary>
    public long Settled { get; private init; }

    /// <summary>Reads a cursor; nothing was read yet when there is none.</summary>
    public static ChangeCursor Parse(string? text)
    {
        var parts = (text ?? "0").Split(';', 2);
        var cursor = new ChangeCursor { Settled = long.Parse(parts[0], CultureInfo.InvariantCulture) };
        foreach (var range in parts.Length < 2 ? [] : parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = range.Split('-');
            cursor.taken.Add((long.Parse(ends[0], CultureInfo.InvariantCulture), long.Parse(ends[^1], CultureInfo.InvariantCulture)));
        }
        return cursor;
    }

    /// <summary>True for a line that is done.</summary>
    public bool Has(long line) => line <= Settled || taken.Exists(range => line >= range.First && line <= range.Last);

    /// <summary>The cursor once these lines are done too, and none up to <paramref name="settled"/> can still appear.</summary>
    public ChangeCursor After(IEnumerable<long> lines, long settled)
    {
        var next = new ChangeCursor { Settled = Math.Max(Settled, settled) };
        var ranges = taken.Concat(lines.Select(line => (First: line, Last: line))).Where(range => range.Last > next.Settled).Order();
        foreach (var (first, last) in ranges)
        {
            if (next.taken.Count > 0 && first <= next.taken[^1].Last + 1)
            {
                next.taken[^1] = (next.taken[^1].First, Math.Max(next.taken[^1].Last, last));
            }
            else
            {
                next.taken.Add((first, last));
            }
        }
        return next;
    }

    public override string ToString()
    {
        var ranges = taken.Select(range =>
            range.First == range.Last
                ? range.First.ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{range.First}-{range.Last}")
        );
        return string.Create(CultureInfo.InvariantCulture, $"{Settled};{string.Join(',', ranges)}");
    }
}
