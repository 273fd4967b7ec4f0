using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>Whether the segments of a dimension differ at all, in one test, and how strongly.</summary>
/// <param name="Test">How it was tested.</param>
/// <param name="ChiSquare">Pearson's statistic.</param>
/// <param name="DegreesOfFreedom">Segments with accounts less 1.</param>
/// <param name="PValue">How often chance alone gives at least this much; 1 where nothing can differ.</param>
/// <param name="StandardError">Standard error of the p-value where it comes from random orders; 0 where it is exact or by formula.</param>
/// <param name="SmallestExpected">Accounts expected in the smallest cell; NaN where nothing can differ.</param>
/// <param name="CramersV">Cramér's V without its bias (W. Bergsma 2013), in [0, 1]; NaN where nothing can differ.</param>
/// <param name="CramersVInterval">Its interval: the noncentrality behind the statistic (J. H. Steiger 2004); [0, 1] where nothing can differ.</param>
public sealed record SegmentComparisonOverall(
    SegmentComparisonTest Test, double ChiSquare, int DegreesOfFreedom, double PValue, double StandardError, double SmallestExpected, double CramersV, Interval CramersVInterval);
