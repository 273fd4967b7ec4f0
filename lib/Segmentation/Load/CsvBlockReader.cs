using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace Segmentation.Load;

/// <summary>Reads blocks of a file into columns. One reader is used by one thread.</summary>
internal sealed class CsvBlockReader
{
    private const int Overlap = 1 << 16;

    private readonly CsvSource source;
    private readonly CsvOptions options;
    private readonly CsvReaderOptions dialect;
    private readonly FieldWriter[] columns;
    private readonly ImmutableArray<(int Row, int Lines)>.Builder shifts = ImmutableArray.CreateBuilder<(int, int)>();
    private readonly ImmutableArray<RowAside>.Builder aside = ImmutableArray.CreateBuilder<RowAside>();
    private readonly ImmutableArray<int>.Builder blankLines = ImmutableArray.CreateBuilder<int>();
    private readonly ImmutableArray<int>.Builder strayQuotes = ImmutableArray.CreateBuilder<int>();
    private CsvMalformedReason? malformed;
    private byte[] buffer = [];
    private long offset;
    private int length;
    private int rows;
    private int lines;

    public CsvBlockReader(CsvSource source, char delimiter, int columnCount, CsvOptions options)
    {
        (this.source, this.options) = (source, options);
        columns = new FieldWriter[columnCount];
        for (var i = 0; i < columnCount; i++) columns[i] = new FieldWriter();
        dialect = Dialect(delimiter) with { OnMalformedRecord = Note };
    }

    private bool AtEndOfFile => offset + length == source.Length;

    /// <summary>Returns the options under which records are read: nothing is skipped, trimmed or rejected by the parser.</summary>
    public static CsvReaderOptions Dialect(char delimiter) => new() { HasHeader = false, Separator = delimiter, SkipEmptyLines = false };

    /// <summary>Reads the records that start in a range of the file.</summary>
    /// <param name="from">Where the range starts.</param>
    /// <param name="to">Where the range ends; a record that starts before is read to its end.</param>
    /// <param name="isRecordStart">Whether a record is known to start at <paramref name="from"/>; otherwise the first line after it is taken to start one.</param>
    public CsvBlock Read(long from, long to, bool isRecordStart)
    {
        (rows, lines) = (0, 0);
        offset = isRecordStart ? from : from - 1;
        length = 0;
        Fill((int)Math.Min(source.Length - offset, Math.Max(0, to - from) + Overlap));
        var position = isRecordStart ? 0 : LineAfter(0);
        var start = offset + position;
        var end = start;
        while (end < to && end < source.Length)
        {
            var stop = ReadFrom(position, to);
            end = offset + stop;
            position = stop;
        }

        var valid = Utf8.IsValid(buffer.AsSpan((int)(start - offset), (int)(end - start)));
        return new CsvBlock
        {
            Start = start,
            End = end,
            Rows = rows,
            Lines = lines,
            Columns = [.. columns.Select(c => c.Finish())],
            Shifts = shifts.DrainToImmutable(),
            Aside = aside.DrainToImmutable(),
            BlankLines = blankLines.DrainToImmutable(),
            StrayQuotes = strayQuotes.DrainToImmutable(),
            IsValidUtf8 = valid,
        };
    }

    /// <summary>Reads records from a position in the buffer and returns the position at which reading has to start anew, or at which the block ends.</summary>
    private int ReadFrom(int position, long to)
    {
        using var reader = CsvReader.Create(new ReadOnlyMemory<byte>(buffer, position, length - position), dialect);
        while (true)
        {
            malformed = null;
            if (!reader.Read())
            {
                var consumed = length;
                if (!AtEndOfFile) Fill(length + Overlap);
                return consumed;
            }

            var at = position + (int)reader.ByteOffset;
            if (offset + at >= to) return at;
            var raw = reader.RawRecord;
            var complete = AtEndOfFile || at + raw.Length + 1 < length;
            if (!complete && raw.Length <= options.LongestRecord)
            {
                // The record runs past what is in memory: fetch more and read it again.
                Fill(length + Math.Max(Overlap, raw.Length));
                return at;
            }

            var firstBreak = raw.IndexOfAny((byte)'\n', (byte)'\r');
            if (!complete || malformed is CsvMalformedReason.UnterminatedQuote || (firstBreak >= 0 && malformed is CsvMalformedReason.TextAfterClosingQuote))
            {
                // A quote that was never closed has swallowed the lines that follow: give up the first and read the others for themselves.
                var line = firstBreak < 0 ? raw : raw[..firstBreak];
                KeepAside(line, "a quote that is not closed on its line, nor closed properly on a later one", "a closing quote before a delimiter or the end of the line");
                Shift(1);
                return LineAfter(at);
            }

            if (reader.FieldCount == columns.Length && (raw.Length > 0 || columns.Length > 1))
            {
                if (malformed is not null) strayQuotes.Add(lines);
                AddRow(reader);
                rows++;
                lines++;
                if (firstBreak >= 0) Shift(Breaks(raw));
            }
            else if (raw.Trim(" \t"u8).IsEmpty)
            {
                blankLines.Add(lines);
                Shift(1);
            }
            else
            {
                KeepAside(raw, Fields(reader.FieldCount), Fields(columns.Length));
                Shift(1 + Breaks(raw));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddRow(CsvReader reader)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(buffer);
        var slackEnd = (nuint)(buffer.Length - FieldWriter.Slack);
        for (var i = 0; i < columns.Length; i++)
        {
            // A field lies in the buffer, or elsewhere where quotes had to be taken out of it.
            var field = reader.GetSpan(i);
            var hasSlack = (nuint)Unsafe.ByteOffset(ref first, ref MemoryMarshal.GetReference(field)) < slackEnd;
            columns[i].Add(field, hasSlack);
        }
    }

    private void KeepAside(ReadOnlySpan<byte> raw, string found, string expected) => aside.Add(new RowAside(lines, found, expected, Encoding.UTF8.GetString(raw)));

    private void Shift(int more)
    {
        lines += more;
        if (shifts.Count > 0 && shifts[^1].Row == rows) shifts[^1] = (rows, lines - rows);
        else shifts.Add((rows, lines - rows));
    }

    private void Fill(int wanted)
    {
        wanted = (int)Math.Min(wanted, source.Length - offset);
        if (buffer.Length < wanted + FieldWriter.Slack) Array.Resize(ref buffer, wanted + FieldWriter.Slack);
        length += source.Read(offset + length, buffer.AsSpan(length, wanted - length));
    }

    /// <summary>Returns the position after the line break that follows a position; the buffer's end where there is none.</summary>
    private int LineAfter(int position)
    {
        var found = buffer.AsSpan(position, length - position).IndexOfAny((byte)'\n', (byte)'\r');
        if (found < 0) return length;
        var at = position + found;
        return at + (buffer[at] == '\r' && at + 1 < length && buffer[at + 1] == '\n' ? 2 : 1);
    }

    private void Note(CsvMalformedRecord record)
    {
        if (malformed is null or CsvMalformedReason.StrayQuote) malformed = record.Reason;
    }

    private static int Breaks(ReadOnlySpan<byte> raw)
    {
        var breaks = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '\n' || (raw[i] == '\r' && (i + 1 == raw.Length || raw[i + 1] != '\n'))) breaks++;
        }

        return breaks;
    }

    private static string Fields(int count) => string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {(count == 1 ? "field" : "fields")}");
}
