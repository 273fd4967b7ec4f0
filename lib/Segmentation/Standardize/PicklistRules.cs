using System.Collections.Immutable;
using Segmentation.Load;

namespace Segmentation.Standardize;

/// <summary>What a person decided about the values of one role.</summary>
public sealed record PicklistRules
{
    /// <summary>Gets the rules of a role about which nothing was decided.</summary>
    public static PicklistRules None { get; } = new();

    /// <summary>Gets the allowed values; empty where the workspace's list of the role holds, or the built-in one.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>Gets the approved pairs: the written value, letter by letter, becomes its target.</summary>
    public ImmutableArray<PicklistMapping> Approved { get; init; } = [];

    /// <summary>Gets further names of values; case, accents, punctuation and the order of words do not count.</summary>
    public ImmutableArray<PicklistMapping> Aliases { get; init; } = [];

    /// <summary>Gets the pairs rejected for good.</summary>
    public ImmutableArray<PicklistNever> Never { get; init; } = [];

    /// <summary>Gets where each of <see cref="Values"/> stands; empty where they were given in code.</summary>
    internal ImmutableArray<YamlPlace> ValuePlaces { get; init; } = [];
}
