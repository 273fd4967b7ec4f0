namespace Segmentation.Tables;

/// <summary>A value of a column and the number of rows that hold it.</summary>
/// <param name="Value">The value as text that reads back unchanged (<see cref="Column.Raw"/>).</param>
/// <param name="Count">Rows that hold it, at least 1.</param>
public readonly record struct ValueCount(string Value, int Count);
