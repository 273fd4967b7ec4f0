using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>A column with its type, why, and the cells that did not fit.</summary>
/// <param name="Column">The column.</param>
/// <param name="Decision">How it was read.</param>
/// <param name="Unreadable">Rows and cells that did not read as the type.</param>
/// <param name="Expected">What those cells were expected to be.</param>
internal sealed record TypedColumn(Column Column, ColumnDecision Decision, IReadOnlyList<(int Row, string Cell)> Unreadable, string Expected);
