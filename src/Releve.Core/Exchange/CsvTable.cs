using System.Text;

namespace Releve.Core.Exchange;

/// <summary>A row of a CSV file: the line on which it begins (the first line is 1) and its fields.</summary>
public sealed record CsvRow(int Line, string[] Fields);

/// <summary>
/// A CSV file as RFC 4180 describes it: UTF-8, commas, double quotes. Read strictly, for half a file that is taken for a
/// whole one does more harm than one that is refused.
/// </summary>
public sealed class CsvTable
{
    private readonly string text;
    private int at;
    private int line = 1;

    private CsvTable(string text) => this.text = text;

    /// <summary>The rows of a file, its header first; blank lines are left out.</summary>
    /// <exception cref="FormatException">It is not text in UTF-8, or ends within a quoted field; the message is for people.</exception>
    public static List<CsvRow> Read(ReadOnlySpan<byte> bytes)
    {
        var table = new CsvTable(Decode(bytes));
        var rows = new List<CsvRow>();
        while (table.at < table.text.Length)
        {
            var row = table.ReadRow();
            if (row.Fields is not [""])
            {
                rows.Add(row);
            }
        }
        return rows;
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0))
        {
            throw new FormatException("The file is not text: it contains NUL bytes.");
        }
        ReadOnlySpan<byte> mark = [0xef, 0xbb, 0xbf];
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.StartsWith(mark) ? bytes[mark.Length..] : bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new FormatException("The file is not in UTF-8. Save it again with that encoding.", e);
        }
    }

    private CsvRow ReadRow()
    {
        var first = line;
        var fields = new List<string>(12);
        do
        {
            fields.Add(at < text.Length && text[at] == '"' ? ReadQuoted() : ReadPlain());
        } while (Skip(','));
        EndLine();
        return new CsvRow(first, [.. fields]);
    }

    private string ReadPlain()
    {
        var length = text.AsSpan(at).IndexOfAny(',', '\r', '\n');
        var end = length < 0 ? text.Length : at + length;
        var field = text[at..end];
        at = end;
        return field;
    }

    private string ReadQuoted()
    {
        var opened = line;
        var field = new StringBuilder();
        at++;
        while (true)
        {
            var length = text.AsSpan(at).IndexOf('"');
            if (length < 0)
            {
                throw new FormatException($"Line {opened}: a quoted field never ends. The file is damaged or cut short.");
            }
            var part = text.AsSpan(at, length);
            line += part.Count('\n');
            field.Append(part);
            at += length + 1;
            if (!Skip('"'))
            {
                return AtFieldEnd() ? field.ToString() : throw new FormatException($"Line {line}: a quote stands within a field.");
            }
            field.Append('"');
        }
    }

    private bool AtFieldEnd() => at == text.Length || text[at] is ',' or '\r' or '\n';

    private bool Skip(char c)
    {
        if (at < text.Length && text[at] == c)
        {
            at++;
            return true;
        }
        return false;
    }

    private void EndLine()
    {
        if (at < text.Length && !(Skip('\r') | Skip('\n')))
        {
            throw new InvalidOperationException("A row ends at the end of a line.");
        }
        line++;
    }
}
