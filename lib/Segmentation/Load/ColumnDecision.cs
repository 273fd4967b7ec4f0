using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>How one column of an export was read, and why.</summary>
/// <param name="Column">Column name in the table.</param>
/// <param name="Header">Header as the file spells it.</param>
/// <param name="Type">Type taken.</param>
/// <param name="Reason">Why this type, in words, with the evidence counted over the whole column.</param>
/// <param name="Format">How the values are written: <c>iso</c>, <c>dmy</c>, <c>mdy</c>, <c>currency</c>, <c>percent</c>, <c>comma decimals</c> …; null where nothing special.</param>
/// <param name="Undecidable">Whether the values allow two readings (day/month order) and one was taken by convention.</param>
/// <param name="Overridden">Whether the caller decided.</param>
/// <param name="Values">Values that were read.</param>
/// <param name="Blanks">Empty cells.</param>
/// <param name="DisguisedNulls">Cells that held a token for "no value", counted by token as the file spells it.</param>
/// <param name="Unreadable">Cells that did not read as the type; null in the table, kept in the report.</param>
public sealed record ColumnDecision(
    string Column,
    string Header,
    ColumnType Type,
    string Reason,
    string? Format,
    bool Undecidable,
    bool Overridden,
    int Values,
    int Blanks,
    ImmutableSortedDictionary<string, int> DisguisedNulls,
    int Unreadable);
