using System.Globalization;
using System.Text;
using CsvHelper;

namespace Segmentation.Load;

/// <summary>How a file divides its lines into fields, and where its data starts.</summary>
/// <param name="Delimiter">The delimiter.</param>
/// <param name="Headers">Headers as the file spells them; empty where the file is.</param>
/// <param name="DataStart">Offset of the first record behind the header.</param>
/// <param name="HeaderLines">Physical lines up to there.</param>
/// <param name="Notes">What was noticed.</param>
internal sealed record CsvDialect(char Delimiter, string[] Headers, long DataStart, int HeaderLines, string[] Notes)
{
    private const int SampleBytes = 1 << 20;
    private const int SampledRecords = 2_000;
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    /// <summary>Finds the dialect of a file from its head.</summary>
    public static CsvDialect Find(CsvSource source, CsvOptions options)
    {
        for (var size = (long)SampleBytes; ; size *= 2)
        {
            var head = new byte[Math.Min(size, source.Length - source.Start)];
            _ = source.Read(source.Start, head);
            var whole = source.Start + head.Length == source.Length;
            if (Find(head, source.Start, whole || size > options.LongestRecord, options) is { } dialect) return dialect;
        }
    }

    private static CsvDialect? Find(byte[] head, int offset, bool whole, CsvOptions options)
    {
        var notes = new List<string>();
        var (position, lines) = (0, 0);
        var told = options.Delimiter;
        if (!options.Exact && Hint(head) is var (hinted, length))
        {
            (position, lines) = (length, 1);
            told ??= hinted;
            notes.Add($"Line 1 names the delimiter (sep={Name(hinted)}), as Excel writes it.");
        }

        // Blank lines may stand above the header.
        while (position < head.Length && head[position] is (byte)'\n' or (byte)'\r')
        {
            position += head[position] == '\r' && position + 1 < head.Length && head[position + 1] == '\n' ? 2 : 1;
            lines++;
        }

        if (position == head.Length)
        {
            notes.Add(head.Length == 0 ? "The file is empty: no header, no rows." : "The file holds blank lines only: no header, no rows.");
            return new CsvDialect(told ?? ',', [], offset + head.Length, lines, [.. notes]);
        }

        var delimiter = told ?? Detect(head.AsMemory(position), notes);
        var header = Header(head.AsMemory(position), delimiter, whole, notes);
        if (header is not var (headers, end, headerLines)) return null;
        return new CsvDialect(delimiter, headers, offset + position + end, lines + headerLines, [.. notes]);
    }

    /// <summary>Excel's first line <c>sep=;</c>.</summary>
    private static (char Delimiter, int Length)? Hint(ReadOnlySpan<byte> head)
    {
        var end = head.IndexOfAny((byte)'\n', (byte)'\r');
        var line = Encoding.UTF8.GetString(end < 0 ? head[..Math.Min(head.Length, 16)] : head[..end]).Trim('"');
        if (line.Length != 5 || !line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || !Candidates.Contains(line[4])) return null;
        return (line[4], end < 0 ? head.Length : end + (head[end] == '\r' && end + 1 < head.Length && head[end + 1] == '\n' ? 2 : 1));
    }

    /// <summary>
    /// The delimiter under which most sampled records have as many fields as the header, at least two; among equals the one with more fields.
    /// Decimal commas in a file with semicolons lose here: its header holds no comma.
    /// </summary>
    private static char Detect(ReadOnlyMemory<byte> head, List<string> notes)
    {
        var best = (Delimiter: '\0', Share: 0.0, Fields: 1);
        var alone = '\0';
        foreach (var candidate in Candidates)
        {
            var (fields, agreeing, records) = Count(head, candidate);
            var share = (double)agreeing / records;
            if (fields == 1 && agreeing == records && alone == '\0') alone = candidate;
            if (fields > 1 && (share > best.Share || (share == best.Share && fields > best.Fields))) best = (candidate, share, fields);
        }

        if (best.Fields > 1) return best.Delimiter;

        // A single column may hold commas without quotes: a delimiter that divides no line leaves them whole.
        if (alone != '\0')
        {
            notes.Add("No delimiter divides the lines: the file has one column.");
            return alone;
        }

        return '\t';
    }

    private static (int Fields, int Agreeing, int Records) Count(ReadOnlyMemory<byte> head, char delimiter)
    {
        using var reader = CsvReader.Create(head, CsvBlockReader.Dialect(delimiter));
        var (fields, agreeing, records) = (1, 0, 0);
        while (records < SampledRecords && reader.Read())
        {
            if (reader.RawRecord.IsEmpty) continue;

            // The sample may end inside its last record.
            if (records > 1 && reader.ByteOffset + reader.RawRecord.Length >= head.Length) break;
            if (records++ == 0) fields = reader.FieldCount;
            if (reader.FieldCount == fields) agreeing++;
        }

        return (fields, agreeing, Math.Max(records, 1));
    }

    private static (string[] Headers, int End, int Lines)? Header(ReadOnlyMemory<byte> head, char delimiter, bool whole, List<string> notes)
    {
        var unclosed = false;
        using var reader = CsvReader.Create(head, CsvBlockReader.Dialect(delimiter) with
        {
            OnMalformedRecord = record => unclosed |= record.Reason is CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.TextAfterClosingQuote,
        });
        _ = reader.Read();
        var raw = reader.RawRecord;
        if (!whole && raw.Length + 1 >= head.Length) return null;
        var firstBreak = raw.IndexOfAny((byte)'\n', (byte)'\r');
        if (unclosed && firstBreak >= 0)
        {
            notes.Add("The header holds a quote that is not closed: read up to the end of its line, quotes left out.");
            var line = Encoding.UTF8.GetString(raw[..firstBreak]);
            return ([.. line.Split(delimiter).Select(h => h.Trim('"'))], LineEnd(head.Span, firstBreak), 1);
        }

        var headers = new string[reader.FieldCount];
        for (var i = 0; i < headers.Length; i++) headers[i] = reader.GetString(i);
        var lines = 1;
        foreach (var b in raw) lines += b == '\n' ? 1 : 0;
        return (headers, LineEnd(head.Span, raw.Length), lines);
    }

    private static int LineEnd(ReadOnlySpan<byte> head, int position)
    {
        if (position >= head.Length) return head.Length;
        return position + (head[position] == '\r' && position + 1 < head.Length && head[position + 1] == '\n' ? 2 : 1);
    }

    private static string Name(char delimiter) => delimiter == '\t' ? "tab" : delimiter.ToString(CultureInfo.InvariantCulture);
}
