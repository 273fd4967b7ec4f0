using System.Collections.Immutable;

namespace Segmentation.Calibrate;

/// <summary>How one field is coded for clustering, or why it is left out.</summary>
/// <param name="Name">The field.</param>
/// <param name="Kind">How.</param>
public sealed record FeatureCodingField(string Name, FeatureCodingKind Kind)
{
    /// <summary>Gets the share of accounts with a value; 0 where there are no accounts.</summary>
    public double Coverage { get; init; }

    /// <summary>Gets why it is coded so, or left out, in words.</summary>
    public required string Why { get; init; }

    /// <summary>Gets the values that are coordinates, the most frequent first, the rest pooled last as Other; empty for numbers.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>Gets what is subtracted, on the scale of the coordinate; 0 for categories.</summary>
    public double Mean { get; init; }

    /// <summary>Gets what a number is divided by; for categories the weight by which each coordinate is multiplied.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Gets the clustered accounts whose number is 0 or below and so not on the logarithmic scale: they count as the smallest that is.</summary>
    public int OffScale { get; init; }
}
