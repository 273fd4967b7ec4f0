namespace Segmentation.Framework;

/// <summary>A piece of a YAML text that is to be written: a value, a map or a list.</summary>
internal abstract record YamlPart
{
    /// <summary>Gets whether it is the same as saying nothing: it is written only where a person wrote it, or a comment beside it.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Gets whether it is written, default or not, for an item that no person laid out.</summary>
    public bool IsSaidWhenNew { get; init; }

    /// <summary>Gets whether it stands on one line where it fits and nobody laid it out otherwise.</summary>
    public bool OnOneLine { get; init; }
}
