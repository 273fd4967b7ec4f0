namespace Segmentation.Statistics;

/// <summary>What a test of two means found.</summary>
/// <param name="Difference">The first mean less the second; NaN where a group has no values.</param>
/// <param name="T">The difference in standard errors; infinite where the means differ and neither group varies, 0 where nothing can be told.</param>
/// <param name="DegreesOfFreedom">Welch's degrees of freedom; NaN where a group has fewer than two values or neither varies.</param>
/// <param name="PValue">How often chance alone gives a difference at least as large either way; 1 where nothing can be told.</param>
public sealed record WelchResult(double Difference, double T, double DegreesOfFreedom, double PValue);
