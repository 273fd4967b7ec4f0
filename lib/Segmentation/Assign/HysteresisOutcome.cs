namespace Segmentation.Assign;

/// <summary>What a margin at a cut would have done over the history: enter at the cut, leave only below it by more than the margin.</summary>
/// <param name="Margin">The margin as a proportion of the cut's value.</param>
/// <param name="LeaveBelow">The value below which a record leaves the upper side.</param>
/// <param name="Bounces">Crossings and returns that would be left.</param>
/// <param name="Prevented">Share of the crossings and returns that it prevents, a proportion; null where there are none.</param>
/// <param name="Delayed">Records that crossed for good and would have crossed later, or not yet.</param>
/// <param name="MonthsDelayed">By how many months those cross later on average, counted to the last date where they have not yet; null where there are none.</param>
/// <param name="HeldAtEnd">Records that would still be on the upper side on the last date, although below the cut.</param>
public sealed record HysteresisOutcome(double Margin, double LeaveBelow, int Bounces, double? Prevented, int Delayed, double? MonthsDelayed, int HeldAtEnd);
