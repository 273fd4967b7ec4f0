using System.Collections.Immutable;

namespace Segmentation.Calibrate;

/// <summary>How calibration looks at the data. Change one with <c>with</c>.</summary>
public sealed record CalibrationOptions
{
    /// <summary>Gets the defaults.</summary>
    public static CalibrationOptions Default { get; } = new();

    /// <summary>Gets the length of the outcome's window in months; it ends on the date of the exports. Default 12: a yearly contract comes up once.</summary>
    public int WindowMonths { get; init; } = 12;

    /// <summary>Gets the fields whose value today stands for the one at the start of the window where the exports hold no earlier one: what a company is changes slowly and is not made by
    /// what it pays us. Every result that rests on it says so.</summary>
    public ImmutableArray<string> AssumedUnchanged { get; init; } = ["employees", "annual_revenue", "industry", "region", "country", "account_name"];

    /// <summary>Gets the seed of everything random: the same seed gives the same answer on every machine.</summary>
    public int Seed { get; init; } = 20260630;

    /// <summary>Gets the bootstrap samples. Default 500.</summary>
    public int Resamples { get; init; } = 500;
}
