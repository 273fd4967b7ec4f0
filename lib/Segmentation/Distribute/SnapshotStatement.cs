using System.Text;
using SQLitePCL;

namespace Segmentation.Distribute;

/// <summary>A prepared statement of a file of snapshots. Values are null, long, double or string; a whole double takes the room of a long.</summary>
internal sealed class SnapshotStatement(SnapshotFile file, sqlite3_stmt statement) : IDisposable
{
    /// <summary>Runs the statement without reading anything.</summary>
    public void Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        var step = raw.sqlite3_step(statement);
        if (step != raw.SQLITE_DONE) file.Check(step);
        raw.sqlite3_reset(statement);
    }

    /// <summary>Returns the rows.</summary>
    public IEnumerable<object?[]> Rows(params object?[] values)
    {
        Bind(values);
        var width = raw.sqlite3_column_count(statement);
        int step;
        while ((step = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
        {
            var row = new object?[width];
            for (var i = 0; i < width; i++) row[i] = Read(i);
            yield return row;
        }

        if (step != raw.SQLITE_DONE) file.Check(step);
        raw.sqlite3_reset(statement);
    }

    // Up to 2^53 a whole number is the same number as a double, and takes less room. A negative zero is none.
    private static bool IsWhole(double number) => number == Math.Floor(number) && Math.Abs(number) <= 1L << 53 && !(number == 0 && double.IsNegative(number));

    public void Dispose() => statement.Dispose();

    private object? Read(int i)
    {
        var type = raw.sqlite3_column_type(statement, i);
        return type == raw.SQLITE_NULL ? null
            : type == raw.SQLITE_INTEGER ? raw.sqlite3_column_int64(statement, i)
            : type == raw.SQLITE_FLOAT ? raw.sqlite3_column_double(statement, i)
            : Encoding.UTF8.GetString(raw.sqlite3_column_blob(statement, i));
    }

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            file.Check(values[i] switch
            {
                null => raw.sqlite3_bind_null(statement, i + 1),
                long whole => raw.sqlite3_bind_int64(statement, i + 1, whole),
                int whole => raw.sqlite3_bind_int64(statement, i + 1, whole),
                double number when IsWhole(number) => raw.sqlite3_bind_int64(statement, i + 1, (long)number),
                double number => raw.sqlite3_bind_double(statement, i + 1, number),
                // An empty span has no address, which SQLite takes for a null.
                string { Length: 0 } => raw.sqlite3_bind_text(statement, i + 1, string.Empty),
                string text => raw.sqlite3_bind_text(statement, i + 1, (ReadOnlySpan<byte>)Encoding.UTF8.GetBytes(text)),
                var other => throw new InvalidOperationException($"A snapshot has no column for a {other.GetType().Name}."),
            });
        }
    }
}
