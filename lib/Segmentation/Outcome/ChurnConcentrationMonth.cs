namespace Segmentation.Outcome;

/// <summary>One segment in one month.</summary>
/// <param name="Month">The month's last day.</param>
/// <param name="Segment">The segment's name.</param>
/// <param name="AtRisk">Its accounts that paid at the end of the month before.</param>
/// <param name="Churned">Those of them that paid nothing at the end of the month.</param>
/// <param name="Expected">How many that would be under one rate for all: the month's churned accounts by the segment's share of those at risk.</param>
/// <param name="ArrAtRisk">What its accounts paid at the end of the month before, at a year's rate.</param>
/// <param name="ArrChurned">What those that left had paid of it.</param>
/// <param name="ArrExpected">How much that would be by the segment's share of the ARR at risk.</param>
/// <param name="MonthsAbove">Months in a row, this one included, in which it lost more accounts than expected; 0 where it did not.</param>
/// <param name="PValue">How often chance alone takes at least so many of the churned accounts from it in the months of the run together, or in as many months as the trigger asks for where the run is shorter; NaN where there are not so many yet.</param>
/// <param name="IsTriggered">Whether churn concentrates in it.</param>
/// <param name="IsLargest">Whether it alone has the most churned accounts: what the playbook's rule looks at as it is usually read.</param>
public sealed record ChurnConcentrationMonth(
    DateTime Month, string Segment, int AtRisk, int Churned, double Expected, double ArrAtRisk, double ArrChurned, double ArrExpected, int MonthsAbove, double PValue, bool IsTriggered, bool IsLargest);
