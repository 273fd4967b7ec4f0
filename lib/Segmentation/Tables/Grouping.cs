using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Segmentation.Tables;

/// <summary>The rows of a table, divided into groups that share the values of the key columns, in order of first appearance.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed class Grouping
{
    private readonly Table table;
    private readonly int[] groupOfRow;
    private readonly int[] firstRow;

    private Grouping(Table table, ImmutableArray<Column> keys, int[] groupOfRow, int[] firstRow)
    {
        this.table = table;
        this.groupOfRow = groupOfRow;
        this.firstRow = firstRow;
        KeyColumns = keys;
    }

    /// <summary>Gets the columns that the rows were grouped by.</summary>
    public ImmutableArray<Column> KeyColumns { get; }

    /// <summary>Gets the number of groups.</summary>
    public int Count => firstRow.Length;

    /// <summary>Gets the zero-based group of each row.</summary>
    public ReadOnlySpan<int> GroupOfRow => groupOfRow;

    /// <summary>Gets the first row of each group.</summary>
    public ReadOnlySpan<int> FirstRow => firstRow;

    /// <summary>Returns the number of rows in each group.</summary>
    public int[] Sizes()
    {
        var sizes = new int[Count];
        foreach (var group in groupOfRow) sizes[group]++;
        return sizes;
    }

    /// <summary>Returns the sum of a number column in each group; nulls add nothing, and a group without values sums to 0.</summary>
    /// <param name="column">Column name.</param>
    public double[] Sum(string column)
    {
        var values = table.Number(column);
        var sums = new double[Count];
        for (var row = 0; row < groupOfRow.Length; row++)
        {
            if (!values.IsNull(row)) sums[groupOfRow[row]] += values.Values[row];
        }

        return sums;
    }

    /// <summary>Returns the rows of each group, in order.</summary>
    public ImmutableArray<int>[] Rows()
    {
        var sizes = Sizes();
        var rows = sizes.Select(size => ImmutableArray.CreateBuilder<int>(size)).ToArray();
        for (var row = 0; row < groupOfRow.Length; row++) rows[groupOfRow[row]].Add(row);
        return [.. rows.Select(r => r.MoveToImmutable())];
    }

    /// <summary>Returns one row a group: the key columns, the number of rows, and the sums asked for.</summary>
    /// <param name="sums">Names of number columns to sum.</param>
    public Table ToTable(params IEnumerable<string> sums)
    {
        var columns = KeyColumns.Select(k => k.Take(firstRow)).Append(Column.Of("rows", Sizes()));
        return new Table(table.Name, columns.Concat(sums.Select(s => Column.Of(s, Sum(s), table.Number(s).Format))));
    }

    /// <summary>Returns the groups as HTML.</summary>
    public string ToHtml() => ToTable().ToHtml();

    /// <summary>Returns the groups as text.</summary>
    public override string ToString() => ToTable().ToString();

    internal static Grouping Of(Table table, ImmutableArray<Column> keys)
    {
        var group = new int[table.RowCount];
        var first = new List<int>();
        if (keys.Length == 0 && table.RowCount > 0) first.Add(0);
        for (var k = 0; k < keys.Length; k++)
        {
            var codes = Codes(keys[k]);
            var known = new Dictionary<(int, int), int>();
            first.Clear();
            for (var row = 0; row < group.Length; row++)
            {
                ref var g = ref CollectionsMarshal.GetValueRefOrAddDefault(known, (group[row], codes[row]), out var exists);
                if (!exists)
                {
                    g = first.Count;
                    first.Add(row);
                }

                group[row] = g;
            }
        }

        return new Grouping(table, keys, group, [.. first]);
    }

    private static int[] Codes(Column column)
    {
        if (column is TextColumn text) return text.Codes.ToArray();
        var codes = new int[column.Length];
        var known = new Dictionary<long, int>();
        for (var row = 0; row < codes.Length; row++)
        {
            if (column.IsNull(row))
            {
                codes[row] = -1;
                continue;
            }

            var bits = column switch
            {
                // +0.0 turns -0 into 0: the two are equal numbers and belong to one group.
                NumberColumn n => BitConverter.DoubleToInt64Bits(n.Values[row] + 0.0),
                DateColumn d => d.Values[row].Ticks,
                BooleanColumn b => b.Values[row] ? 1 : 0,
                _ => throw new InvalidOperationException($"Cannot group by a column of type {column.Type}."),
            };
            ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(known, bits, out var exists);
            if (!exists) code = known.Count - 1;
            codes[row] = code;
        }

        return codes;
    }
}
