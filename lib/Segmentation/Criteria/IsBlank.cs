namespace Segmentation.Criteria;

/// <summary>A field holds no value: <c>industry is blank</c>. Never unknown.</summary>
/// <param name="Field">The field's name as declared.</param>
public sealed record IsBlank(string Field) : Condition;
