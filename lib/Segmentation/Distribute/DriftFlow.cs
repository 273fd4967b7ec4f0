namespace Segmentation.Distribute;

/// <summary>The records that went from one segment to another between two snapshots, or stayed.</summary>
/// <param name="From">Segment at the baseline; <see cref="DriftMigration.New"/> where the baseline did not have them.</param>
/// <param name="To">Segment now; <see cref="DriftMigration.Lost"/> where they are no longer there.</param>
/// <param name="Records">Number of records.</param>
/// <param name="ArrBaseline">Their ARR at the baseline; null where the records have none that adds up (contacts).</param>
/// <param name="ArrCurrent">Their ARR now, likewise.</param>
public sealed record DriftFlow(string From, string To, int Records, double? ArrBaseline, double? ArrCurrent);
