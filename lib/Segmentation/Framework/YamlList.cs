using System.Collections.Immutable;

namespace Segmentation.Framework;

/// <summary>A list.</summary>
/// <param name="Items">Each with what tells it from the others, which is its place in paths.</param>
internal sealed record YamlList(ImmutableArray<(string Id, YamlPart Value)> Items) : YamlPart
{
    /// <summary>Gets whether an empty line stands between the items.</summary>
    public bool IsSpaced { get; init; }
}
