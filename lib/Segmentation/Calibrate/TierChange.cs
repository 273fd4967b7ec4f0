using System.Collections.Immutable;
using Segmentation.Statistics;

namespace Segmentation.Calibrate;

/// <summary>The share that changes tier when the cuts of a resample are put in the place of those of the sample.</summary>
/// <param name="Mean">Over all resamples; a proportion.</param>
/// <param name="Median">In a typical resample.</param>
/// <param name="High">The share that 95% of the resamples stay within.</param>
public sealed record TierChange(double Mean, double Median, double High)
{
    /// <summary>Where <see cref="High"/> stands among the resamples.</summary>
    internal const double HighAt = 0.95;

    /// <summary>Returns the change; null where there is no share.</summary>
    internal static TierChange? Of(IEnumerable<double> shares)
    {
        ImmutableArray<double> sorted = [.. shares.Order()];
        return sorted.IsEmpty ? null : new(sorted.Average(), Quantile.OfSorted(sorted.AsSpan(), 0.5), Quantile.OfSorted(sorted.AsSpan(), HighAt));
    }
}
