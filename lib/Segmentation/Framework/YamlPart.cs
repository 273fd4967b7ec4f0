using System.Collections.Immutable;

namespace Segmentation.Framework;

/// <summary>A piece of a YAML text that is to be written: one of the records below.</summary>
internal abstract record YamlPart
{
    /// <summary>Gets whether it is the same as saying nothing: it is written only where a person wrote it, or a comment beside it.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Gets whether it is written, default or not, for an item that no person laid out.</summary>
    public bool IsSaidWhenNew { get; init; }

    /// <summary>Gets whether it stands on one line where it fits and nobody laid it out otherwise.</summary>
    public bool OnOneLine { get; init; }
}

/// <summary>One value.</summary>
/// <param name="Text">As it reads.</param>
/// <param name="IsText">Whether it is text, to be quoted where another reader of YAML would take it for a number, a date or a flag.</param>
internal sealed record YamlValue(string Text, bool IsText = true) : YamlPart;

/// <summary>Names with what they hold.</summary>
/// <param name="Entries">In their usual order.</param>
internal sealed record YamlMap(ImmutableArray<(string Key, YamlPart Value)> Entries) : YamlPart
{
    /// <summary>Gets whether the order says something, so that it is not the person's to choose.</summary>
    public bool IsOrdered { get; init; }
}

/// <summary>A list.</summary>
/// <param name="Items">Each with what tells it from the others, which is its place in paths.</param>
internal sealed record YamlList(ImmutableArray<(string Id, YamlPart Value)> Items) : YamlPart
{
    /// <summary>Gets whether an empty line stands between the items.</summary>
    public bool IsSpaced { get; init; }
}
