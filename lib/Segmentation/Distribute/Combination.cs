using System.Collections.Immutable;
using Segmentation.Audit;

namespace Segmentation.Distribute;

/// <summary>One combination of segments, one of every dimension, that occurs.</summary>
/// <param name="Name">Its name by the framework's naming convention: <c>Industry: Technology | Size: Mid-Market</c>.</param>
/// <param name="Segments">Its segments in the order of the dimensions; null where its records are Unassigned.</param>
/// <param name="Records">Records, at least 1.</param>
/// <param name="Share">As a proportion of the records that are not excluded.</param>
/// <param name="Arr">Their ARR; null for contacts and where the exports hold none.</param>
public sealed record Combination(string Name, ImmutableArray<string?> Segments, int Records, double Share, double? Arr)
{
    /// <summary>Gets whether its records have a segment in every dimension.</summary>
    public bool IsComplete => Segments.All(s => s is not null);

    /// <summary>Gets the verdict of the limits on a segment's size; null where it keeps to them.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Gets what is wrong with its size, in words; null where nothing is.</summary>
    public string? Verdict { get; init; }
}
