using System.Buffers.Binary;

namespace Releve.Core.Documents;

/// <summary>A PNG: a signature, then chunks from IHDR to IEND and nothing behind (W3C Portable Network Graphics, 5).</summary>
internal static class PngFile
{
    private const int ChunkFrame = 12;
    private const int HeaderLength = 13;

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static FileVerdict Read(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes[Signature.Length..];
        if (rest.Length < ChunkFrame + HeaderLength || !rest[4..8].SequenceEqual("IHDR"u8) || BinaryPrimitives.ReadUInt32BigEndian(rest) != HeaderLength)
        {
            return FileVerdict.Refused(FileProblem.Damaged);
        }
        var size = FileKinds.Picture(FileKinds.Png, BinaryPrimitives.ReadUInt32BigEndian(rest[8..]), BinaryPrimitives.ReadUInt32BigEndian(rest[12..]));
        if (size.Problem is not null)
        {
            return size;
        }
        if (ForeignParts.HoldsPage(bytes) || ForeignParts.HoldsPdf(bytes))
        {
            return FileVerdict.Refused(FileProblem.Mixed);
        }
        while (rest.Length >= ChunkFrame)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - ChunkFrame)
            {
                return FileVerdict.Refused(FileProblem.Damaged);
            }
            var isEnd = rest[4..8].SequenceEqual("IEND"u8);
            rest = rest[(ChunkFrame + (int)length)..];
            if (isEnd)
            {
                return rest.Length == 0 ? size : FileVerdict.Refused(FileProblem.Mixed);
            }
        }
        return FileVerdict.Refused(FileProblem.Damaged);
    }
}
