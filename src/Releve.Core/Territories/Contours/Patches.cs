namespace Releve.Core.Territories.Contours;

/// <summary>Joined squares of one label. Patches too small to be seen are given to a neighbour.</summary>
internal static class Patches
{
    /// <summary>Dissolves every patch of fewer squares than that into the label that touches it most. Small lakes become land.</summary>
    public static void Dissolve(int[] labels, int size, int fewest)
    {
        var squares = size * size;
        var seen = new bool[squares];
        var patch = new List<int>();
        var around = new Dictionary<int, int>();
        for (var start = 0; start < squares; start++)
        {
            if (seen[start])
            {
                continue;
            }
            Collect(labels, size, start, seen, patch, around);
            if (patch.Count < fewest && around.Count > 0)
            {
                var most = around.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).First().Key;
                foreach (var at in patch)
                {
                    labels[at] = most;
                }
            }
        }
    }

    private static void Collect(int[] labels, int size, int start, bool[] seen, List<int> patch, Dictionary<int, int> around)
    {
        patch.Clear();
        around.Clear();
        patch.Add(start);
        seen[start] = true;
        for (var next = 0; next < patch.Count; next++)
        {
            var at = patch[next];
            var column = at % size;
            Visit(column > 0 ? at - 1 : -1);
            Visit(column < size - 1 ? at + 1 : -1);
            Visit(at - size);
            Visit(at + size);
        }

        void Visit(int at)
        {
            if (at < 0 || at >= seen.Length)
            {
                return;
            }
            if (labels[at] != labels[start])
            {
                around[labels[at]] = around.GetValueOrDefault(labels[at]) + 1;
            }
            else if (!seen[at])
            {
                seen[at] = true;
                patch.Add(at);
            }
        }
    }
}
