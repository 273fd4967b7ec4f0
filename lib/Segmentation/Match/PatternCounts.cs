using System.Collections.Immutable;
using System.Numerics;

namespace Segmentation.Match;

/// <summary>The candidate pairs as the estimation of the weights needs them: how many have which levels. Sorted by levels, then rules.</summary>
/// <param name="Patterns">Each combination of levels and rules once.</param>
internal sealed record PatternCounts(ImmutableArray<PatternCount> Patterns)
{
    /// <summary>Gets the number of candidate pairs, each counted once.</summary>
    public long Total => Patterns.Sum(p => p.Pairs);

    /// <summary>Returns the number of pairs that a rule makes and no rule before it does.</summary>
    /// <param name="rule">Zero-based rule.</param>
    public long New(int rule) => Patterns.Where(p => BitOperations.TrailingZeroCount(p.Rules) == rule).Sum(p => p.Pairs);

    /// <summary>Returns how many candidate pairs have which levels, in ascending order of the levels.</summary>
    public ImmutableArray<(ulong Levels, long Pairs)> All() => Sum(Patterns);

    /// <summary>Returns how many of the pairs that a rule makes have which levels, whether another rule makes them too or not, in ascending order of the levels.</summary>
    /// <param name="rule">Zero-based rule.</param>
    public ImmutableArray<(ulong Levels, long Pairs)> Of(int rule) => Sum(Patterns.Where(p => (p.Rules >> rule & 1) != 0));

    private static ImmutableArray<(ulong, long)> Sum(IEnumerable<PatternCount> patterns) =>
        [.. patterns.GroupBy(p => p.Levels).Select(g => (g.Key, g.Sum(p => p.Pairs))).OrderBy(p => p.Key)];
}
