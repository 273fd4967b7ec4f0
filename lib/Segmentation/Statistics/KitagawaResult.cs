namespace Segmentation.Statistics;

/// <summary>The change of a rate over all groups, split into two effects that add up to it.</summary>
/// <param name="Before">The rate over all groups before; NaN, as everything else, where a time has no records.</param>
/// <param name="After">The rate over all groups after.</param>
/// <param name="RateEffect">What the groups' own rates did, at the mean of both mixes.</param>
/// <param name="MixEffect">What the groups' shares of the whole did, at the mean of both rates.</param>
public sealed record KitagawaResult(double Before, double After, double RateEffect, double MixEffect)
{
    /// <summary>Gets the change, after less before: <see cref="RateEffect"/> + <see cref="MixEffect"/>.</summary>
    public double Change => RateEffect + MixEffect;
}
