using System.Collections.Immutable;
using Segmentation.Assign;
using Segmentation.Load;

namespace Segmentation.Distribute;

/// <summary>Counts two dimensions at once in one pass.</summary>
internal static class CrossCount
{
    public static CrossTable Of(DimensionDistribution rows, DimensionDistribution columns, Func<EntityKind, ArrAmounts> amountsOf)
    {
        if (rows.Of != columns.Of)
            throw new ArgumentException($"'{rows.Name}' divides {SnakeName.Of(rows.Of)} but '{columns.Name}' divides {SnakeName.Of(columns.Of)}; a cross-table needs two dimensions of the same records.", nameof(columns));
        var amounts = amountsOf(rows.Of);
        var (down, across) = (rows.Segments.Length, columns.Segments.Length);
        var (records, arr) = (new int[down * across], new double[down * across]);
        var (places, others) = (rows.Assigned, columns.Assigned);
        for (var row = 0; row < places.Segment.Length; row++)
        {
            if (places.State[row] == AssignmentState.Excluded) continue;
            var r = places.Segment[row] is >= 0 and var here ? here : down - 1;
            var c = others.Segment[row] is >= 0 and var there ? there : across - 1;
            records[(r * across) + c]++;
            arr[(r * across) + c] += amounts.Values[row];
        }

        return new CrossTable
        {
            Of = rows.Of,
            RowDimension = rows.Name,
            ColumnDimension = columns.Name,
            RowSegments = [.. rows.Segments.Select(s => s.Name)],
            ColumnSegments = [.. columns.Segments.Select(s => s.Name)],
            Records = Rows(records, across),
            Arr = amounts.IsKnown ? Rows(arr, across) : [],
        };
    }

    private static ImmutableArray<ImmutableArray<T>> Rows<T>(T[] cells, int across) => [.. cells.Chunk(across).Select(row => row.ToImmutableArray())];
}
