namespace Releve.Core.Documents;

/// <summary>
/// Traces of a second file within a first: a web page that a browser could take it for, an archive behind its end, a PDF
/// before it.
/// </summary>
internal static class ForeignParts
{
    private const int Head = 1024;
    private const int ArchiveTail = 65_557;

    /// <summary>A page of the web at the beginning, where browsers look for one.</summary>
    public static bool BeginsAsPage(ReadOnlySpan<byte> bytes) =>
        HoldsPage(bytes[..Math.Min(Head, bytes.Length)]) || Holds(bytes[..Math.Min(Head, bytes.Length)], "<svg");

    /// <summary>A script or page anywhere; for pictures, whose bytes never say so by chance.</summary>
    public static bool HoldsPage(ReadOnlySpan<byte> bytes) =>
        Holds(bytes, "<script") || Holds(bytes, "<!doctype") || Holds(bytes, "<html") || Holds(bytes, "<?php");

    /// <summary>An archive's directory at the end, where unpackers look for it.</summary>
    public static bool EndsAsArchive(ReadOnlySpan<byte> bytes)
    {
        var tail = bytes[Math.Max(0, bytes.Length - ArchiveTail)..];
        return tail.IndexOf("PK\x05\x06"u8) >= 0 && bytes.IndexOf("PK\x01\x02"u8) >= 0;
    }

    /// <summary>A PDF that begins a little later than at the first byte: readers take it for one.</summary>
    public static bool HoldsPdf(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(Head + 5, bytes.Length)].IndexOf("%PDF-"u8) >= 0;

    private static bool Holds(ReadOnlySpan<byte> bytes, string word)
    {
        var rest = bytes;
        for (var at = rest.IndexOf((byte)word[0]); at >= 0; at = rest.IndexOf((byte)word[0]))
        {
            rest = rest[at..];
            if (IsWord(rest, word))
            {
                return true;
            }
            rest = rest[1..];
        }
        return false;
    }

    private static bool IsWord(ReadOnlySpan<byte> bytes, string word)
    {
        if (bytes.Length < word.Length)
        {
            return false;
        }
        for (var i = 0; i < word.Length; i++)
        {
            if (char.ToLowerInvariant((char)bytes[i]) != word[i])
            {
                return false;
            }
        }
        return true;
    }
}
