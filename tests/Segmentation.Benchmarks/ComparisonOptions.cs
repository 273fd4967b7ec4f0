using System.Collections.Immutable;

namespace Segmentation.Benchmarks;

/// <summary>What a comparison runs.</summary>
public sealed record ComparisonOptions
{
    /// <summary>Gets the defaults.</summary>
    public static ComparisonOptions Default { get; } = new();

    /// <summary>Gets the sizes in data rows, ascending. Default 10,000, 100,000 and 1,000,000.</summary>
    public ImmutableArray<int> Rows { get; init; } = [10_000, 100_000, 1_000_000];

    /// <summary>Gets how often each contender runs at each size; the median counts. Default 5.</summary>
    public int Runs { get; init; } = 5;
}
