using System.Text;

namespace Releve.Core.Demonstration;

/// <summary>
/// A small generator of chance (SplitMix64), so that every machine and every version of .NET makes the same demonstration.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>Dice that depend on a word, and on nothing else.</summary>
    public static Dice For(string word) => new(Hash(word));

    /// <summary>FNV-1a of the word's UTF-8 form.</summary>
    public static ulong Hash(string word)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in Encoding.UTF8.GetBytes(word))
        {
            hash = (hash ^ b) * 1099511628211UL;
        }
        return hash;
    }

    /// <summary>64 bits.</summary>
    public ulong Bits()
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>0 to count − 1.</summary>
    public int Next(int count) => (int)(((Bits() >> 32) * (ulong)count) >> 32);

    /// <summary>Both ends included.</summary>
    public int Between(int least, int most) => least + Next(most - least + 1);

    /// <summary>From 0 up to 1.</summary>
    public double Part() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True with that probability.</summary>
    public bool Happens(double probability) => Part() < probability;

    /// <summary>One of them.</summary>
    public T Of<T>(IReadOnlyList<T> list) => list[Next(list.Count)];

    /// <summary>A UUID of version 7 whose instant and chance both come from the dice: the same on every installation.</summary>
    public Guid Id(DateTime at)
    {
        Span<byte> bytes = stackalloc byte[16];
        var millis = (ulong)(at - DateTime.UnixEpoch).TotalMilliseconds;
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, (millis << 16) | (Bits() & 0x0FFF) | 0x7000);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (Bits() & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000);
        return new Guid(bytes, bigEndian: true);
    }
}
