using System.Collections.Immutable;

namespace Segmentation.Match;

/// <summary>
/// One question asked of a pair, with its levels from the strongest down; what fits none is on the level "else". Levels are numbered
/// 0 = missing (a value of <paramref name="Field"/> is null on either side; weight 0), 1 … L = <paramref name="Levels"/> in order, L + 1 = else.
/// At most 14 levels, so that the number fits four bits.
/// </summary>
/// <param name="Name">The comparison in words: <c>company name</c>.</param>
/// <param name="Field">The field whose absence makes the comparison missing.</param>
/// <param name="Levels">Levels from the strongest to the weakest; at least one.</param>
/// <param name="TermFrequency">Whether agreement on level 1 counts more for a rare value and less for a frequent one.</param>
public sealed record Comparison(string Name, string Field, ImmutableArray<ComparisonLevel> Levels, bool TermFrequency = false)
{
    /// <summary>Gets the number of the level "else", L + 1.</summary>
    public int Else => Levels.Length + 1;

    /// <summary>Returns a level in words.</summary>
    /// <param name="level">Number of the level, in [0, L + 1].</param>
    public string NameOf(int level) => level == 0 ? "missing" : level == Else ? "else" : Levels[level - 1].Name;
}
