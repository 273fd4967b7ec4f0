using System.Collections.Immutable;

namespace Segmentation.Framework;

/// <summary>How a person laid out one item of a YAML text. Comments begin with their number sign; an empty line among them is an empty text.</summary>
internal sealed record YamlItemLayout
{
    /// <summary>Gets an item of which nothing is remembered.</summary>
    public static YamlItemLayout None { get; } = new();

    /// <summary>Gets the comment lines above it.</summary>
    public ImmutableArray<string> Above { get; init; } = [];

    /// <summary>Gets the comment at the end of its line; null where there is none.</summary>
    public string? Beside { get; init; }

    /// <summary>Gets the comment lines after the last thing in it.</summary>
    public ImmutableArray<string> Below { get; init; } = [];

    /// <summary>Gets its names in the order written.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Gets whether it stood between braces or brackets; null where nothing is remembered.</summary>
    public bool? OnOneLine { get; init; }

    /// <summary>Gets whether an empty line stands above it; null where nothing is remembered.</summary>
    public bool? HasGap { get; init; }

    /// <summary>Gets whether a comment belongs to it.</summary>
    public bool HasComment => !Above.IsEmpty || Beside is not null || !Below.IsEmpty;
}
