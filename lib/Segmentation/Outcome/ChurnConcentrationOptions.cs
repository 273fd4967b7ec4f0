namespace Segmentation.Outcome;

/// <summary>When churn counts as concentrating in a segment. How many months in a row stands in the framework's limits (<see cref="Playbook.PlaybookLimits.ChurnConcentrationMonths"/>). Change one with <c>with</c>.</summary>
public sealed record ChurnConcentrationOptions
{
    /// <summary>Gets the defaults.</summary>
    public static ChurnConcentrationOptions Default { get; } = new();

    /// <summary>Gets the chance at or below which the churn of the months in a row, taken together, is too much for chance. Default 0.005, once in 200: it is asked again every month and of every segment.</summary>
    public double Level { get; init; } = 0.005;

    /// <summary>Gets whether months are watched to the end of the history, not of the cohort's window. Default true: a trigger watches on.</summary>
    public bool ToEndOfHistory { get; init; } = true;

    /// <summary>Gets the histories simulated for each rate of alarms. Default 4,000: a standard error of 0.8 points at most.</summary>
    public int Simulations { get; init; } = 4000;

    /// <summary>Gets the factor on the hazard of one segment whose discovery is simulated, above 1. Default 2: doubled.</summary>
    public double HazardFactor { get; init; } = 2;
}
