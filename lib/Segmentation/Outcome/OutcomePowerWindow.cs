namespace Segmentation.Outcome;

/// <summary>What one segment could show in one window.</summary>
/// <param name="Days">Length of the window.</param>
/// <param name="Expected">Accounts of the segment expected to churn, at the others' rate.</param>
/// <param name="OtherRate">The others' churn in the window, a proportion.</param>
/// <param name="Detectable">The smallest churn above it that would be found with the power of the options; null where none.</param>
/// <param name="Planned">The segment's churn in the window where it differs from the others by the margin in the cohort's own window.</param>
/// <param name="Chance">The chance that this planned difference is found.</param>
public sealed record OutcomePowerWindow(int Days, double Expected, double OtherRate, double? Detectable, double Planned, double Chance);
