namespace Segmentation.Outcome;

/// <summary>How retention is looked at, beside <see cref="OutcomeOptions"/> (margin, power, seed, resamples), which the cohort carries. Change one with <c>with</c>.</summary>
public sealed record RetentionOptions
{
    /// <summary>Gets the defaults.</summary>
    public static RetentionOptions Default { get; } = new();

    /// <summary>Gets by how much GRR may change when one account is left out, a proportion; at or above, the result warns that it hangs on that account. Default 0.01: a point.</summary>
    public double ConcentrationMove { get; init; } = 0.01;

    /// <summary>Gets the number of accounts below which a segment's intervals of revenue are called rough. Default 50: see the coverage on <see cref="RetentionResult"/>.</summary>
    public int RoughBelow { get; init; } = 50;

    /// <summary>Gets the months of a window with which benchmarks a year can be compared. Default 12.</summary>
    public int BenchmarkMonths { get; init; } = 12;

    /// <summary>Gets the name of the segment, in any case, beside which the benchmarks of Enterprise are shown. Default "Enterprise".</summary>
    public string EnterpriseSegment { get; init; } = "Enterprise";

    /// <summary>Gets the name of the segment, in any case, beside which the benchmarks of SMB are shown. Default "SMB".</summary>
    public string SmbSegment { get; init; } = "SMB";
}
