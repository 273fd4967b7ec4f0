namespace Segmentation.Outcome;

/// <summary>How segments are compared. The margin, the power and the seed stand in <see cref="OutcomeOptions"/>, the confidence in the framework's limits. Change one with <c>with</c>.</summary>
public sealed record SegmentComparisonOptions
{
    /// <summary>Gets the defaults.</summary>
    public static SegmentComparisonOptions Default { get; } = new();

    /// <summary>Gets what is counted. Default: churn by event.</summary>
    public SegmentComparisonMeasure Measure { get; init; } = SegmentComparisonMeasure.Churned;

    /// <summary>Gets the count expected in every cell from which the chi-square formula is used; below it two groups are tested exactly, and more by random orders. Default 5 (W. G. Cochran, Biometrics 10(4), 1954, 417-451).</summary>
    public double FewestExpected { get; init; } = 5;

    /// <summary>Gets the random orders of a test by permutation. Default 10,000.</summary>
    public int Orders { get; init; } = 10_000;
}
