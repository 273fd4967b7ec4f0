namespace Segmentation.Outcome;

/// <summary>From the ARR at the start to the ARR at the end of one group of accounts, to the cent.</summary>
/// <param name="Group">The segment at the start, Unassigned, Excluded, or why the accounts are in no segment.</param>
/// <param name="Figures">Start, movements and end: start + new + expansion - contraction - churn + reactivation = end.</param>
public sealed record ArrBridgeRow(string Group, RetentionFigures Figures);
