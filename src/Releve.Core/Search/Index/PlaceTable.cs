using Releve.Core.Places;

namespace Releve.Core.Search.Index;

/// <summary>The communes that listings name: their number, their areas, their name's words and their place on the curve.</summary>
internal sealed class PlaceTable(Func<string, Commune?> find)
{
    private Entry[] entries = new Entry[64];

    /// <summary>Codes of communes and areas.</summary>
    public CodeTable Codes { get; } = new();

    /// <summary>What is known of a commune: its areas' numbers (and its own), its name, where it stands on the curve.</summary>
    public readonly record struct Entry(int[] Areas, string Names, uint Curve);

    /// <summary>The number of a commune. For the one writer.</summary>
    public int Add(string commune, double latitude, double longitude)
    {
        var number = Codes.Add(commune);
        if (number >= entries.Length)
        {
            Array.Resize(ref entries, Math.Max(number + 1, entries.Length * 2));
        }
        if (entries[number].Areas is null)
        {
            var known = find(commune);
            entries[number] = new Entry(
                AreasOf(number, known),
                known is null ? "" : $"{known.NameFr} {known.NameNl}",
                SpaceCurve.At(known?.Latitude ?? latitude, known?.Longitude ?? longitude)
            );
        }
        return number;
    }

    public Entry this[int commune] => entries[commune];

    /// <summary>All places so far; a place that is only an area has no entry. For the one writer.</summary>
    public ArraySegment<Entry> All => new((Entry[])entries.Clone(), 0, Math.Min(entries.Length, Codes.Count));

    /// <summary>Takes over places. For an empty table.</summary>
    public void Restore(IEnumerable<string> codes, IEnumerable<Entry> all)
    {
        Codes.Restore(codes);
        entries = [.. all, default];
    }

    private int[] AreasOf(int number, Commune? commune)
    {
        var areas = new List<int> { number };
        foreach (var code in new[] { commune?.ParentCode, commune?.DistrictCode, commune?.DepartmentCode, commune?.RegionCode })
        {
            if (code is not null)
            {
                areas.Add(Codes.Add(code));
            }
        }
        return [.. areas];
    }
}

/// <summary>Hilbert's curve over the globe: what is near on the curve is near on the ground.</summary>
internal static class SpaceCurve
{
    private const int Side = 1 << 16;

    /// <summary>The position on the curve of a place in degrees.</summary>
    public static uint At(double latitude, double longitude)
    {
        var x = Cell((longitude + 180) / 360);
        var y = Cell((latitude + 90) / 180);
        uint position = 0;
        for (var s = Side / 2; s > 0; s /= 2)
        {
            var right = (x & s) != 0 ? 1 : 0;
            var up = (y & s) != 0 ? 1 : 0;
            position += (uint)s * (uint)s * (uint)((3 * right) ^ up);
            if (up == 0)
            {
                if (right == 1)
                {
                    (x, y) = (Side - 1 - x, Side - 1 - y);
                }
                (x, y) = (y, x);
            }
        }
        return position;
    }

    private static int Cell(double share) => (int)Math.Clamp(share * Side, 0, Side - 1);
}
