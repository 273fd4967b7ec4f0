using System.Collections.Immutable;

namespace Segmentation.Clustering;

/// <summary>A column of numbers.</summary>
/// <param name="Name">Its name in the rules.</param>
/// <param name="Values">Length n. NaN or infinite where blank.</param>
public sealed record NumericFeature(string Name, ImmutableArray<double> Values) : TreeFeature(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Length;

    /// <inheritdoc/>
    public override bool IsBlank(int row) => !double.IsFinite(Values[row]);
}
