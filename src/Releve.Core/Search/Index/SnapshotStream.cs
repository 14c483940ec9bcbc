using System.Numerics;
using System.Runtime.InteropServices;

namespace Releve.Core.Search.Index;

/// <summary>
/// A checksum of whole words, as fast as memory: it guards against half-written and damaged files, not against anybody.
/// </summary>
internal struct SnapshotChecksum()
{
    public ulong Value { get; private set; } = 0x9E3779B97F4A7C15;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            Value = (BitOperations.RotateLeft(Value, 23) ^ word) * 0xD6E8FEB86659FD93;
        }
        foreach (var one in bytes[(bytes.Length & ~7)..])
        {
            Value = (BitOperations.RotateLeft(Value, 23) ^ one) * 0xD6E8FEB86659FD93;
        }
    }
}

/// <summary>Writes arrays as they lie in memory.</summary>
internal sealed class SnapshotWriter(Stream to)
{
    private SnapshotChecksum checksum = new();

    public void Write<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Put(MemoryMarshal.AsBytes(new ReadOnlySpan<int>([values.Length])));
        Put(MemoryMarshal.AsBytes(values));
    }

    public void Write<T>(T[] values)
        where T : unmanaged => Write((ReadOnlySpan<T>)values);

    public void Write(long value) => Put(MemoryMarshal.AsBytes(new ReadOnlySpan<long>([value])));

    public void Write(string text) => Write(text.AsSpan());

    public void Write(IReadOnlyList<string> texts)
    {
        Write(texts.Select(text => text.Length).ToArray());
        Write(string.Concat(texts));
    }

    public void Write(IReadOnlyList<int[]> lists)
    {
        Write(lists.Select(list => list.Length).ToArray());
        Write(lists.SelectMany(list => list).ToArray());
    }

    /// <summary>Ends the file with the checksum of all that was written.</summary>
    public void Finish() => to.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<ulong>([checksum.Value])));

    private void Put(ReadOnlySpan<byte> bytes)
    {
        checksum.Add(bytes);
        to.Write(bytes);
    }
}

/// <summary>Reads what <see cref="SnapshotWriter"/> wrote, in the same order.</summary>
internal sealed class SnapshotReader(Stream from)
{
    private SnapshotChecksum checksum = new();

    /// <exception cref="InvalidDataException">The file is shorter than it says.</exception>
    public T[] Array<T>()
        where T : unmanaged
    {
        var length = Value<int>();
        if (length < 0 || (long)length * Marshal.SizeOf<T>() > from.Length - from.Position)
        {
            throw new InvalidDataException("The snapshot is damaged.");
        }
        var values = GC.AllocateUninitializedArray<T>(length);
        Take(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    public long Long() => Value<long>();

    public string Text() => new(Array<char>());

    public string[] Texts()
    {
        var lengths = Array<int>();
        var all = Array<char>().AsSpan();
        var texts = new string[lengths.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = new string(all[..lengths[i]]);
            all = all[lengths[i]..];
        }
        return texts;
    }

    public int[][] Lists()
    {
        var lengths = Array<int>();
        var all = Array<int>().AsSpan();
        var lists = new int[lengths.Length][];
        for (var i = 0; i < lists.Length; i++)
        {
            lists[i] = all[..lengths[i]].ToArray();
            all = all[lengths[i]..];
        }
        return lists;
    }

    /// <summary>Compares the checksum at the end.</summary>
    /// <exception cref="InvalidDataException">It differs.</exception>
    public void Finish()
    {
        var expected = checksum.Value;
        if (Value<ulong>() != expected)
        {
            throw new InvalidDataException("The snapshot is damaged.");
        }
    }

    private T Value<T>()
        where T : unmanaged
    {
        Span<T> value = stackalloc T[1];
        Take(MemoryMarshal.AsBytes(value));
        return value[0];
    }

    private void Take(Span<byte> bytes)
    {
        from.ReadExactly(bytes);
        checksum.Add(bytes);
    }
}
