using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Distribute;

/// <summary>How the records divide among the segments of two dimensions at once. Excluded records are in no cell.</summary>
public sealed record CrossTable : Result
{
    /// <inheritdoc/>
    public override string ResultName => "cross-table";

    /// <summary>Gets what is divided.</summary>
    public required EntityKind Of { get; init; }

    /// <summary>Gets the dimension of the rows.</summary>
    public required string RowDimension { get; init; }

    /// <summary>Gets the dimension of the columns.</summary>
    public required string ColumnDimension { get; init; }

    /// <summary>Gets the segments of the rows, Unassigned last; r names.</summary>
    public required ImmutableArray<string> RowSegments { get; init; }

    /// <summary>Gets the segments of the columns, Unassigned last; c names.</summary>
    public required ImmutableArray<string> ColumnSegments { get; init; }

    /// <summary>Gets the records, r rows of c.</summary>
    public required ImmutableArray<ImmutableArray<int>> Records { get; init; }

    /// <summary>Gets the ARR, r rows of c; empty for contacts and where the exports hold none.</summary>
    public required ImmutableArray<ImmutableArray<double>> Arr { get; init; }

    /// <summary>Gets the records of each row.</summary>
    public ImmutableArray<int> RowTotals => [.. Records.Select(row => row.Sum())];

    /// <summary>Gets the share of each row's records in each column; null in a row without records.</summary>
    public ImmutableArray<ImmutableArray<double?>> RowShares => [.. Records.Zip(RowTotals, (row, total) => row.Select(n => total == 0 ? (double?)null : (double)n / total).ToImmutableArray())];

    /// <summary>Gets the row shares as a table: one row a segment and one for all, one column a segment, and the records of the row.</summary>
    public Table Shares
    {
        get
        {
            var totals = RowTotals;
            var all = totals.Sum();
            var columns = Enumerable.Range(0, ColumnSegments.Length).Select(c => Column.Of(ColumnSegments[c],
                RowShares.Select(row => row[c]).Append(all == 0 ? null : (double)Records.Sum(row => row[c]) / all), NumberFormat.Share));
            return Wide($"{Title}, shares of the row", [.. columns, Column.Of("all records", totals.Append(all))]);
        }
    }

    /// <summary>Gets the ARR as a table; without columns of segments where there is none.</summary>
    public Table ArrTable => Wide($"{Title}, ARR", Arr.IsEmpty ? [] :
    [
        .. Enumerable.Range(0, ColumnSegments.Length).Select(c => Column.Of(ColumnSegments[c], Arr.Select(row => row[c]).Append(Arr.Sum(row => row[c])), NumberFormat.Money)),
        Column.Of("all ARR", Arr.Select(row => row.Sum()).Append(Arr.Sum(row => row.Sum())), NumberFormat.Money),
    ]);

    private string Title => $"{RowDimension} by {ColumnDimension}";

    /// <inheritdoc/>
    public override Table ToTable() => Wide(Title,
    [
        .. Enumerable.Range(0, ColumnSegments.Length).Select(c => Column.Of(ColumnSegments[c], Records.Select(row => row[c]).Append(Records.Sum(row => row[c])))),
        Column.Of("all records", RowTotals.Append(RowTotals.Sum())),
    ]);

    private Table Wide(string name, IEnumerable<Column> columns) => new(name, UniqueNames.Of([Column.Of(RowDimension, RowSegments.Append("All")), .. columns]));
}
