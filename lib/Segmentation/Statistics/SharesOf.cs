using System.Globalization;

namespace Segmentation.Statistics;

/// <summary>Two sets of counts over the same bins, as shares.</summary>
internal static class SharesOf
{
    /// <summary>Returns the shares of both sides; null where a side has no records.</summary>
    /// <param name="baseline">Counts, at least 0.</param>
    /// <param name="current">Counts, aligned with <paramref name="baseline"/>.</param>
    /// <param name="added">Added to every bin of a side before its shares are taken.</param>
    public static (double[] Baseline, double[] Current)? Both(ReadOnlySpan<int> baseline, ReadOnlySpan<int> current, (double Baseline, double Current) added = default)
    {
        Check(baseline, current);
        return One(baseline, added.Baseline) is { } e && One(current, added.Current) is { } a ? (e, a) : null;
    }

    /// <exception cref="ArgumentException">The lengths differ, or a count is negative.</exception>
    public static void Check(ReadOnlySpan<int> baseline, ReadOnlySpan<int> current)
    {
        if (baseline.Length != current.Length)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"current has {current.Length} bins but baseline has {baseline.Length}; both need one count per bin, 0 where a bin is empty."), nameof(current));
        for (var bin = 0; bin < baseline.Length; bin++)
        {
            if (Math.Min(baseline[bin], current[bin]) is var count and < 0)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"bin {bin} holds {count} but a count is at least 0."), nameof(baseline));
        }
    }

    private static double[]? One(ReadOnlySpan<int> counts, double added)
    {
        var total = 0d;
        foreach (var count in counts) total += count + added;
        if (total == 0) return null;
        var shares = new double[counts.Length];
        for (var bin = 0; bin < shares.Length; bin++) shares[bin] = (counts[bin] + added) / total;
        return shares;
    }
}
