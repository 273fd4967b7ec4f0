namespace Segmentation.Statistics;

/// <summary>How logistic regressions are fitted. Change one with <c>with</c>.</summary>
public sealed record LogisticOptions
{
    /// <summary>Gets the defaults.</summary>
    public static LogisticOptions Default { get; } = new();

    /// <summary>Gets the two-sided confidence level of intervals, inside (0, 1). Default 0.95.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Gets whether the likelihood is penalised as Firth does. Null: only where the covariates separate those with the property from those without, so that no other estimate exists.</summary>
    public bool? Firth { get; init; }

    /// <summary>Gets the most steps. Default 100.</summary>
    public int MaximumIterations { get; init; } = 100;

    /// <summary>Gets the change of the log-likelihood, as a share of it, that is none. Default 1e-10.</summary>
    public double Tolerance { get; init; } = 1e-10;
}
