using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Segmentation.Tables;

namespace Segmentation.Match;

/// <summary>
/// Compares records pair by pair, without allocating: equal values are told by their codes, and each similarity is computed at most
/// once a pair, however many levels ask for it.
/// </summary>
internal sealed class PairComparer
{
    /// <summary>Most comparisons, so that the levels of a pair fit one word.</summary>
    public const int MostComparisons = 16;

    private const int MostLevels = 14;
    private const int BitsOfALevel = 4;

    private readonly PairComparerQuestion[] questions;
    private readonly PairComparerMeasure[] measures;

    private PairComparer(PairComparerQuestion[] questions, PairComparerMeasure[] measures, CandidateRecords records) =>
        (this.questions, this.measures, Records) = (questions, measures, records);

    /// <summary>Gets the records compared.</summary>
    public CandidateRecords Records { get; }

    /// <summary>Gets the comparisons as they are asked.</summary>
    public ReadOnlySpan<PairComparerQuestion> Questions => questions;

    /// <summary>Gets the number of ways to compare two values, the length of the notes of a pair.</summary>
    public int Measures => measures.Length;

    /// <summary>Returns what compares records.</summary>
    /// <param name="records">The records.</param>
    /// <param name="comparisons">At most 16 comparisons of at most 14 levels, over at most 64 fields.</param>
    /// <param name="blockOfRows">The block of each row under each blocking rule, where the rules that make a pair are asked for.</param>
    /// <exception cref="KeyNotFoundException">A comparison names a field that the records do not have.</exception>
    /// <exception cref="ArgumentException">There are too many comparisons, levels or fields, or a level has no condition.</exception>
    public static PairComparer Of(MatchRecords records, ImmutableArray<Comparison> comparisons, params int[][] blockOfRows)
    {
        ArgumentNullException.ThrowIfNull(records);
        Check(comparisons);
        string[] fields = [.. comparisons.SelectMany(c => c.Levels.SelectMany(l => l.Conditions.Select(o => o.Field)).Prepend(c.Field)).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (fields.Length > CandidateRecords.MostFields)
            throw new ArgumentException($"The comparisons ask {fields.Length} fields, expected at most {CandidateRecords.MostFields}.", nameof(comparisons));
        TextColumn[] columns = [.. fields.Select(records.Fields.Text)];
        var asked = comparisons.SelectMany(c => c.Levels).SelectMany(l => l.Conditions)
            .GroupBy(c => (Field: FieldOf(c.Field), c.Test))
            .Select(g => (g.Key.Field, g.Key.Test, Bounds: BoundsOf(g.Key.Test, g.Select(c => c.Threshold))))
            .ToArray();
        return new PairComparer(
            [.. comparisons.Select(c => new PairComparerQuestion(FieldOf(c.Field), IsReachedByEqual(c), [.. c.Levels.Select(l => l.Conditions.Select(ConditionOf).ToArray())]))],
            [.. asked.Select(a => PairComparerMeasure.Of(a.Test, columns[a.Field].Dictionary.ToArray(), a.Bounds))],
            CandidateRecords.Of(columns, blockOfRows, records.Fields.RowCount));

        int FieldOf(string name) => Array.FindIndex(fields, f => string.Equals(f, name, StringComparison.OrdinalIgnoreCase));

        PairComparerQuestion.Condition ConditionOf(LevelCondition condition)
        {
            var field = FieldOf(condition.Field);
            var measure = Array.FindIndex(asked, a => a.Field == field && a.Test == condition.Test);
            return new(measure, field, condition.Test == LevelTest.Exact ? 0 : Array.IndexOf(asked[measure].Bounds, condition.Threshold) + 1);
        }
    }

    /// <summary>Returns the levels of a pair, comparison i in bits 4i … 4i + 3, numbered as <see cref="Comparison"/> says.</summary>
    /// <param name="left">Zero-based row.</param>
    /// <param name="right">Zero-based row.</param>
    public ulong Levels(int left, int right) => Levels(ref Records[left], ref Records[right]);

    /// <summary>Returns the levels of a pair of records by their cells.</summary>
    [SkipLocalsInit]
    public ulong Levels(ref int left, ref int right)
    {
        Span<sbyte> notes = stackalloc sbyte[measures.Length];
        notes.Fill(-1);
        var (equal, missing) = (Records.Equal(ref left, ref right), Records.Missing(ref left, ref right));
        var levels = 0UL;
        for (var comparison = 0; comparison < questions.Length; comparison++)
            levels |= Place(comparison, questions[comparison].LevelOfMasks(equal, missing) is var level and >= 0 ? level : Level(comparison, ref left, ref right, equal, missing, notes));
        return levels;
    }

    /// <summary>Returns the level of a comparison that the masks do not tell.</summary>
    /// <param name="comparison">Zero-based comparison.</param>
    /// <param name="left">Cells of one record.</param>
    /// <param name="right">Cells of the other.</param>
    /// <param name="equal">Fields that are the same.</param>
    /// <param name="missing">Fields that are missing on a side.</param>
    /// <param name="notes">What is known of the pair already, by measure; -1 where nothing is.</param>
    public int Level(int comparison, ref int left, ref int right, ulong equal, ulong missing, Span<sbyte> notes)
    {
        var levels = questions[comparison].Levels;
        for (var level = 0; level < levels.Length; level++)
        {
            var holds = true;
            foreach (var condition in levels[level])
            {
                holds = Holds(condition, ref left, ref right, equal, missing, notes);
                if (!holds) break;
            }

            if (holds) return level + 1;
        }

        return levels.Length + 1;
    }

    /// <summary>Returns the level of one comparison out of the levels of a pair.</summary>
    public static int LevelOf(ulong levels, int comparison) => (int)(levels >> (BitsOfALevel * comparison)) & ((1 << BitsOfALevel) - 1);

    /// <summary>Returns a level in the place of its comparison.</summary>
    public static ulong Place(int comparison, int level) => (ulong)level << (BitsOfALevel * comparison);

    private bool Holds(PairComparerQuestion.Condition condition, ref int left, ref int right, ulong equal, ulong missing, Span<sbyte> notes)
    {
        if (condition.IsExact) return (equal >> condition.Field & 1) != 0;
        if ((missing >> condition.Field & 1) != 0) return false;
        ref var reached = ref notes[condition.Measure];
        if (reached < 0) reached = (sbyte)measures[condition.Measure].Reached(Unsafe.Add(ref left, condition.Field), Unsafe.Add(ref right, condition.Field));
        return reached >= condition.Needed;
    }

    /// <summary>Tells whether two equal values are on level 1 whatever they are: all tests but a beginning of a length hold for equal values.</summary>
    private static bool IsReachedByEqual(Comparison comparison) =>
        comparison.Levels[0].Conditions is [var only] && string.Equals(only.Field, comparison.Field, StringComparison.OrdinalIgnoreCase) && only.Test switch
        {
            LevelTest.Exact => true,
            LevelTest.JaroWinkler or LevelTest.Jaccard => only.Threshold <= 1,
            LevelTest.Levenshtein or LevelTest.Damerau => only.Threshold >= 0,
            _ => false,
        };

    private static void Check(ImmutableArray<Comparison> comparisons)
    {
        if (comparisons.Length > MostComparisons) throw new ArgumentException($"Found {comparisons.Length} comparisons, expected at most {MostComparisons}.", nameof(comparisons));
        foreach (var comparison in comparisons)
        {
            if (comparison.Levels.Length is < 1 or > MostLevels)
                throw new ArgumentException($"Comparison '{comparison.Name}' has {comparison.Levels.Length} levels, expected 1 to {MostLevels}.", nameof(comparisons));
            if (comparison.Levels.FirstOrDefault(l => l.Conditions.IsDefaultOrEmpty) is { } empty)
                throw new ArgumentException($"Level '{empty.Name}' of comparison '{comparison.Name}' has no condition, expected at least one.", nameof(comparisons));
        }
    }

    private static double[] BoundsOf(LevelTest test, IEnumerable<double> thresholds) => test switch
    {
        LevelTest.Exact => [],
        LevelTest.Levenshtein or LevelTest.Damerau => [.. thresholds.Distinct().OrderDescending()],
        _ => [.. thresholds.Distinct().Order()],
    };
}
