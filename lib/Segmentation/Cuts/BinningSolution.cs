namespace Segmentation.Cuts;

/// <summary>The best joining of parts into bands.</summary>
/// <param name="Ends">Where each band begins and the last ends, as parts: 0 first, the number of parts last.</param>
/// <param name="Score">Its score.</param>
/// <param name="Trend">The trend that it keeps.</param>
internal sealed record BinningSolution(int[] Ends, double Score, MonotoneTrend Trend);
