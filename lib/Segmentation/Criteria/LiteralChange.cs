namespace Segmentation.Criteria;

/// <summary>A value that a rule compares with, before and after.</summary>
/// <param name="Field">The field's name as declared.</param>
/// <param name="Before">The value before, in words: <c>1,000</c>.</param>
/// <param name="After">The value after.</param>
/// <param name="IsThreshold">Whether it is a number or date that cuts the field's axis; a text or a list of values is not.</param>
public sealed record LiteralChange(string Field, string Before, string After, bool IsThreshold)
{
    /// <summary>Gets the change in words: <c>employees: 1,000 → 1,400</c>.</summary>
    public string Words => $"{Field}: {Before} → {After}";
}
