namespace Releve.Core.Documents;

/// <summary>The kinds of file that are taken, known by their first bytes and never by their name.</summary>
public static class FileKinds
{
    public const string Pdf = "application/pdf";
    public const string Png = "image/png";
    public const string Jpeg = "image/jpeg";
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Largest file, bytes.</summary>
    public const int LargestFile = 10 * 1024 * 1024;

    /// <summary>Points of the largest picture: twice what the usual telephone makes.</summary>
    public const long MostPixels = 64_000_000;

    /// <summary>Longest side of a picture, points.</summary>
    public const int LongestSide = 20_000;

    /// <summary>The ending that a file of this type has.</summary>
    public static string EndingOf(string contentType) =>
        contentType switch
        {
            Pdf => ".pdf",
            Png => ".png",
            Jpeg => ".jpg",
            _ => ".docx",
        };

    /// <summary>True for what may be a photograph.</summary>
    public static bool IsPicture(string? contentType) => contentType is Png or Jpeg;

    /// <summary>Looks at a whole file.</summary>
    public static FileVerdict Read(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return FileVerdict.Refused(FileProblem.Empty);
        }
        if (bytes.Length > LargestFile)
        {
            return FileVerdict.Refused(FileProblem.TooLarge);
        }
        var span = bytes.AsSpan();
        return span.StartsWith("%PDF-"u8) ? PdfFile.Read(span)
            : span.StartsWith(PngFile.Signature) ? PngFile.Read(span)
            : span.StartsWith(JpegFile.Signature) ? JpegFile.Read(span)
            : span.StartsWith("PK\x03\x04"u8) ? DocxFile.Read(bytes)
            : FileVerdict.Refused(FileProblem.WrongKind);
    }

    internal static FileVerdict Picture(string contentType, long width, long height) =>
        width <= 0 || height <= 0 ? FileVerdict.Refused(FileProblem.Damaged)
        : width > LongestSide || height > LongestSide || width * height > MostPixels ? FileVerdict.Refused(FileProblem.TooManyPixels)
        : FileVerdict.Is(contentType);
}
