using System.Buffers;
using System.Text;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>Goes through the values of a text column without a string for each row.</summary>
internal static class TextScan
{
    /// <summary>A question about one value.</summary>
    public delegate bool Question(ReadOnlySpan<char> value);

    // Longer values are looked at as a whole on the heap.
    private const int Buffer = 512;

    /// <summary>Returns the rows, ascending, whose value answers yes; nulls do not. Each distinct value is asked once where the column is dictionary-encoded.</summary>
    /// <param name="column">The column.</param>
    /// <param name="question">The question.</param>
    /// <param name="needed">ASCII characters of which a value must hold one to answer yes, so that most values are turned away undecoded; null where there are none.</param>
    public static List<int> Rows(TextColumn column, Question question, SearchValues<byte>? needed = null)
    {
        var rows = new List<int>();
        if (column.IsEncoded)
        {
            var answers = new bool[column.Dictionary.Length];
            for (var code = 0; code < answers.Length; code++) answers[code] = question(column.Dictionary[code]);
            var codes = column.Codes;
            for (var row = 0; row < codes.Length; row++)
            {
                if (codes[row] >= 0 && answers[codes[row]]) rows.Add(row);
            }

            return rows;
        }

        Span<char> buffer = stackalloc char[Buffer];
        for (var row = 0; row < column.Length; row++)
        {
            if (column.IsNull(row)) continue;
            var bytes = column.Utf8(row);
            if (needed is not null && !bytes.ContainsAny(needed)) continue;
            if (bytes.Length > Buffer ? question(Encoding.UTF8.GetString(bytes)) : question(buffer[..Encoding.UTF8.GetChars(bytes, buffer)])) rows.Add(row);
        }

        return rows;
    }
}
