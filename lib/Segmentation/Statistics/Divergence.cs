namespace Segmentation.Statistics;

/// <summary>Distances between two distributions over the same bins: 0 where the shares are equal, 1 where no bin holds records of both sides.</summary>
/// <remarks>None needs treatment of empty bins, and none says whether a distance is more than chance: see <see cref="PopulationStability"/> and
/// <see cref="ChiSquareTest"/>.</remarks>
public static class Divergence
{
    /// <summary>Returns the total variation distance ½ Σ|a - e|: the share of records that would have to change bins to make the shares equal.</summary>
    /// <param name="baseline">Counts per bin, at least 0.</param>
    /// <param name="current">Counts per bin, aligned with <paramref name="baseline"/>.</param>
    /// <returns>In [0, 1]; NaN where a side has no records.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a count is negative.</exception>
    public static double TotalVariation(ReadOnlySpan<int> baseline, ReadOnlySpan<int> current) =>
        Sum(baseline, current, (e, a) => Math.Abs(a - e) / 2);

    /// <summary>Returns the Jensen-Shannon distance, base 2: the square root of the mean of both sides' divergence from their average.</summary>
    /// <param name="baseline">Counts per bin, at least 0.</param>
    /// <param name="current">Counts per bin, aligned with <paramref name="baseline"/>.</param>
    /// <returns>In [0, 1]; NaN where a side has no records.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a count is negative.</exception>
    /// <remarks>J. Lin, IEEE Transactions on Information Theory 37(1), 1991, 145-151; its square root is a metric (D. M. Endres and J. E. Schindelin,
    /// the same 49(7), 2003, 1858-1860).</remarks>
    public static double JensenShannon(ReadOnlySpan<int> baseline, ReadOnlySpan<int> current) =>
        Math.Sqrt(Sum(baseline, current, (e, a) => (Part(e, (e + a) / 2) + Part(a, (e + a) / 2)) / 2));

    /// <summary>Returns the Hellinger distance √(½ Σ(√a - √e)²).</summary>
    /// <param name="baseline">Counts per bin, at least 0.</param>
    /// <param name="current">Counts per bin, aligned with <paramref name="baseline"/>.</param>
    /// <returns>In [0, 1]; NaN where a side has no records.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a count is negative.</exception>
    /// <remarks>E. Hellinger, Journal für die reine und angewandte Mathematik 136, 1909, 210-271; scaled to [0, 1].</remarks>
    public static double Hellinger(ReadOnlySpan<int> baseline, ReadOnlySpan<int> current) =>
        Math.Sqrt(Sum(baseline, current, (e, a) => (Math.Sqrt(a) - Math.Sqrt(e)) * (Math.Sqrt(a) - Math.Sqrt(e)) / 2));

    // p log2(p / middle); nothing of nothing adds nothing.
    private static double Part(double share, double middle) => share == 0 ? 0 : share * Math.Log2(share / middle);

    // Rounding can carry a sum of shares a hair outside.
    private static double Sum(ReadOnlySpan<int> baseline, ReadOnlySpan<int> current, Func<double, double, double> part) =>
        SharesOf.Both(baseline, current) is not { } shares ? double.NaN : Math.Clamp(shares.Baseline.Zip(shares.Current, part).Sum(), 0, 1);
}
