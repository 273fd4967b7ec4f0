namespace Segmentation.Statistics;

/// <summary>A sum of proportions with signs.</summary>
/// <param name="Estimate">The sum; NaN where a proportion has no records.</param>
/// <param name="Interval">Its interval, within what the coefficients allow.</param>
/// <param name="PValue">How often chance alone gives a sum at least as far from 0, by the same interval; 1 where nothing can be told.</param>
public sealed record ProportionContrastResult(double Estimate, Interval Interval, double PValue);
