using System.Runtime.CompilerServices;

namespace Segmentation.Match;

/// <summary>A comparison as it is asked of a pair, fields and measures by number.</summary>
/// <param name="Field">The field whose absence makes the comparison missing.</param>
/// <param name="EqualIsFirst">Whether two equal values of the field are on level 1 whatever they are.</param>
/// <param name="Levels">Conditions of each level.</param>
internal sealed record PairComparerQuestion(int Field, bool EqualIsFirst, PairComparerQuestion.Condition[][] Levels)
{
    /// <summary>Gets the number of levels, "missing" and "else" included.</summary>
    public int LevelCount => Levels.Length + 2;

    /// <summary>Gets whether two different values cannot be on level 1.</summary>
    public bool FirstNeedsEqual { get; } = Levels[0].Any(c => c.Field == Field && c.IsExact);

    /// <summary>Returns the level where equality alone tells it; -1 where the values have to be looked at.</summary>
    /// <param name="equal">Fields that are the same.</param>
    /// <param name="missing">Fields that are missing on a side.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int LevelOfMasks(ulong equal, ulong missing) => (missing >> Field & 1) != 0 ? 0 : EqualIsFirst && (equal >> Field & 1) != 0 ? 1 : -1;

    /// <summary>One condition.</summary>
    /// <param name="Measure">How the values are compared.</param>
    /// <param name="Field">The field.</param>
    /// <param name="Needed">Bounds that must be reached; 0 where the values must be the same.</param>
    internal readonly record struct Condition(int Measure, int Field, int Needed)
    {
        public bool IsExact => Needed == 0;
    }
}
