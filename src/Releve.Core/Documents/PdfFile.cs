namespace Releve.Core.Documents;

/// <summary>A PDF: begins with its version, ends with its end mark (ISO 32000-1, 7.5).</summary>
internal static class PdfFile
{
    // Some writers add a few lines behind the end mark.
    private const int Tail = 4096;

    public static FileVerdict Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8 || bytes[5] is not ((byte)'1' or (byte)'2') || bytes[6] != (byte)'.')
        {
            return FileVerdict.Refused(FileProblem.Damaged);
        }
        if (ForeignParts.BeginsAsPage(bytes) || ForeignParts.EndsAsArchive(bytes))
        {
            return FileVerdict.Refused(FileProblem.Mixed);
        }
        return bytes[Math.Max(0, bytes.Length - Tail)..].LastIndexOf("%%EOF"u8) < 0 ? FileVerdict.Refused(FileProblem.Damaged) : FileVerdict.Is(FileKinds.Pdf);
    }
}
