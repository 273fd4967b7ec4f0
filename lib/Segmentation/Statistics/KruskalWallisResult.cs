namespace Segmentation.Statistics;

/// <summary>Whether groups differ in the order of their values.</summary>
/// <param name="Records">Records n.</param>
/// <param name="Groups">Groups k that hold records.</param>
/// <param name="H">The statistic, corrected for ties; 0 where nothing can differ.</param>
/// <param name="PValue">How often chance alone gives at least this H; 1 where nothing can differ.</param>
/// <param name="EpsilonSquared">Share of the variance of the ranks that lies between the groups, less what chance gives, in [0, 1]. NaN where nothing can differ.</param>
public sealed record KruskalWallisResult(int Records, int Groups, double H, double PValue, double EpsilonSquared);
