using System.Collections.Immutable;

namespace Segmentation.Framework;

/// <summary>How a person laid out a YAML text, by path of its items: comments, order of names, and what stood on one line.</summary>
/// <param name="Items">What is remembered of each item; the empty path is the root.</param>
internal sealed record YamlLayout(ImmutableDictionary<string, YamlItemLayout> Items)
{
    /// <summary>Gets the layout of a text that nobody wrote.</summary>
    public static YamlLayout None { get; } = new(ImmutableDictionary<string, YamlItemLayout>.Empty);

    /// <summary>Returns what is remembered of an item.</summary>
    public YamlItemLayout Find(string path) => Items.GetValueOrDefault(path, YamlItemLayout.None);
}
