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
    /// <summary>Gets the assumed share of each level 1 … L + 1 among pairs that are one, before anything is learnt from the records; length L + 1, sums to 1.
    /// Default: 0.8 on level 1, the rest halving from level to level.</summary>
    public ImmutableArray<double> AssumedM { get; init; } = Falling(Levels.Length + 1, 0.8);

    /// <summary>Gets the assumed share of each level among pairs that are not one; length L + 1, sums to 1. Default: 0.95 on "else", the rest halving
    /// upwards from level L to level 1.</summary>
    public ImmutableArray<double> AssumedU { get; init; } = [.. Falling(Levels.Length + 1, 0.95).Reverse()];

    /// <summary>Gets the number of the level "else", L + 1.</summary>
    public int Else => Levels.Length + 1;

    /// <summary>Returns a level in words.</summary>
    /// <param name="level">Number of the level, in [0, L + 1].</param>
    public string NameOf(int level) => level == 0 ? "missing" : level == Else ? "else" : Levels[level - 1].Name;

    private static ImmutableArray<double> Falling(int count, double first)
    {
        var shares = new double[count];
        shares[0] = first;
        for (var i = 1; i < count; i++) shares[i] = Math.Pow(0.5, i);
        var rest = shares.Skip(1).Sum();
        for (var i = 1; i < count; i++) shares[i] *= (1 - first) / rest;
        return [.. shares];
    }
}
