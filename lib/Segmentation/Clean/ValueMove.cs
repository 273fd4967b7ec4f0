using Segmentation.Load;

namespace Segmentation.Clean;

/// <summary>Records whose value of one field moved from one value to another over the whole clean-up.</summary>
/// <param name="Table">What the records are: <c>accounts</c>, <c>contacts</c> …</param>
/// <param name="Field">Column name.</param>
/// <param name="Role">Role that the column plays.</param>
/// <param name="From">The value before; null where there was none.</param>
/// <param name="To">The value after; null where there is none.</param>
/// <param name="Records">Records that moved.</param>
/// <param name="Arr">Their ARR before the clean-up, in the workspace's currency; null where the records are no accounts, or nothing is known of any.</param>
public sealed record ValueMove(string Table, string Field, Role Role, string? From, string? To, int Records, double? Arr);
