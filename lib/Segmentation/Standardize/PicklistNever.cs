using Segmentation.Load;

namespace Segmentation.Standardize;

/// <summary>Two values that are never merged, whatever finds them alike. Two are equal where their values are, in the same order, wherever they are written.</summary>
/// <param name="Value">One value, letter by letter as records hold it.</param>
/// <param name="Other">The other: a value of the list, or another written value.</param>
public sealed record PicklistNever(string Value, string Other)
{
    /// <summary>Gets where the pair stands in the decisions; null where it was made in code.</summary>
    internal YamlPlace? Place { get; init; }

    /// <summary>Returns whether both values are the same, by ordinal.</summary>
    /// <param name="other">The other pair.</param>
    public bool Equals(PicklistNever? other) => other is not null && Value == other.Value && Other == other.Other;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, Other);
}
