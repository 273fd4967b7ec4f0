using System.Collections.Immutable;

namespace Segmentation.Match;

/// <summary>One level of a comparison: the pair is on it where every condition holds and no level before it fits.</summary>
/// <param name="Name">The level in words: <c>same domain, similar name</c>.</param>
/// <param name="Conditions">What must hold, all of it; at least one.</param>
public sealed record ComparisonLevel(string Name, ImmutableArray<LevelCondition> Conditions)
{
    /// <summary>Returns a level of one condition.</summary>
    /// <param name="name">The level in words.</param>
    /// <param name="field">Field of <see cref="MatchRecords.Fields"/>.</param>
    /// <param name="test">How the two values are compared.</param>
    /// <param name="threshold">The bound, itself included.</param>
    public static ComparisonLevel Of(string name, string field, LevelTest test, double threshold = 0) => new(name, [new(field, test, threshold)]);
}
