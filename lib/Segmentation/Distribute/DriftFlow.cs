namespace Segmentation.Distribute;

/// <summary>The records that went from one place of a dimension to another between two snapshots, or stayed; ARR on both dates.</summary>
/// <param name="From">Zero-based place at the baseline; one past the last where the baseline did not have them.</param>
/// <param name="To">Zero-based place now; one past the last where they are no longer there.</param>
/// <param name="Records">Number of records.</param>
/// <param name="ArrBaseline">Their ARR at the baseline.</param>
/// <param name="ArrCurrent">Their ARR now.</param>
internal readonly record struct DriftFlow(int From, int To, int Records, double ArrBaseline, double ArrCurrent);
