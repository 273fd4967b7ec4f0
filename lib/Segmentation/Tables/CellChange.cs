namespace Segmentation.Tables;

/// <summary>One cell that a step changed.</summary>
/// <param name="Row">Zero-based row in the table as it was before the step.</param>
/// <param name="Record">Id of the record; null where it has none.</param>
/// <param name="Column">Column name.</param>
/// <param name="Before">What stood there, as <see cref="Tables.Column.Raw"/> writes it; null where there was nothing.</param>
/// <param name="After">What stands there now, likewise.</param>
/// <param name="Reason">The rule or source that decided.</param>
public sealed record CellChange(int Row, string? Record, string Column, string? Before, string? After, string Reason);
