using Segmentation.Load;

namespace Segmentation.Standardize;

/// <summary>A written value and the value of the list that it stands for. Two are equal where both values are, wherever they are written.</summary>
/// <param name="Written">The value as records hold it.</param>
/// <param name="Target">The value it becomes.</param>
public sealed record PicklistMapping(string Written, string Target)
{
    /// <summary>Gets where the written value stands in the decisions; null where the mapping was made in code.</summary>
    internal YamlPlace? Place { get; init; }

    /// <summary>Returns whether both values are the same, by ordinal.</summary>
    /// <param name="other">The other mapping.</param>
    public bool Equals(PicklistMapping? other) => other is not null && Written == other.Written && Target == other.Target;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Written, Target);
}
