using Segmentation.Statistics;

namespace Segmentation.Calibrate;

/// <summary>Whether the segments of a candidate differ in one thing, and how much.</summary>
/// <param name="Of">In what: <c>arr</c>, <c>active_share</c>, <c>churned</c>.</param>
public sealed record DimensionCandidateTest(string Of)
{
    /// <summary>Gets the accounts that have both a segment and a value.</summary>
    public int Accounts { get; init; }

    /// <summary>Gets the strength in [0, 1] without what chance gives: the correlation ratio, the root of the share of the variance that lies between segments (of the logarithm of ARR, else of ranks), and
    /// Cramér's V where the answer is yes or no, which is the same there. NaN where it was not asked.</summary>
    public double Strength { get; init; } = double.NaN;

    /// <summary>Gets the interval of the strength.</summary>
    public Interval Interval { get; init; } = new(0, 1);

    /// <summary>Gets how often chance alone gives at least this difference; NaN where it was not asked.</summary>
    public double PValue { get; init; } = double.NaN;

    /// <summary>Gets the same, corrected for every test that was made of every candidate (Holm).</summary>
    public double CorrectedPValue { get; init; } = double.NaN;

    /// <summary>Gets whether the p-value comes from random orders: too few accounts stand behind a formula.</summary>
    public bool IsPermuted { get; init; }

    /// <summary>Gets the strength that would be found with the power of the options at the level left after correction for every test; NaN where it was not asked.</summary>
    public double Detectable { get; init; } = double.NaN;

    /// <summary>Gets why it was not asked; null where it was.</summary>
    public string? Refused { get; init; }
}
