using Segmentation.Playbook;

namespace Segmentation.Calibrate;

/// <summary>How the stability of cuts is looked at.</summary>
public sealed record CutStabilityOptions
{
    /// <summary>Gets the defaults.</summary>
    public static CutStabilityOptions Default { get; } = new();

    /// <summary>Gets the field that is cut, as tables and names of results say it. Default <c>value</c>.</summary>
    public string Field { get; init; } = "value";

    /// <summary>Gets the number of resamples, or of random halves. Default 500: the ends of a 95% interval then rest on a dozen resamples each.</summary>
    public int Resamples { get; init; } = CalibrationOptions.Default.Resamples;

    /// <summary>Gets the seed. Default: the one of <see cref="CalibrationOptions"/>.</summary>
    public int Seed { get; init; } = CalibrationOptions.Default.Seed;

    /// <summary>Gets the two-sided confidence level of the intervals, inside (0, 1). Default: the playbook's.</summary>
    public double Confidence { get; init; } = PlaybookLimits.Default.Confidence;

    /// <summary>Gets the share of the accounts that may lie between a cut and its match for the resample to count as finding the cut again; at most. Default 0.05.</summary>
    public double Near { get; init; } = 0.05;

    /// <summary>Gets the most threads at once; as many as there are processors where null. The answer does not depend on it.</summary>
    public int? Threads { get; init; }
}
