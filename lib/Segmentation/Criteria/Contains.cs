namespace Segmentation.Criteria;

/// <summary>A text holds another, without regard to case: <c>title contains "sales"</c>.</summary>
/// <param name="Field">The field's name as declared.</param>
/// <param name="Part">What it holds; not empty.</param>
public sealed record Contains(string Field, string Part) : Condition;
