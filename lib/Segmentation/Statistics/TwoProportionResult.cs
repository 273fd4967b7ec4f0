namespace Segmentation.Statistics;

/// <summary>What a test of two proportions found.</summary>
/// <param name="Difference">The first proportion less the second, in [-1, 1]; NaN where a group has no records.</param>
/// <param name="Z">The difference in standard errors under one common proportion; 0 where nothing can differ.</param>
/// <param name="PValue">How often chance alone gives a difference at least as large either way; 1 where nothing can differ.</param>
public sealed record TwoProportionResult(double Difference, double Z, double PValue);
