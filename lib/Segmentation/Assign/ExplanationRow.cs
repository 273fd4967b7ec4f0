using Segmentation.Criteria;
using Segmentation.Tables;

namespace Segmentation.Assign;

/// <summary>One rule's answer for the record that is explained.</summary>
/// <param name="Dimension">The dimension's name; null where the row is an exclusion.</param>
/// <param name="Segment">The segment's or the exclusion's name.</param>
/// <param name="Rule">The rule as it is written.</param>
/// <param name="Answer">Its answer for the record.</param>
/// <param name="Seen">The values that decide the answer, as <c>employees 450</c>; empty where it rests on none.</param>
/// <param name="Note">What became of it: wins, also matches and why it loses, fails on what, is open because of which blank.</param>
/// <param name="IsPersonal">Whether a value in <paramref name="Seen"/> or <paramref name="Note"/> points at a person or customer.</param>
public sealed record ExplanationRow(string? Dimension, string Segment, string Rule, Truth Answer, [property: Personal] string Seen, [property: Personal] string Note, bool IsPersonal);
