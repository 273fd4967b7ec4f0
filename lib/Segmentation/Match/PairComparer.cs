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

    private readonly Question[] questions;
    private readonly PairComparerMeasure[] measures;
    private readonly int[] codes;

    private PairComparer(Question[] questions, PairComparerMeasure[] measures, int[] codes, int width) =>
        (this.questions, this.measures, this.codes, Width) = (questions, measures, codes, width);

    /// <summary>Gets the number of fields compared, the codes of one record.</summary>
    public int Width { get; }

    /// <summary>Gets the number of comparisons.</summary>
    public int Comparisons => questions.Length;

    /// <summary>Gets the number of ways to compare two values, the length of the notes of a pair.</summary>
    public int Measures => measures.Length;

    /// <summary>Returns what compares records.</summary>
    /// <param name="records">The records.</param>
    /// <param name="comparisons">At most 16 comparisons of at most 14 levels.</param>
    /// <exception cref="KeyNotFoundException">A comparison names a field that the records do not have.</exception>
    /// <exception cref="ArgumentException">There are too many comparisons or levels, or a level has no condition.</exception>
    public static PairComparer Of(MatchRecords records, ImmutableArray<Comparison> comparisons)
    {
        ArgumentNullException.ThrowIfNull(records);
        Check(comparisons);
        string[] fields = [.. comparisons.SelectMany(c => c.Levels.SelectMany(l => l.Conditions.Select(o => o.Field)).Prepend(c.Field)).Distinct(StringComparer.OrdinalIgnoreCase)];
        TextColumn[] columns = [.. fields.Select(records.Fields.Text)];
        var asked = comparisons.SelectMany(c => c.Levels).SelectMany(l => l.Conditions)
            .GroupBy(c => (Field: FieldOf(c.Field), c.Test))
            .Select(g => (g.Key.Field, g.Key.Test, Bounds: BoundsOf(g.Key.Test, g.Select(c => c.Threshold))))
            .ToArray();
        return new PairComparer(
            [.. comparisons.Select(c => new Question(FieldOf(c.Field), [.. c.Levels.Select(l => l.Conditions.Select(ConditionOf).ToArray())]))],
            [.. asked.Select(a => PairComparerMeasure.Of(a.Test, columns[a.Field].Dictionary.ToArray(), a.Bounds))],
            ByRecord(columns, records.Fields.RowCount),
            columns.Length);

        int FieldOf(string name) => Array.FindIndex(fields, f => string.Equals(f, name, StringComparison.OrdinalIgnoreCase));

        Condition ConditionOf(LevelCondition condition)
        {
            var field = FieldOf(condition.Field);
            var measure = Array.FindIndex(asked, a => a.Field == field && a.Test == condition.Test);
            return new Condition(measure, field, condition.Test == LevelTest.Exact ? 1 : Array.IndexOf(asked[measure].Bounds, condition.Threshold) + 1);
        }
    }

    /// <summary>Returns the levels of a pair, comparison i in bits 4i … 4i + 3, numbered as <see cref="Comparison"/> says.</summary>
    /// <param name="left">Zero-based row.</param>
    /// <param name="right">Zero-based row.</param>
    public ulong Levels(int left, int right) => Levels(CodesOf(left), CodesOf(right));

    /// <summary>Returns the codes of a record's fields, -1 where a value is missing.</summary>
    public ReadOnlySpan<int> CodesOf(int row) => codes.AsSpan(row * Width, Width);

    /// <summary>Returns the levels of a pair of records by their codes.</summary>
    [SkipLocalsInit]
    public ulong Levels(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        Span<sbyte> notes = stackalloc sbyte[measures.Length];
        notes.Fill(-1);
        var levels = 0UL;
        for (var comparison = 0; comparison < questions.Length; comparison++)
            levels |= (ulong)Level(comparison, left, right, notes) << (BitsOfALevel * comparison);
        return levels;
    }

    /// <summary>Returns the level of one comparison.</summary>
    /// <param name="comparison">Zero-based comparison.</param>
    /// <param name="left">Codes of one record.</param>
    /// <param name="right">Codes of the other.</param>
    /// <param name="notes">What is known of the pair already, by measure; -1 where nothing is.</param>
    public int Level(int comparison, ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<sbyte> notes)
    {
        var question = questions[comparison];
        if ((left[question.Field] | right[question.Field]) < 0) return 0;
        for (var level = 0; level < question.Levels.Length; level++)
        {
            var holds = true;
            foreach (var condition in question.Levels[level])
            {
                ref var reached = ref notes[condition.Measure];
                if (reached < 0) reached = Reached(condition, left, right);
                holds = reached >= condition.Needed;
                if (!holds) break;
            }

            if (holds) return level + 1;
        }

        return question.Levels.Length + 1;
    }

    /// <summary>Returns the level of one comparison out of the levels of a pair.</summary>
    public static int LevelOf(ulong levels, int comparison) => (int)(levels >> (BitsOfALevel * comparison)) & ((1 << BitsOfALevel) - 1);

    private sbyte Reached(Condition condition, ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var (a, b) = (left[condition.Field], right[condition.Field]);
        return (a | b) < 0 ? (sbyte)0 : (sbyte)measures[condition.Measure].Reached(a, b);
    }

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
        LevelTest.Exact => [0],
        LevelTest.Levenshtein or LevelTest.Damerau => [.. thresholds.Distinct().OrderDescending()],
        _ => [.. thresholds.Distinct().Order()],
    };

    // Record by record, so that a record is one or two lines of the cache.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] ByRecord(TextColumn[] columns, int records)
    {
        var all = new int[records * columns.Length];
        for (var field = 0; field < columns.Length; field++)
        {
            var codes = columns[field].Codes;
            for (var row = 0; row < codes.Length; row++) all[(row * columns.Length) + field] = codes[row];
        }

        return all;
    }

    private sealed record Question(int Field, Condition[][] Levels);

    private readonly record struct Condition(int Measure, int Field, int Needed);
}
