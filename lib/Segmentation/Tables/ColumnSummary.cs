using System.Collections.Immutable;
using System.Globalization;

namespace Segmentation.Tables;

/// <summary>What the values of one column look like, over all rows: nothing is sampled or approximated.</summary>
public sealed record ColumnSummary : Result
{
    /// <inheritdoc/>
    public override string ResultName => "column-summary";

    /// <summary>Gets the column's name.</summary>
    public required string Column { get; init; }

    /// <summary>Gets the type of the values.</summary>
    public required ColumnType Type { get; init; }

    /// <summary>Gets whether the values point at a person or a customer.</summary>
    public required bool IsPersonal { get; init; }

    /// <summary>Gets the number of rows, nulls included.</summary>
    public required int Count { get; init; }

    /// <summary>Gets the number of rows without a value.</summary>
    public required int NullCount { get; init; }

    /// <summary>Gets the number of rows with a value.</summary>
    public int ValueCount => Count - NullCount;

    /// <summary>Gets the exact number of distinct values; null is not one.</summary>
    public required int Distinct { get; init; }

    /// <summary>Gets the most frequent values, most frequent first; among equals the one that appears first in the rows.</summary>
    public required ImmutableArray<ValueCount> Top { get; init; }

    /// <summary>Gets the numbers' range, moments and quantiles; null where the column holds no numbers.</summary>
    public NumberSummary? Numbers { get; init; }

    /// <summary>Gets the earliest date; null where the column holds no dates.</summary>
    public DateTime? Earliest { get; init; }

    /// <summary>Gets the latest date; null where the column holds no dates.</summary>
    public DateTime? Latest { get; init; }

    /// <summary>Gets the length of the shortest text in UTF-16 units, as <see cref="string.Length"/> counts; null where the column holds no text.</summary>
    public int? ShortestLength { get; init; }

    /// <summary>Gets the length of the longest text in UTF-16 units; null where the column holds no text.</summary>
    public int? LongestLength { get; init; }

    /// <summary>Gets whether at least one row has a value and all values are equal.</summary>
    public bool IsConstant => Distinct == 1;

    /// <summary>Gets whether at least one row has a value and no value occurs twice.</summary>
    public bool IsUnique => Distinct > 0 && Distinct == ValueCount;

    /// <summary>Returns the summary of a column.</summary>
    /// <param name="column">The column. -0 and 0 are one number.</param>
    /// <param name="top">Most values kept in <see cref="Top"/>, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="top"/> is negative.</exception>
    public static ColumnSummary Of(Column column, int top = 10)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        return column switch
        {
            NumberColumn numbers => OfNumbers(numbers, top),
            DateColumn dates => OfDates(dates, top),
            TextColumn text => OfText(text, top),
            BooleanColumn flags => Create(flags, Tally.OfCodes(Codes(flags), 2, top)),
            _ => throw new ArgumentException($"Column '{column.Name}' is of type {column.Type}, which has no summary.", nameof(column)),
        };
    }

    /// <summary>Returns the summary of every column of a table, in column order. Columns are summarised side by side on all processors.</summary>
    /// <param name="table">The table.</param>
    /// <param name="top">Most values kept in <see cref="Top"/>, at least 0.</param>
    public static ImmutableArray<ColumnSummary> OfColumns(Table table, int top = 10)
    {
        ArgumentNullException.ThrowIfNull(table);
        var summaries = new ColumnSummary[table.Columns.Length];
        Parallel.For(0, summaries.Length, i => summaries[i] = Of(table.Columns[i], top));
        return ImmutableArray.Create(summaries);
    }

    /// <inheritdoc/>
    public override Table ToTable()
    {
        var measures = new List<(string Name, string? Value)>
        {
            ("type", Type.ToString().ToLowerInvariant()),
            ("rows", Number(Count)),
            ("without value", Number(NullCount)),
            ("distinct values", Number(Distinct)),
        };
        if (Numbers is { } n)
        {
            measures.AddRange([("minimum", Number(n.Minimum)), ("mean", Number(n.Mean)), ("standard deviation", Number(n.StandardDeviation)), ("maximum", Number(n.Maximum))]);
            measures.AddRange(n.Quantiles.Select(q => ($"{Number(q.Probability * 100)}% quantile", (string?)Number(q.Value))));
            measures.AddRange([("zeros", Number(n.Zeros)), ("negatives", Number(n.Negatives))]);
        }

        if (Earliest is { } earliest && Latest is { } latest) measures.AddRange([("earliest", DateColumn.Show(earliest)), ("latest", DateColumn.Show(latest))]);
        if (ShortestLength is { } shortest && LongestLength is { } longest) measures.AddRange([("shortest text", Number(shortest)), ("longest text", Number(longest))]);
        measures.AddRange(Top.Select((v, i) => (string.Create(CultureInfo.InvariantCulture, $"top {i + 1}, {v.Count:#,0} rows"), (string?)(IsPersonal ? RenderOptions.Hidden : v.Value))));
        return new Table(
            $"summary of {Column}",
            Tables.Column.Of("measure", measures.Select(m => m.Name)),
            Tables.Column.Of("value", measures.Select(m => m.Value)));
    }

    private static string Number(double value) => NumberColumn.Show(value, NumberFormat.General);

    private static ColumnSummary OfNumbers(NumberColumn column, int top)
    {
        var sorted = Sorting.Ascending(column);
        var hashes = GC.AllocateUninitializedArray<ulong>(column.Length);
        var values = column.Values;

        // +0.0 turns -0 into 0: the two are equal numbers.
        for (var row = 0; row < hashes.Length; row++) hashes[row] = Utf8Hash.Of(BitConverter.DoubleToUInt64Bits(values[row] + 0.0));
        return Create(column, Tally.OfHashes(hashes, column.Nulls, null, top)) with { Numbers = sorted.Length == 0 ? null : NumberSummary.Of(sorted) };
    }

    private static ColumnSummary OfDates(DateColumn column, int top)
    {
        var hashes = GC.AllocateUninitializedArray<ulong>(column.Length);
        var (earliest, latest) = (DateTime.MaxValue, DateTime.MinValue);
        var values = column.Values;
        for (var row = 0; row < hashes.Length; row++)
        {
            hashes[row] = Utf8Hash.Of((ulong)values[row].Ticks);
            if (column.IsNull(row)) continue;
            if (values[row] < earliest) earliest = values[row];
            if (values[row] > latest) latest = values[row];
        }

        var summary = Create(column, Tally.OfHashes(hashes, column.Nulls, null, top));
        return summary.ValueCount == 0 ? summary : summary with { Earliest = earliest, Latest = latest };
    }

    private static ColumnSummary OfText(TextColumn column, int top)
    {
        var (shortest, longest) = (int.MaxValue, 0);
        Tally tally;
        if (column.IsEncoded)
        {
            tally = Tally.OfCodes(column.Codes, column.Dictionary.Length, top);
            var used = new bool[column.Dictionary.Length];
            foreach (var code in column.Codes)
            {
                if (code >= 0) used[code] = true;
            }

            for (var code = 0; code < used.Length; code++)
            {
                if (used[code]) (shortest, longest) = (Math.Min(shortest, column.Dictionary[code].Length), Math.Max(longest, column.Dictionary[code].Length));
            }
        }
        else
        {
            var hashes = GC.AllocateUninitializedArray<ulong>(column.Length);
            for (var row = 0; row < hashes.Length; row++)
            {
                if (column.IsNull(row)) continue;
                var value = column.Utf8(row);
                hashes[row] = Utf8Hash.Of(value);
                var length = System.Text.Encoding.UTF8.GetCharCount(value);
                (shortest, longest) = (Math.Min(shortest, length), Math.Max(longest, length));
            }

            tally = Tally.OfHashes(hashes, column.Nulls, column, top);
        }

        var summary = Create(column, tally);
        return summary.ValueCount == 0 ? summary : summary with { ShortestLength = shortest, LongestLength = longest };
    }

    private static int[] Codes(BooleanColumn column)
    {
        var codes = new int[column.Length];
        for (var row = 0; row < codes.Length; row++) codes[row] = column[row] switch { null => -1, false => 0, true => 1 };
        return codes;
    }

    private static ColumnSummary Create(Column column, Tally tally) => new()
    {
        Column = column.Name,
        Type = column.Type,
        IsPersonal = column.IsPersonal,
        Count = column.Length,
        NullCount = column.NullCount,
        Distinct = tally.Distinct,
        Top = [.. tally.Top.Select(t => new ValueCount(column.Raw(t.Row), t.Count))],
    };
}
