namespace Segmentation.Statistics;

/// <summary>A proportion of a population, from a stratified sample.</summary>
/// <param name="Proportion">The weighted share; NaN where nothing was looked at.</param>
/// <param name="Interval">Its interval; [0, 1] where nothing was looked at.</param>
/// <param name="EffectiveSize">How many records drawn at random from a population without end would say as much; infinite where all were looked at, 0 where none was.</param>
public sealed record StratifiedProportionResult(double Proportion, Interval Interval, double EffectiveSize);
