namespace Segmentation.Charts;

/// <summary>A number of records that went from one value to another.</summary>
/// <param name="From">The value before.</param>
/// <param name="To">The value after.</param>
/// <param name="Records">Number of records, at least 1.</param>
internal sealed record Flow(string From, string To, int Records);
