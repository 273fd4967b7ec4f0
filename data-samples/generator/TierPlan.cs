namespace Segmentation.Samples;

/// <summary>How one tier of customers truly behaves. Hazards and rates are probabilities per month.</summary>
/// <param name="Name">The tier.</param>
/// <param name="FromEmployees">Fewest employees, included.</param>
/// <param name="BelowEmployees">Most employees, not included.</param>
/// <param name="Weight">Share of companies.</param>
/// <param name="MedianEmployees">Median of the log-normal distribution of employees.</param>
/// <param name="Spread">Standard deviation of the logarithm of employees.</param>
/// <param name="MonthlyHazard">Probability that a customer churns in a month before the launch.</param>
/// <param name="HazardAfterLaunch">The same from the month of the launch on.</param>
/// <param name="Expansion">Probability of an expansion (8-25%) in a month.</param>
/// <param name="Contraction">Probability of a contraction (10-30%) in a month.</param>
internal sealed record TierPlan(
    string Name,
    int FromEmployees,
    int BelowEmployees,
    double Weight,
    double MedianEmployees,
    double Spread,
    double MonthlyHazard,
    double HazardAfterLaunch,
    double Expansion,
    double Contraction);
