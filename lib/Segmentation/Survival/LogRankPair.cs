namespace Segmentation.Survival;

/// <summary>Two of several groups against each other.</summary>
/// <param name="First">Zero-based group.</param>
/// <param name="Second">Zero-based group, after <paramref name="First"/>.</param>
/// <param name="Test">The test of the two alone.</param>
/// <param name="CorrectedPValue">Its p-value corrected by Holm's method for all pairs that could differ; NaN where these two could not.</param>
public sealed record LogRankPair(int First, int Second, LogRankResult Test, double CorrectedPValue);
