using System.Buffers.Binary;

namespace Releve.Core.Matching;

/// <summary>An offer and a life project that fit each other.</summary>
/// <param name="kind">What kind of offer it is.</param>
/// <param name="id">Towards carers the listing or the founder's project (empty for a commune); towards viewers the life project.</param>
/// <param name="communeCode">Where the offer is.</param>
/// <param name="share">The points earned of those that could be, in thousandths.</param>
/// <param name="compare">Says why, from the facts of the moment when the match was found.</param>
public sealed class Matched(OfferKind kind, Guid id, string? communeCode, int share, Func<Fit> compare)
{
    private Fit? fit;

    /// <summary>What kind of offer it is.</summary>
    public OfferKind Kind => kind;

    /// <summary>Towards carers the listing or the founder's project (empty for a commune); towards viewers the life project.</summary>
    public Guid Id => id;

    /// <summary>Where the offer is.</summary>
    public string? CommuneCode => communeCode;

    /// <summary>The points earned of those that could be, in thousandths.</summary>
    public int Share => share;

    /// <summary>Why they fit, line by line: compared when it is first asked for, since of two hundred matches a page shows twenty.</summary>
    public Fit Fit => fit ??= compare();
}

/// <summary>What a wish costs: so many more offers would fit if it were none.</summary>
public sealed record WishCost(Criterion Criterion, int More);

/// <summary>
/// What orders matches that fit equally well: a number mixed from both ids. It tells nothing of either, least of all the time
/// that stands in them, and differs from viewer to viewer.
/// </summary>
public static class Tie
{
    /// <summary>The order of two that fit equally well, for one viewer.</summary>
    public static ulong Of(Guid viewer, Guid other) => Of(KeyOf(viewer), KeyOf(other));

    /// <summary>The same from numbers made beforehand.</summary>
    public static ulong Of(ulong viewer, ulong other) => Mix(viewer ^ other);

    /// <summary>The number of an id.</summary>
    public static ulong KeyOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return Mix(Mix(BinaryPrimitives.ReadUInt64LittleEndian(bytes)) ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
    }

    /// <summary>Stands for a commune among ids.</summary>
    public static Guid OfCommune(string code)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        System.Text.Encoding.ASCII.GetBytes(code.AsSpan(0, Math.Min(code.Length, 16)), bytes);
        return new Guid(bytes);
    }

    /// <summary>SplitMix64's last steps: each bit of the result hangs on each of the value.</summary>
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
