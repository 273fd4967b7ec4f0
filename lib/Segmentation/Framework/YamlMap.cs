using System.Collections.Immutable;

namespace Segmentation.Framework;

/// <summary>Names with what they hold.</summary>
/// <param name="Entries">In their usual order.</param>
internal sealed record YamlMap(ImmutableArray<(string Key, YamlPart Value)> Entries) : YamlPart
{
    /// <summary>Gets whether the order says something, so that it is not the person's to choose.</summary>
    public bool IsOrdered { get; init; }
}
