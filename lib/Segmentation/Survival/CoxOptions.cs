namespace Segmentation.Survival;

/// <summary>How Cox regressions are fitted. Change one with <c>with</c>.</summary>
public sealed record CoxOptions
{
    /// <summary>Gets the defaults.</summary>
    public static CoxOptions Default { get; } = new();

    /// <summary>Gets how events at one time are counted. Default <see cref="CoxTies.Efron"/>.</summary>
    public CoxTies Ties { get; init; }

    /// <summary>Gets the two-sided confidence level of intervals, inside (0, 1). Default 0.95.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Gets the most steps. Default 50.</summary>
    public int MaximumIterations { get; init; } = 50;

    /// <summary>Gets the change of the log-likelihood, as a share of it, that is none. Default 1e-9 (as R's coxph).</summary>
    public double Tolerance { get; init; } = 1e-9;
}
