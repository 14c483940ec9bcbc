using System.IO.Compression;

namespace Releve.Core.Documents;

/// <summary>
/// A text of Word: an archive with word/document.xml (ECMA-376, part 2). It is unpacked into nothing to count what comes out,
/// for what an archive says of its own size may be a lie.
/// </summary>
internal static class DocxFile
{
    private const int MostEntries = 2_000;
    private const long MostUnpacked = 100 * 1024 * 1024;
    private const string Main = "word/document.xml";
    private const string Types = "[Content_Types].xml";

    public static FileVerdict Read(byte[] bytes)
    {
        if (ForeignParts.HoldsPdf(bytes) || ForeignParts.BeginsAsPage(bytes))
        {
            return FileVerdict.Refused(FileProblem.Mixed);
        }
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return Read(archive);
        }
        catch (InvalidDataException)
        {
            return FileVerdict.Refused(FileProblem.Damaged);
        }
    }

    private static FileVerdict Read(ZipArchive archive)
    {
        if (archive.Entries.Count > MostEntries)
        {
            return FileVerdict.Refused(FileProblem.TooMuchInside);
        }
        if (archive.GetEntry(Main) is null || archive.GetEntry(Types) is null)
        {
            return FileVerdict.Refused(FileProblem.WrongKind);
        }
        if (archive.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            return FileVerdict.Refused(FileProblem.Macros);
        }
        var buffer = new byte[64 * 1024];
        long unpacked = 0;
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                unpacked += read;
                if (unpacked > MostUnpacked)
                {
                    return FileVerdict.Refused(FileProblem.TooMuchInside);
                }
            }
        }
        return FileVerdict.Is(FileKinds.Docx);
    }
}
