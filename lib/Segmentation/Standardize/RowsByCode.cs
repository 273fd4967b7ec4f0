using Segmentation.Tables;

namespace Segmentation.Standardize;

/// <summary>The rows of each distinct value of a text column, found in two passes over the codes.</summary>
internal sealed class RowsByCode
{
    private readonly int[] starts;
    private readonly int[] rows;

    /// <summary>Returns the rows of a column.</summary>
    public RowsByCode(TextColumn column)
    {
        var codes = column.Codes;
        starts = new int[column.Dictionary.Length + 1];
        foreach (var code in codes)
        {
            if (code >= 0) starts[code + 1]++;
        }

        for (var code = 0; code + 1 < starts.Length; code++) starts[code + 1] += starts[code];
        rows = new int[starts[^1]];
        var next = starts.AsSpan(0, starts.Length - 1).ToArray();
        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] >= 0) rows[next[codes[row]]++] = row;
        }
    }

    /// <summary>Returns the rows of a code, ascending.</summary>
    public ReadOnlySpan<int> this[int code] => rows.AsSpan(starts[code]..starts[code + 1]);

    /// <summary>Returns the rows of several codes.</summary>
    public int[] Of(IEnumerable<int> codes)
    {
        var all = new List<int>();
        foreach (var code in codes) all.AddRange(this[code]);
        return [.. all];
    }
}
