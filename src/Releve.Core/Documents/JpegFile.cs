using System.Buffers.Binary;

namespace Releve.Core.Documents;

/// <summary>
/// A JPEG: segments up to the scan, one of which says its size (ITU-T T.81, annex B). Telephones write a second picture or a
/// short film behind the end; an archive or a page there is refused.
/// </summary>
internal static class JpegFile
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;

    public static ReadOnlySpan<byte> Signature => [0xFF, 0xD8, 0xFF];

    public static FileVerdict Read(ReadOnlySpan<byte> bytes)
    {
        if (ForeignParts.HoldsPage(bytes) || ForeignParts.HoldsPdf(bytes) || ForeignParts.EndsAsArchive(bytes))
        {
            return FileVerdict.Refused(FileProblem.Mixed);
        }
        FileVerdict? size = null;
        var at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2 || at + 2 + length > bytes.Length)
            {
                break;
            }
            if (IsFrame(marker) && length >= 8)
            {
                var frame = bytes[(at + 4)..];
                size = FileKinds.Picture(FileKinds.Jpeg, BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), BinaryPrimitives.ReadUInt16BigEndian(frame[1..]));
                if (size.Value.Problem is not null)
                {
                    return size.Value;
                }
            }
            if (marker == StartOfScan)
            {
                var ends = bytes[at..].LastIndexOf((ReadOnlySpan<byte>)[0xFF, EndOfImage]) > 0;
                return size is { } whole && ends ? whole : FileVerdict.Refused(FileProblem.Damaged);
            }
            at += 2 + length;
        }
        return FileVerdict.Refused(FileProblem.Damaged);
    }

    // Start of frame, all ways of coding; DHT, JPG and DAC lie in the same range.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
