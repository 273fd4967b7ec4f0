using Segmentation.Statistics;

namespace Segmentation.Enrich;

/// <summary>How many records of a test batch a provider knows.</summary>
/// <param name="Provider">The provider's name.</param>
/// <param name="Asked">Records of the batch that have a key.</param>
/// <param name="Known">Those of them that it knows.</param>
/// <param name="Interval">Wilson interval of the rate for records of the same kind; the base's finite size is not used, so that it also holds for records to come.</param>
public sealed record BatchMatch(string Provider, int Asked, int Known, Interval Interval)
{
    /// <summary>Gets <see cref="Known"/> as a proportion of <see cref="Asked"/>; null without any.</summary>
    public double? Rate => Asked == 0 ? null : (double)Known / Asked;
}
