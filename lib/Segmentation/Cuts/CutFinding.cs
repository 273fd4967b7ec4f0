using System.Collections.Immutable;

namespace Segmentation.Cuts;

/// <summary>Where one way of cutting would cut, or why it would not.</summary>
/// <param name="Method">The way, in words: <c>k-means, log scale</c>.</param>
/// <param name="Cuts">Ascending; a value equal to a cut belongs to the band above it. Empty where no cut is supported.</param>
public sealed record CutFinding(string Method, ImmutableArray<double> Cuts)
{
    /// <summary>Gets why there is no cut (<c>no cut is supported: …</c>) or what has to be known of the cuts; null where nothing has.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the limits that could not be met; the cuts are the best without them.</summary>
    public ImmutableArray<BandShortfall> Shortfalls { get; init; } = [];

    /// <summary>Gets the number of bands.</summary>
    public int Bands => Cuts.Length + 1;
}
