using System.Globalization;
using Segmentation.Tables;
using SQLitePCL;

namespace Segmentation.Notebooks.Sql;

/// <summary>
/// Reads the rows of a statement into a table. A column that is a column of a C# table comes back as that type, format and
/// marking; any other takes its type from its values.
/// </summary>
/// <remarks>
/// Text that an expression made cannot be traced to a column. It counts as personal where the statement reads a personal
/// column at all, and so does a number where it reads a personal column of numbers.
/// </remarks>
internal sealed class SqlReader
{
    private readonly sqlite3_stmt statement;
    private readonly Origin[] origins;
    private readonly List<object?>[] values;

    public SqlReader(sqlite3_stmt statement, SqlTables tables, SqlWatch watch, bool boundText)
    {
        this.statement = statement;
        ColumnCount = raw.sqlite3_column_count(statement);
        values = [.. Enumerable.Range(0, ColumnCount).Select(_ => new List<object?>())];
        var reads = tables.PersonalReads();
        origins = [.. Enumerable.Range(0, ColumnCount).Select(i =>
        {
            var table = raw.sqlite3_column_table_name(statement, i).utf8_to_string();
            var source = tables.Find(table, raw.sqlite3_column_origin_name(statement, i).utf8_to_string());
            var made = source is null;
            return new Origin(
                source,
                raw.sqlite3_column_decltype(statement, i).utf8_to_string() ?? string.Empty,
                source?.IsPersonal ?? (reads.Any || (boundText && table is null)),
                made && reads.OtherThanText);
        })];
    }

    public int ColumnCount { get; }

    public void Read()
    {
        for (var i = 0; i < ColumnCount; i++)
        {
            var kind = raw.sqlite3_column_type(statement, i);
            values[i].Add(
                kind == raw.SQLITE_INTEGER ? raw.sqlite3_column_int64(statement, i)
                : kind == raw.SQLITE_FLOAT ? raw.sqlite3_column_double(statement, i)
                : kind == raw.SQLITE_NULL ? null
                : kind == raw.SQLITE_BLOB ? Convert.ToHexString(raw.sqlite3_column_blob(statement, i))
                : raw.sqlite3_column_text(statement, i).utf8_to_string());
        }
    }

    public Table ToTable(string name)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return new Table(name, Enumerable.Range(0, ColumnCount).Select(i => ToColumn(NameOf(i, names), origins[i], values[i])));
    }

    private string NameOf(int i, HashSet<string> taken)
    {
        var spelled = raw.sqlite3_column_name(statement, i).utf8_to_string();
        if (string.IsNullOrEmpty(spelled)) spelled = string.Create(CultureInfo.InvariantCulture, $"column {i + 1}");
        var name = spelled;
        for (var again = 2; !taken.Add(name); again++) name = string.Create(CultureInfo.InvariantCulture, $"{spelled} {again}");
        return name;
    }

    private static Column ToColumn(string name, Origin origin, List<object?> values)
    {
        var present = values.Where(v => v is not null).ToArray();
        if ((origin.Source is DateColumn || origin.Declared.Contains("DATE", StringComparison.OrdinalIgnoreCase)) && present.All(v => v is string s && Date(s) is not null))
            return Column.Of(name, values.Select(v => v is string s ? Date(s) : null)).AsPersonal(origin.Personal && origin.Source is not null);
        if ((origin.Source is BooleanColumn || origin.Declared.Contains("BOOL", StringComparison.OrdinalIgnoreCase)) && present.All(v => v is 0L or 1L))
            return Column.Of(name, values.Select(v => v is long flag ? flag == 1 : (bool?)null));
        var isNumber = present.Length > 0 ? present.All(v => v is long or double) : origin.Source is NumberColumn;
        if (!isNumber) return Column.Of(name, values.Select(v => v is null ? null : Convert.ToString(v, CultureInfo.InvariantCulture))).AsPersonal(origin.Personal);
        // Numbers of C# tables are REAL, so a whole number that SQL made is a count, or close enough to be masked as one.
        var format = (origin.Source as NumberColumn)?.Format ?? (present.Length > 0 && present.All(v => v is long) ? NumberFormat.Count : NumberFormat.General);
        return Column.Of(name, values.Select(v => v is null ? null : (double?)Convert.ToDouble(v, CultureInfo.InvariantCulture)), format)
            .AsPersonal(origin.PersonalNumber || (origin.Source is { IsPersonal: true }));
    }

    private static DateTime? Date(string text) => DateTime.TryParseExact(
        text, ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.fff", "yyyy-MM-dd HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private sealed record Origin(Column? Source, string Declared, bool Personal, bool PersonalNumber);
}
