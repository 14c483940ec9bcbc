using System.Buffers.Binary;

namespace Releve.Core.Documents;

/// <summary>
/// A picture without what its camera wrote beside it: place, time, owner, a second picture behind the end. The points stay
/// bit by bit; of the EXIF only the way up is written again, for without it many photographs lie on their side.
/// </summary>
public static class CleanPicture
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;
    private const byte Exif = 0xE1;
    private const byte IccProfile = 0xE2;
    private const byte Adobe = 0xEE;
    private const byte Comment = 0xFE;
    private const ushort OrientationTag = 0x0112;

    /// <summary>The picture without it; any other file as it is.</summary>
    /// <param name="bytes">A file that <see cref="FileKinds.Read"/> has taken.</param>
    /// <param name="contentType">What it is.</param>
    public static byte[] Of(byte[] bytes, string contentType) =>
        contentType switch
        {
            FileKinds.Jpeg => Jpeg(bytes),
            FileKinds.Png => Png(bytes),
            _ => bytes,
        };

    // ITU-T T.81, annex B: segments, and scans whose bytes run until a marker that is neither stuffed nor a restart.
    private static byte[] Jpeg(ReadOnlySpan<byte> bytes)
    {
        var clean = new List<byte>(bytes.Length) { 0xFF, 0xD8 };
        if (Orientation(bytes) is > 1 and <= 8 and var turned)
        {
            clean.AddRange(OnlyOrientation(turned));
        }
        var at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            if (marker == EndOfImage)
            {
                break;
            }
            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 4 || at + length > bytes.Length)
            {
                break;
            }
            var end = marker == StartOfScan ? EndOfScan(bytes, at + length) : at + length;
            if (IsPartOfPicture(marker, bytes[(at + 4)..(at + length)]))
            {
                clean.AddRange(bytes[at..end]);
            }
            at = end;
        }
        clean.AddRange([0xFF, EndOfImage]);
        return [.. clean];
    }

    // JFIF, the colours' profile and Adobe's note on how colours are coded belong to the picture; the other notes do not.
    private static bool IsPartOfPicture(byte marker, ReadOnlySpan<byte> content) =>
        marker switch
        {
            0xE0 => content.StartsWith("JFIF\0"u8),
            IccProfile => content.StartsWith("ICC_PROFILE\0"u8),
            Adobe => content.StartsWith("Adobe"u8),
            Comment or >= 0xE0 and <= 0xEF => false,
            _ => true,
        };

    private static int EndOfScan(ReadOnlySpan<byte> bytes, int from)
    {
        for (var at = from; at + 1 < bytes.Length; at++)
        {
            if (bytes[at] == 0xFF && bytes[at + 1] is not (0x00 or 0xFF or >= 0xD0 and <= 0xD7))
            {
                return at;
            }
        }
        return bytes.Length;
    }

    /// <summary>Which way up, 1 to 8 (EXIF 2.3, 4.6.4); 1 when it is not said.</summary>
    private static int Orientation(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF && bytes[at + 1] is not (StartOfScan or EndOfImage))
        {
            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 4 || at + length > bytes.Length)
            {
                break;
            }
            var content = bytes[(at + 4)..(at + length)];
            if (bytes[at + 1] == Exif && content.StartsWith("Exif\0\0"u8))
            {
                return FirstDirectory(content[6..]);
            }
            at += length;
        }
        return 1;
    }

    // TIFF 6.0: byte order, the first directory's place, its entries of twelve bytes.
    private static int FirstDirectory(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
        {
            return 1;
        }
        var little = tiff[0] == (byte)'I';
        var directory = Whole(tiff[4..], little);
        if (directory > (uint)tiff.Length - 2)
        {
            return 1;
        }
        var entries = tiff[(int)directory..];
        var count = Half(entries, little);
        for (var i = 0; i < count && 14 + i * 12 <= entries.Length; i++)
        {
            var entry = entries[(2 + i * 12)..];
            if (Half(entry, little) == OrientationTag)
            {
                return Half(entry[8..], little);
            }
        }
        return 1;
    }

    private static ushort Half(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Whole(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);

    private static byte[] OnlyOrientation(int turned)
    {
        byte[] tiff = [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turned, 0, 0, 0, 0, 0, 0];
        byte[] content = [.. "Exif\0\0"u8, .. tiff];
        return [0xFF, Exif, 0, (byte)(content.Length + 2), .. content];
    }

    // W3C Portable Network Graphics, 11: what draws the picture stays, with its colours; texts, times and the rest go.
    private static byte[] Png(ReadOnlySpan<byte> bytes)
    {
        var clean = new List<byte>(bytes.Length);
        clean.AddRange(PngFile.Signature);
        var rest = bytes[PngFile.Signature.Length..];
        while (rest.Length >= 12)
        {
            var length = 12 + (int)BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length < 12 || length > rest.Length)
            {
                break;
            }
            if (Draws(rest[4..8]))
            {
                clean.AddRange(rest[..length]);
            }
            rest = rest[length..];
        }
        return [.. clean];
    }

    private static bool Draws(ReadOnlySpan<byte> chunk) =>
        chunk.SequenceEqual("IHDR"u8)
        || chunk.SequenceEqual("PLTE"u8)
        || chunk.SequenceEqual("IDAT"u8)
        || chunk.SequenceEqual("IEND"u8)
        || chunk.SequenceEqual("tRNS"u8)
        || chunk.SequenceEqual("cHRM"u8)
        || chunk.SequenceEqual("gAMA"u8)
        || chunk.SequenceEqual("iCCP"u8)
        || chunk.SequenceEqual("sBIT"u8)
        || chunk.SequenceEqual("sRGB"u8)
        || chunk.SequenceEqual("pHYs"u8);
}
