using System.Collections.Immutable;

namespace Segmentation.Match;

/// <summary>
/// How frequent each value is, for the comparisons that ask for it: two records that share a rare name are more likely one than two that share a
/// frequent one. Where a pair is on level 1 of such a comparison, log2(u / max(tf, floor)) is added to the level's weight: u is the level's
/// probability among pairs that are not one, tf the relative frequency of the value, so that the weight is log2(m / tf) as if the value had its own u.
/// </summary>
/// <remarks>As Splink does it: R. Linacre, S. Lindsay, T. Manassis, Z. Slade, T. Hepworth, International Journal of Population Data Science 7(3), 2022.
/// Where level 1 is not equality the more frequent of the two values counts.</remarks>
internal sealed class TermFrequencies
{
    private readonly (int[] Codes, double[] ByCode)?[] adjustments;

    private TermFrequencies((int[], double[])?[] adjustments) => this.adjustments = adjustments;

    /// <summary>Returns the adjustments of every comparison.</summary>
    /// <param name="records">The records that the frequencies are taken from.</param>
    /// <param name="comparisons">The comparisons.</param>
    /// <param name="parameters">The parameters, of which u of level 1 is used.</param>
    /// <param name="floor">The lowest relative frequency that counts, so that a value seen twice does not decide alone.</param>
    public static TermFrequencies Of(MatchRecords records, ImmutableArray<Comparison> comparisons, MatchParameters parameters, double floor)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(parameters);
        var adjustments = new (int[], double[])?[comparisons.Length];
        for (var i = 0; i < adjustments.Length; i++)
        {
            if (!comparisons[i].TermFrequency) continue;
            var column = records.Fields.Text(comparisons[i].Field);
            var u = parameters.U[i][0];
            adjustments[i] = (column.Codes.ToArray(), [.. Frequencies(column.Codes, column.Dictionary.Length).Select(tf => Math.Log2(u / Math.Max(tf, floor)))]);
        }

        return new TermFrequencies(adjustments);
    }

    /// <summary>Returns what is added to the weight of a level, in bits; 0 where the comparison does not ask for it or the level is not 1.</summary>
    /// <param name="comparison">Zero-based comparison.</param>
    /// <param name="level">Number of the level.</param>
    /// <param name="left">Zero-based row.</param>
    /// <param name="right">Zero-based row.</param>
    public double Adjustment(int comparison, int level, int left, int right) =>
        level == 1 && adjustments[comparison] is var (codes, byCode) ? Math.Min(byCode[codes[left]], byCode[codes[right]]) : 0;

    /// <summary>Returns what is added to the weight of level 1 for two records that hold the same value, in bits; 0 where the comparison does not ask for it.</summary>
    /// <param name="comparison">Zero-based comparison.</param>
    /// <param name="code">Code of the value in the comparison's field.</param>
    public double Adjustment(int comparison, int code) => adjustments[comparison] is var (_, byCode) ? byCode[code] : 0;

    /// <summary>Returns the most that can be added in a comparison; 0 where it does not ask for it.</summary>
    public double Most(int comparison) => adjustments[comparison] is var (_, byCode) ? byCode.DefaultIfEmpty().Max() : 0;

    /// <summary>Returns the relative frequency of each value among the rows that hold one; length d, by code.</summary>
    private static double[] Frequencies(ReadOnlySpan<int> codes, int values)
    {
        var (counts, present) = (new double[values], 0);
        foreach (var code in codes)
        {
            if (code < 0) continue;
            counts[code]++;
            present++;
        }

        for (var code = 0; code < values; code++) counts[code] /= present;
        return counts;
    }
}
