using System.Collections.Immutable;
using Segmentation.Load;

namespace Segmentation.Framework;

/// <summary>One way of dividing the records: each record is in one segment of it.</summary>
/// <param name="Name">Its name: <c>Customer Tier</c>.</param>
/// <param name="Kind">What it looks at.</param>
/// <param name="Of">What it divides: <see cref="EntityKind.Accounts"/> or <see cref="EntityKind.Contacts"/>.</param>
/// <param name="Segments">The segments in order of precedence, first wins.</param>
public sealed record Dimension(string Name, DimensionKind Kind, EntityKind Of, ImmutableArray<Segment> Segments)
{
    /// <summary>Gets the short name in labels such as <c>Size: Mid-Market</c>. Default: <see cref="Name"/>.</summary>
    public string Label { get; init; } = Name;

    /// <summary>Gets why it is there; null where nobody has said.</summary>
    public string? Purpose { get; init; }

    /// <summary>Gets how far it is agreed.</summary>
    public Standing Standing { get; init; } = Standing.Assumed;
}
