using MathNet.Numerics;

namespace Segmentation.Statistics;

/// <summary>Mutual information between two ways of dividing the same records.</summary>
public static class MutualInformation
{
    /// <summary>Returns the information that the rows of a table of counts share with its columns.</summary>
    /// <param name="counts">Rows of counts, each of one length; at least 0. Rows and columns without records are left out: they say nothing.</param>
    /// <exception cref="ArgumentException">The rows differ in length, or a count is negative.</exception>
    /// <remarks>C. E. Shannon, Bell System Technical Journal 27, 1948, 379-423. Information between two random ways of dividing is above 0 and grows with the number of their parts over the records, so
    /// it is adjusted by its exact expectation over all tables with the same margins (N. X. Vinh, J. Epps and J. Bailey, Journal of Machine Learning Research 11, 2010, 2837-2854; scikit-learn's
    /// <c>adjusted_mutual_info_score</c> with <c>average_method="min"</c>). The smaller entropy, not the mean, because a coarse way of dividing that follows from a fine one adds nothing to it.
    /// The p-value is that of G = 2n times the information against chi-square (S. S. Wilks, Annals of Mathematical Statistics 9, 1938, 60-62); rough where fewer than 5 are expected in a cell.</remarks>
    public static MutualInformationResult Of(IReadOnlyList<IReadOnlyList<int>> counts)
    {
        var width = CountTable.WidthOf(counts, nameof(counts));
        var byRow = counts.Select(r => r.Sum()).ToArray();
        var byColumn = Enumerable.Range(0, width).Select(c => counts.Sum(r => r[c])).ToArray();
        var n = byRow.Sum();
        var (rowEntropy, columnEntropy) = (Entropy(byRow, n), Entropy(byColumn, n));
        int[] rows = [.. byRow.Where(a => a > 0)], columns = [.. byColumn.Where(b => b > 0)];
        if (rows.Length < 2 || columns.Length < 2) return new(n, 0, 0, rowEntropy, columnEntropy, double.NaN, 1);

        // I = Σ n_ij/n ln(n n_ij / (a_i b_j)).
        var information = 0d;
        for (var row = 0; row < byRow.Length; row++)
        {
            for (var column = 0; column < width; column++)
            {
                if (counts[row][column] is var count and > 0) information += (double)count / n * Math.Log((double)n * count / ((double)byRow[row] * byColumn[column]));
            }
        }

        information = Math.Max(0, information);
        var expected = Expected(rows, columns, n);
        var room = Math.Min(rowEntropy, columnEntropy) - expected;
        var degrees = (rows.Length - 1) * (columns.Length - 1);
        return new(n, information, expected, rowEntropy, columnEntropy, room > 1e-12 ? (information - expected) / room : double.NaN, SpecialFunctions.GammaUpperRegularized(degrees / 2d, n * information));
    }

    /// <summary>Returns the entropy -Σ p ln p of counts, in nats; 0 where there are none.</summary>
    internal static double Entropy(ReadOnlySpan<int> counts, int total)
    {
        var entropy = 0d;
        foreach (var count in counts)
        {
            if (count > 0) entropy -= (double)count / total * Math.Log((double)count / total);
        }

        return entropy;
    }

    // E = Σ_ij Σ_m m/n ln(n m / (a b)) P(m), with m hypergeometric: a of n drawn, b of n marked (equation 24a of the paper).
    private static double Expected(ReadOnlySpan<int> rows, ReadOnlySpan<int> columns, int n)
    {
        var expected = 0d;
        var all = LogFactorial(n);
        foreach (var a in rows)
        {
            foreach (var b in columns)
            {
                var least = Math.Max(1, a + b - n);
                var chance = Math.Exp(LogFactorial(a) + LogFactorial(b) + LogFactorial(n - a) + LogFactorial(n - b) - all - LogFactorial(least) - LogFactorial(a - least) - LogFactorial(b - least) - LogFactorial(n - a - b + least));
                var from = least;
                if (chance == 0)
                {
                    // The lower end of a wide distribution is below the smallest double: begin where it is not, and step from there both ways.
                    from = Math.Clamp((int)((double)(a + 1) * (b + 1) / (n + 2)), least, Math.Min(a, b));
                    chance = Math.Exp(LogFactorial(a) + LogFactorial(b) + LogFactorial(n - a) + LogFactorial(n - b) - all - LogFactorial(from) - LogFactorial(a - from) - LogFactorial(b - from) - LogFactorial(n - a - b + from));
                    var down = chance;
                    for (var m = from; m > least && down > 0; m--)
                    {
                        // P(m - 1)/P(m) = m (n - a - b + m) / ((a - m + 1)(b - m + 1)).
                        down *= (double)m * (n - a - b + m) / ((a - m + 1d) * (b - m + 1d));
                        expected += (m - 1d) / n * Math.Log((double)n * (m - 1) / ((double)a * b)) * down;
                    }
                }

                for (var m = from; m <= Math.Min(a, b) && chance > 0; m++)
                {
                    expected += (double)m / n * Math.Log((double)n * m / ((double)a * b)) * chance;
                    chance *= (a - (double)m) * (b - m) / ((m + 1d) * (n - a - b + m + 1d));
                }
            }
        }

        return expected;
    }

    private static double LogFactorial(int n) => SpecialFunctions.GammaLn(n + 1d);
}
