namespace Segmentation.Outcome;

/// <summary>One segment against all others of its dimension together.</summary>
/// <param name="Segment">Its name.</param>
/// <param name="Accounts">Its accounts at the start.</param>
/// <param name="Against">The rates; null while the window is open.</param>
public sealed record SegmentComparisonRow(string Segment, int Accounts, SegmentComparisonRate? Against);
