namespace Segmentation.Tables;

/// <summary>Sorts the values of a column.</summary>
internal static class Sorting
{
    /// <summary>Returns the values that are not null, smallest first.</summary>
    public static double[] Ascending(NumberColumn column)
    {
        var sorted = GC.AllocateUninitializedArray<double>(column.Length - column.NullCount);
        var next = 0;
        for (var row = 0; row < column.Length; row++)
        {
            if (!column.IsNull(row)) sorted[next++] = column.Values[row];
        }

        Array.Sort(sorted);
        return sorted;
    }
}
