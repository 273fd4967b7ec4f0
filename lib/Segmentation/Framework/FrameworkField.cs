using Segmentation.Criteria;
using Segmentation.Load;

namespace Segmentation.Framework;

/// <summary>A field that the rules use, and where its values come from.</summary>
/// <param name="Of">Whose field: <see cref="EntityKind.Accounts"/> or <see cref="EntityKind.Contacts"/>.</param>
/// <param name="Definition">Name, type, unit, column, picklist.</param>
public sealed record FrameworkField(EntityKind Of, FieldDefinition Definition)
{
    /// <summary>Gets where the values come from, in words: <c>CRM, then ZoomInfo where blank</c>; null where nobody has said.</summary>
    public string? Source { get; init; }

    /// <summary>Gets how far it is agreed.</summary>
    public Standing Standing { get; init; } = Standing.Assumed;
}
