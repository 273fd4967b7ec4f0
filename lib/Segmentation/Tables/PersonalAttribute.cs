namespace Segmentation.Tables;

/// <summary>Marks a property of a result that points at a person or a customer, or may: hidden under <c>--mask</c> wherever the result is written field by field.
/// A column says the same with <see cref="Column.IsPersonal"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;
