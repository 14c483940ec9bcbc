using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Releve.Core.Search;
using Releve.Core.Search.Index;

namespace Releve.Core.Alerts;

/// <summary>The drawers of one place, by what searches name.</summary>
internal sealed class AlertCabinet(bool measured)
{
    private readonly Dictionary<int, AlertDrawer> words = [];
    private readonly Dictionary<int, AlertDrawer> professions = [];
    private readonly AlertDrawer?[] kinds = new AlertDrawer?[16];
    private readonly List<AlertDrawer> open = [];
    private AlertDrawer? anything;

    public void Put(int group, FitRule rule, bool isPlaceProven, bool inOnePlace)
    {
        var term = rule.Compiled.Terms.Where(one => one.Professions.Length == 0).Select(one => (CompiledSearch.Term?)one).FirstOrDefault();
        var drawers =
            term is not null ? 1
            : rule.Professions is { } named ? named.Length
            : rule.Compiled.Terms is [var first, ..] ? 1 + first.Professions.Length
            : BitOperations.PopCount(rule.Kinds);
        // A word's drawer proves one word, and says nothing of professions.
        var isProven = isPlaceProven && rule.IsQuick && rule.Compiled.Terms.Length <= (rule.Professions is null ? 1 : 0);
        var entry = new AlertDrawers.Entry(group, isProven, inOnePlace && drawers <= 1);
        if (term is { } rare)
        {
            Into(words, rare.Token, entry, rule);
        }
        else if (rule.Professions is { } sought)
        {
            foreach (var profession in sought)
            {
                Into(professions, profession, entry, rule);
            }
        }
        else if (rule.Compiled.Terms is [var word, ..])
        {
            Into(words, word.Token, entry, rule);
            foreach (var profession in word.Professions)
            {
                Into(professions, profession, entry, rule);
            }
        }
        else if (rule.Kinds != 0)
        {
            for (var bits = rule.Kinds; bits != 0; bits &= bits - 1)
            {
                (kinds[BitOperations.TrailingZeroCount(bits)] ??= new AlertDrawer(measured)).Add(entry, rule);
            }
        }
        else
        {
            (anything ??= new AlertDrawer(measured)).Add(entry, rule);
        }
    }

    /// <summary>The drawers that a listing opens.</summary>
    public List<AlertDrawer> Open(ListingFacts facts)
    {
        open.Clear();
        if (anything is not null)
        {
            open.Add(anything);
        }
        if (kinds[BitOperations.TrailingZeroCount(facts.Facets)] is { } kind)
        {
            open.Add(kind);
        }
        foreach (var profession in facts.Professions)
        {
            if (professions.TryGetValue(profession, out var drawer))
            {
                open.Add(drawer);
            }
        }
        if (words.Count > 0)
        {
            foreach (var word in facts.Words)
            {
                if (words.TryGetValue(word, out var drawer))
                {
                    open.Add(drawer);
                }
            }
        }
        return open;
    }

    private void Into(Dictionary<int, AlertDrawer> drawers, int name, AlertDrawers.Entry entry, FitRule rule)
    {
        ref var drawer = ref CollectionsMarshal.GetValueRefOrAddDefault(drawers, name, out _);
        drawer ??= new AlertDrawer(measured);
        drawer.Add(entry, rule);
    }
}

/// <summary>Searches side by side, their circles in columns so that eight are measured at a time.</summary>
internal sealed class AlertDrawer(bool measured)
{
    private AlertDrawers.Entry[] entries = new AlertDrawers.Entry[8];
    private double[] x = new double[measured ? 8 : 0];
    private double[] y = new double[measured ? 8 : 0];
    private double[] z = new double[measured ? 8 : 0];
    private double[] square = measured ? Nothing(8) : [];
    private int count;

    public void Add(AlertDrawers.Entry entry, FitRule rule)
    {
        if (count == entries.Length)
        {
            Grow(count * 2);
        }
        entries[count] = entry;
        if (measured)
        {
            // What has no circle is never too far.
            (x[count], y[count], z[count]) = rule.Compiled.Circle is null ? default : rule.Compiled.Centre;
            square[count] = rule.Compiled.Circle is null ? double.PositiveInfinity : rule.Square;
        }
        count++;
    }

    /// <summary>Adds the searches whose circle holds a point; without circles, all.</summary>
    public void Collect(in UnitVector at, List<AlertDrawers.Entry> into)
    {
        if (!measured)
        {
            into.AddRange(entries.AsSpan(0, count));
            return;
        }
        var (px, py, pz) = (Vector512.Create(at.X), Vector512.Create(at.Y), Vector512.Create(at.Z));
        for (var i = 0; i < count; i += 8)
        {
            var dx = px - Vector512.LoadUnsafe(ref x[i]);
            var dy = py - Vector512.LoadUnsafe(ref y[i]);
            var dz = pz - Vector512.LoadUnsafe(ref z[i]);
            var near = Vector512.LessThanOrEqual((dx * dx) + (dy * dy) + (dz * dz), Vector512.LoadUnsafe(ref square[i]));
            for (var bits = near.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
            {
                into.Add(entries[i + BitOperations.TrailingZeroCount(bits)]);
            }
        }
    }

    private void Grow(int size)
    {
        Array.Resize(ref entries, size);
        if (measured)
        {
            Array.Resize(ref x, size);
            Array.Resize(ref y, size);
            Array.Resize(ref z, size);
            var longer = Nothing(size);
            square.CopyTo(longer, 0);
            square = longer;
        }
    }

    // Less than any square: the places after the last one hold nobody.
    private static double[] Nothing(int size)
    {
        var squares = new double[size];
        Array.Fill(squares, -1);
        return squares;
    }
}
