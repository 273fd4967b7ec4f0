namespace Segmentation.Statistics;

/// <summary>Cholesky's decomposition of a symmetric matrix of a few rows that is positive, or nearly.</summary>
internal sealed class SymmetricMatrix
{
    private readonly double[,] lower;
    private readonly int[] used;

    /// <param name="matrix">The matrix; its lower half is read.</param>
    /// <param name="rows">Rows and columns to take; all where null.</param>
    /// <param name="negligible">A pivot of this share of its own diagonal is rounding: the rows before determine the row, which is left out.</param>
    public SymmetricMatrix(double[,] matrix, IEnumerable<int>? rows = null, double negligible = 1e-12)
    {
        var kept = new List<int>();
        lower = new double[matrix.GetLength(0), matrix.GetLength(0)];
        foreach (var r in rows ?? Enumerable.Range(0, matrix.GetLength(0)))
        {
            var pivot = matrix[r, r];
            for (var u = 0; u < kept.Count; u++)
            {
                var value = matrix[Math.Max(r, kept[u]), Math.Min(r, kept[u])];
                for (var v = 0; v < u; v++) value -= lower[r, kept[v]] * lower[kept[u], kept[v]];
                lower[r, kept[u]] = value / lower[kept[u], kept[u]];
                pivot -= lower[r, kept[u]] * lower[r, kept[u]];
            }

            if (!(pivot > negligible * matrix[r, r])) continue;
            lower[r, r] = Math.Sqrt(pivot);
            kept.Add(r);
        }

        used = [.. kept];
    }

    /// <summary>Gets the rows that are not determined by those before them.</summary>
    public ReadOnlySpan<int> Used => used;

    /// <summary>Gets the logarithm of the determinant over <see cref="Used"/>.</summary>
    public double LogDeterminant => used.Sum(u => 2 * Math.Log(lower[u, u]));

    /// <summary>Returns x of matrix x = values, 0 outside <see cref="Used"/>.</summary>
    public double[] Solve(ReadOnlySpan<double> values)
    {
        var x = new double[values.Length];
        for (var i = 0; i < used.Length; i++)
        {
            var sum = values[used[i]];
            for (var j = 0; j < i; j++) sum -= lower[used[i], used[j]] * x[used[j]];
            x[used[i]] = sum / lower[used[i], used[i]];
        }

        for (var i = used.Length - 1; i >= 0; i--)
        {
            var sum = x[used[i]];
            for (var j = i + 1; j < used.Length; j++) sum -= lower[used[j], used[i]] * x[used[j]];
            x[used[i]] = sum / lower[used[i], used[i]];
        }

        return x;
    }

    /// <summary>Returns the inverse over <see cref="Used"/>, 0 elsewhere.</summary>
    public double[,] Inverse()
    {
        var n = lower.GetLength(0);
        var inverse = new double[n, n];
        var unit = new double[n];
        foreach (var u in used)
        {
            unit[u] = 1;
            var column = Solve(unit);
            unit[u] = 0;
            for (var r = 0; r < n; r++) inverse[r, u] = column[r];
        }

        return inverse;
    }

    /// <summary>Returns values' matrix⁻¹ values.</summary>
    public double Quadratic(ReadOnlySpan<double> values)
    {
        var x = Solve(values);
        var sum = 0d;
        foreach (var u in used) sum += x[u] * values[u];
        return sum;
    }
}
