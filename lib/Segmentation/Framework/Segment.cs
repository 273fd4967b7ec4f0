using Segmentation.Criteria;

namespace Segmentation.Framework;

/// <summary>One segment of a dimension.</summary>
/// <param name="Name">Its name: <c>Mid-Market</c>.</param>
/// <param name="Criteria">Who belongs to it.</param>
public sealed record Segment(string Name, Criterion Criteria)
{
    /// <summary>Gets what is done differently for it; null where nobody has said.</summary>
    public string? Action { get; init; }

    /// <summary>Gets who answers for it; null where nobody does yet.</summary>
    public string? Owner { get; init; }

    /// <summary>Gets how many records are expected in it; null where nobody has said.</summary>
    public int? Expected { get; init; }

    /// <summary>Gets how far it is agreed.</summary>
    public Standing Standing { get; init; } = Standing.Assumed;
}
