using System.Collections.Immutable;

namespace Segmentation.Tables;

/// <summary>
/// An immutable table of typed columns, all of one length. Every operation returns a new table; columns that did not change
/// are shared, not copied. Column names are unique without regard to case, as SQL wants them.
/// </summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class Table
{
    private readonly Dictionary<string, int> index;

    /// <summary>Returns a table over columns.</summary>
    /// <param name="name">The table's name: what SQL cells and messages call it.</param>
    /// <param name="columns">Columns of equal length with unique names.</param>
    /// <exception cref="ArgumentException">Two columns share a name, or lengths differ.</exception>
    public Table(string name, params IEnumerable<Column> columns)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(columns);
        Name = name;
        Columns = [.. columns];
        RowCount = Columns.Length == 0 ? 0 : Columns[0].Length;
        index = new Dictionary<string, int>(Columns.Length, StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < Columns.Length; i++)
        {
            var column = Columns[i];
            if (column.Length != RowCount)
                throw new ArgumentException($"Table '{name}': column '{column.Name}' has {column.Length} rows but '{Columns[0].Name}' has {RowCount}; all columns need the same number of rows.", nameof(columns));
            if (!index.TryAdd(column.Name, i))
                throw new ArgumentException($"Table '{name}': two columns are called '{column.Name}' (case does not count); rename one.", nameof(columns));
        }
    }

    /// <summary>Gets the table's name.</summary>
    public string Name { get; }

    /// <summary>Gets the columns in order.</summary>
    public ImmutableArray<Column> Columns { get; }

    /// <summary>Gets the number of rows.</summary>
    public int RowCount { get; }

    /// <summary>Gets a column by name, without regard to case.</summary>
    /// <param name="name">Column name.</param>
    /// <exception cref="KeyNotFoundException">There is no such column; the message lists the columns there are.</exception>
    public Column this[string name] => Find(name) ?? throw new KeyNotFoundException(
        $"Table '{Name}' has no column '{name}'. It has: {string.Join(", ", Columns.Select(c => c.Name))}.");

    /// <summary>Returns a column by name, or null where there is none.</summary>
    /// <param name="name">Column name; case does not count.</param>
    public Column? Find(string name) => index.TryGetValue(name, out var i) ? Columns[i] : null;

    /// <summary>Returns a text column by name.</summary>
    /// <param name="name">Column name; case does not count.</param>
    /// <exception cref="ArgumentException">The column holds another type.</exception>
    public TextColumn Text(string name) => Typed<TextColumn>(name);

    /// <summary>Returns a number column by name.</summary>
    /// <param name="name">Column name; case does not count.</param>
    /// <exception cref="ArgumentException">The column holds another type.</exception>
    public NumberColumn Number(string name) => Typed<NumberColumn>(name);

    /// <summary>Returns a date column by name.</summary>
    /// <param name="name">Column name; case does not count.</param>
    /// <exception cref="ArgumentException">The column holds another type.</exception>
    public DateColumn Date(string name) => Typed<DateColumn>(name);

    /// <summary>Returns a boolean column by name.</summary>
    /// <param name="name">Column name; case does not count.</param>
    /// <exception cref="ArgumentException">The column holds another type.</exception>
    public BooleanColumn Boolean(string name) => Typed<BooleanColumn>(name);

    /// <summary>Returns the table under another name.</summary>
    /// <param name="name">The new name.</param>
    public Table Rename(string name) => new(name, Columns);

    /// <summary>Returns the table with a column added at the end, or replaced where one of that name stands.</summary>
    /// <param name="column">A column with as many rows as the table.</param>
    public Table With(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return index.TryGetValue(column.Name, out var i) ? new Table(Name, Columns.SetItem(i, column)) : new Table(Name, Columns.Add(column));
    }

    /// <summary>Returns the named columns, in that order.</summary>
    /// <param name="names">Column names; case does not count.</param>
    public Table Select(params IEnumerable<string> names) => new(Name, names.Select(n => this[n]));

    /// <summary>Returns the rows taken, in that order.</summary>
    /// <param name="rows">Zero-based rows; -1 gives a row of nulls.</param>
    public Table Take(ReadOnlySpan<int> rows)
    {
        var columns = new Column[Columns.Length];
        for (var i = 0; i < columns.Length; i++) columns[i] = Columns[i].Take(rows);
        return new Table(Name, columns);
    }

    /// <summary>Returns the first rows.</summary>
    /// <param name="count">Most rows returned.</param>
    public Table Head(int count) => count >= RowCount ? this : Take(Enumerable.Range(0, count).ToArray());

    /// <summary>Returns the rows for which a predicate holds, in order.</summary>
    /// <param name="keep">Whether a zero-based row is kept.</param>
    public Table Filter(Func<int, bool> keep)
    {
        ArgumentNullException.ThrowIfNull(keep);
        var rows = new List<int>();
        for (var row = 0; row < RowCount; row++)
        {
            if (keep(row)) rows.Add(row);
        }

        return rows.Count == RowCount ? this : Take([.. rows]);
    }

    /// <summary>Returns the rows sorted by one column; rows that tie keep their order, nulls come last in both directions.</summary>
    /// <param name="column">Column name; case does not count. Text sorts by ordinal.</param>
    /// <param name="descending">Whether the largest comes first.</param>
    public Table SortBy(string column, bool descending = false)
    {
        var compare = Comparison(this[column]);
        var by = this[column];
        var rows = Enumerable.Range(0, RowCount).ToArray();
        Array.Sort(rows, (a, b) =>
        {
            var (nullA, nullB) = (by.IsNull(a), by.IsNull(b));
            var order = nullA || nullB ? nullA.CompareTo(nullB) : descending ? compare(b, a) : compare(a, b);
            return order != 0 ? order : a.CompareTo(b);
        });
        return Take(rows);
    }

    /// <summary>Returns the groups of rows that share the values of one or more columns; null is a value of its own.</summary>
    /// <param name="columns">Names of the key columns.</param>
    public Grouping GroupBy(params IEnumerable<string> columns) => Grouping.Of(this, [.. columns.Select(c => this[c])]);

    /// <summary>
    /// Returns this table's rows with the columns of another table added, joined on equal keys. Each row of this table comes
    /// back once per match, and once with nulls where there is none; a null key matches nothing.
    /// </summary>
    /// <param name="other">The table looked up. A column whose name this table has already is prefixed with the other table's name.</param>
    /// <param name="key">Key column in this table; compared as text, by ordinal.</param>
    /// <param name="otherKey">Key column in the other table; its values are not repeated in the result. Default: the same name.</param>
    public Table Join(Table other, string key, string? otherKey = null)
    {
        ArgumentNullException.ThrowIfNull(other);
        var theirs = other[otherKey ?? key];
        var mine = this[key];
        var rowsByKey = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var row = 0; row < other.RowCount; row++)
        {
            if (theirs.IsNull(row)) continue;
            if (!rowsByKey.TryGetValue(theirs.Raw(row), out var rows)) rowsByKey[theirs.Raw(row)] = rows = [];
            rows.Add(row);
        }

        var (left, right) = (new List<int>(RowCount), new List<int>(RowCount));
        for (var row = 0; row < RowCount; row++)
        {
            var matches = !mine.IsNull(row) && rowsByKey.TryGetValue(mine.Raw(row), out var found) ? found : null;
            if (matches is null)
            {
                left.Add(row);
                right.Add(-1);
                continue;
            }

            foreach (var match in matches)
            {
                left.Add(row);
                right.Add(match);
            }
        }

        var joined = Take([.. left]);
        var added = right.ToArray();
        return new Table(Name, joined.Columns.Concat(other.Columns.Where(c => c != theirs)
            .Select(c => (Find(c.Name) is null ? c : c.Rename($"{other.Name}.{c.Name}")).Take(added))));
    }

    /// <summary>Returns the table as HTML that stands alone in a notebook, 20 rows at most; every value encoded.</summary>
    public string ToHtml() => NotebookHtml.StandAlone(ToHtml(RenderOptions.Default));

    /// <summary>Returns the table as HTML; every value encoded.</summary>
    /// <param name="options">Row limit and mask.</param>
    public string ToHtml(RenderOptions options) => TableHtml.Write(this, options);

    /// <summary>Returns the table as CSV that opens safely in a spreadsheet: cells that would start a formula are neutralised with a leading apostrophe.</summary>
    public string ToCsv() => TableCsv.Write(this);

    /// <summary>Returns the table as aligned text, 20 rows at most.</summary>
    public override string ToString() => ToString(RenderOptions.Default);

    /// <summary>Returns the table as aligned text.</summary>
    /// <param name="options">Row limit and mask.</param>
    public string ToString(RenderOptions options) => TableText.Write(this, options);

    private static Comparison<int> Comparison(Column column) => column switch
    {
        NumberColumn n => (a, b) => n.Values[a].CompareTo(n.Values[b]),
        DateColumn d => (a, b) => d.Values[a].CompareTo(d.Values[b]),
        BooleanColumn f => (a, b) => f.Values[a].CompareTo(f.Values[b]),
        TextColumn t => (a, b) => string.CompareOrdinal(t[a], t[b]),
        _ => throw new InvalidOperationException($"No order is defined for a column of type {column.Type}."),
    };

    private TColumn Typed<TColumn>(string name)
        where TColumn : Column => this[name] as TColumn ?? throw new ArgumentException(
            $"Table '{Name}': column '{name}' holds {this[name].Type} values, expected {typeof(TColumn).Name.Replace("Column", string.Empty, StringComparison.Ordinal)}. " +
            "Override its type in workspace.yaml under 'columns', or choose another column.", nameof(name));
}
