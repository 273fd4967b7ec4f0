namespace Segmentation.Outcome;

/// <summary>One segment over all months.</summary>
/// <param name="Segment">Its name.</param>
/// <param name="Churned">Churned accounts.</param>
/// <param name="Expected">How many that would be under one rate for all in each month.</param>
/// <param name="ArrChurned">What they had paid.</param>
/// <param name="ArrExpected">How much that would be by its share of the ARR at risk in each month.</param>
/// <param name="MostMonthsAbove">The most months in a row in which it lost more than expected.</param>
/// <param name="Triggered">The first month in which churn concentrates in it; null where none.</param>
/// <param name="NaiveTriggered">The first month in which it had the most churned accounts for as many months in a row; null where none.</param>
/// <param name="FalseAlarm">How often the trigger would fire for it by chance alone, all having one rate.</param>
/// <param name="NaiveFalseAlarm">The same for the rule of the most churned accounts.</param>
/// <param name="Detected">How often the trigger would fire for it if its hazard were larger by the factor of the options.</param>
public sealed record ChurnConcentrationSegment(
    string Segment, int Churned, double Expected, double ArrChurned, double ArrExpected, int MostMonthsAbove, DateTime? Triggered, DateTime? NaiveTriggered,
    ChurnConcentrationRate FalseAlarm, ChurnConcentrationRate NaiveFalseAlarm, ChurnConcentrationRate Detected);
