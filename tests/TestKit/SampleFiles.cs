using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Releve.TestKit;

/// <summary>Small files of each kind that people hand in, and of kinds that deceive.</summary>
public static class SampleFiles
{
    /// <summary>What every virus scanner takes for a virus (EICAR), in two halves so that no scanner takes these sources for one.</summary>
    public static string Eicar { get; } = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    public static byte[] Pdf(string inside = "") =>
        Encoding.Latin1.GetBytes($"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n{inside}\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n");

    public static byte[] Png(uint width = 2, uint height = 2)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(header, width);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        byte[] signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
        return [.. signature, .. Chunk("IHDR", header), .. Chunk("IDAT", new byte[16]), .. Chunk("IEND", [])];
    }

    public static byte[] Jpeg(ushort width = 2, ushort height = 2, string comment = "")
    {
        byte[] size = [0xFF, 0xC0, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0];
        byte[] said = [0xFF, 0xFE, 0, (byte)(comment.Length + 2), .. Encoding.Latin1.GetBytes(comment)];
        return [0xFF, 0xD8, .. said, .. size, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3, 0xFF, 0xD9];
    }

    public static byte[] Docx(params (string Name, byte[] Bytes)[] more)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            (string Name, byte[] Bytes)[] entries =
            [
                ("[Content_Types].xml", "<Types/>"u8.ToArray()),
                ("word/document.xml", "<document/>"u8.ToArray()),
                .. more,
            ];
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }
        return bytes.ToArray();
    }

    public static byte[] Zip()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("a.txt").Open();
            entry.Write("a"u8);
        }
        return bytes.ToArray();
    }

    public static byte[] Chunk(string kind, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)content.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(kind), .. content, 0, 0, 0, 0];
    }
}
