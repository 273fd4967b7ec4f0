using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

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

    /// <summary>Gets the most frequent values, most frequent first; among equals the smaller number or earlier date, and the text or truth value that appears first in the rows.</summary>
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
            BooleanColumn flags => Create(flags, Tally.OfCodes(Codes(flags), 2, top), row => flags.Raw((int)row)),
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
        var keys = ArrayPool<ulong>.Shared.Rent(column.Length - column.NullCount);
        var sorted = keys.AsSpan(0, column.Length - column.NullCount);
        var values = column.Values;
        var (next, nulls) = (0, column.Nulls);
        for (var row = 0; row < values.Length; row++)
        {
            if (!nulls[row]) sorted[next++] = Sorting.Key(values[row]);
        }

        Sorting.Ascending(sorted);
        var tally = Tally.OfSorted(sorted, top);
        for (var i = 0; i < sorted.Length; i++) sorted[i] = BitConverter.DoubleToUInt64Bits(Sorting.FromKey(sorted[i]));
        var numbers = sorted.Length == 0 ? null : NumberSummary.Of(MemoryMarshal.Cast<ulong, double>(sorted));
        ArrayPool<ulong>.Shared.Return(keys);
        return Create(column, tally, key => Sorting.FromKey(key).ToString("R", CultureInfo.InvariantCulture)) with { Numbers = numbers };
    }

    private static ColumnSummary OfDates(DateColumn column, int top)
    {
        var keys = ArrayPool<ulong>.Shared.Rent(column.Length - column.NullCount);
        var sorted = keys.AsSpan(0, column.Length - column.NullCount);
        var values = column.Values;
        var (next, nulls) = (0, column.Nulls);
        for (var row = 0; row < values.Length; row++)
        {
            if (!nulls[row]) sorted[next++] = (ulong)values[row].Ticks;
        }

        Sorting.Ascending(sorted);
        var summary = Create(column, Tally.OfSorted(sorted, top), key => DateColumn.Show(new DateTime((long)key)));
        if (sorted.Length > 0) summary = summary with { Earliest = new DateTime((long)sorted[0]), Latest = new DateTime((long)sorted[^1]) };
        ArrayPool<ulong>.Shared.Return(keys);
        return summary;
    }

    private static ColumnSummary OfText(TextColumn column, int top)
    {
        var (tally, shortest, longest) = column.IsEncoded ? TallyCodes(column, top) : TallyBytes(column, top);
        var summary = Create(column, tally, row => column.Raw((int)row));
        return summary.ValueCount == 0 ? summary : summary with { ShortestLength = shortest, LongestLength = longest };
    }

    private static (Tally Tally, int Shortest, int Longest) TallyCodes(TextColumn column, int top)
    {
        var (shortest, longest) = (int.MaxValue, 0);
        var codes = column.Codes;
        var dictionary = column.Dictionary;
        var used = new bool[dictionary.Length];
        foreach (var code in codes)
        {
            if (code >= 0) used[code] = true;
        }

        for (var code = 0; code < used.Length; code++)
        {
            if (used[code]) (shortest, longest) = (Math.Min(shortest, dictionary[code].Length), Math.Max(longest, dictionary[code].Length));
        }

        return (Tally.OfCodes(codes, dictionary.Length, top), shortest, longest);
    }

    private static (Tally Tally, int Shortest, int Longest) TallyBytes(TextColumn column, int top)
    {
        var (shortest, longest, longestBytes) = (int.MaxValue, 0, 0);
        var hashes = ArrayPool<ulong>.Shared.Rent(column.Length);
        for (var row = 0; row < column.Length; row++)
        {
            if (column.IsNull(row)) continue;
            var value = column.Utf8(row);
            hashes[row] = Utf8Hash.Of(value);
            longestBytes = Math.Max(longestBytes, value.Length);
            var length = Encoding.UTF8.GetCharCount(value);
            (shortest, longest) = (Math.Min(shortest, length), Math.Max(longest, length));
        }

        var tally = Tally.OfHashes(hashes.AsSpan(0, column.Length), column, longestBytes <= Utf8Hash.ExactBytes, top);
        ArrayPool<ulong>.Shared.Return(hashes);
        return (tally, shortest, longest);
    }

    private static int[] Codes(BooleanColumn column)
    {
        var codes = new int[column.Length];
        for (var row = 0; row < codes.Length; row++) codes[row] = column[row] switch { null => -1, false => 0, true => 1 };
        return codes;
    }

    private static ColumnSummary Create(Column column, Tally tally, Func<ulong, string> show) => new()
    {
        Column = column.Name,
        Type = column.Type,
        IsPersonal = column.IsPersonal,
        Count = column.Length,
        NullCount = column.NullCount,
        Distinct = tally.Distinct,
        Top = [.. tally.Top.Select(t => new ValueCount(show(t.Place), t.Count))],
    };
}
