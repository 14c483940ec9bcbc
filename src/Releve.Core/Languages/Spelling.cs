namespace Releve.Core.Languages;

/// <summary>Whether two folded words differ by a slip of the hand.</summary>
public static class Spelling
{
    /// <summary>True when one letter is missing, too many, wrong, or two neighbours are swapped; false for equal words.</summary>
    public static bool OneSlip(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length < b.Length)
        {
            var longer = b;
            b = a;
            a = longer;
        }
        if (a.Length - b.Length > 1)
        {
            return false;
        }
        var same = a.CommonPrefixLength(b);
        if (same == a.Length)
        {
            return false;
        }
        if (a.Length > b.Length)
        {
            return a[(same + 1)..].SequenceEqual(b[same..]);
        }
        return a[(same + 1)..].SequenceEqual(b[(same + 1)..])
            || (same + 1 < a.Length && a[same] == b[same + 1] && a[same + 1] == b[same] && a[(same + 2)..].SequenceEqual(b[(same + 2)..]));
    }
}
