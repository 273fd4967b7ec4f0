using System.Runtime.CompilerServices;

namespace Segmentation.Match;

/// <summary>
/// Tells whether the weight of a pair reaches a bound, and stops comparing as soon as the best that the rest could add would not take it there:
/// what equality and absence tell comes first, then the comparison that can lower the sum most.
/// </summary>
internal sealed class PairEngineScorer
{
    // The parts are added in another order than the total: what rounding may make of that.
    private const double Rounding = 1e-6;

    private readonly PairComparer comparer;
    private readonly PairWeights weights;
    private readonly double lowestWeight;
    private readonly int[] order;
    private readonly double[] most;

    /// <summary>Prepares a bound.</summary>
    public PairEngineScorer(PairComparer comparer, PairWeights weights, double lowestWeight)
    {
        (this.comparer, this.weights, this.lowestWeight) = (comparer, weights, lowestWeight);
        most = new double[comparer.Questions.Length];
        var drop = new double[most.Length];
        for (var i = 0; i < most.Length; i++)
        {
            var question = comparer.Questions[i];
            // Where the values have to be looked at, they differ or level 1 is more than equality.
            var from = question is { FirstNeedsEqual: true, EqualIsFirst: true } ? 2 : 1;
            var reachable = Enumerable.Range(from, question.LevelCount - from).Select(level => weights.Most(i, level)).ToArray();
            (most[i], drop[i]) = (reachable.Max(), reachable.Max() - reachable.Min());
        }

        order = [.. Enumerable.Range(0, most.Length).OrderByDescending(i => drop[i])];
    }

    /// <summary>Tells whether the weight of a pair reaches the bound; its levels where it may.</summary>
    [SkipLocalsInit]
    public bool MayReach(ref int left, ref int right, out ulong levels)
    {
        var records = comparer.Records;
        var (equal, missing) = (records.Equal(ref left, ref right), records.Missing(ref left, ref right));
        var questions = comparer.Questions;
        var (best, open) = (weights.Prior, 0u);
        levels = 0;
        for (var i = 0; i < questions.Length; i++)
        {
            var level = questions[i].LevelOfMasks(equal, missing);
            if (level < 0)
            {
                open |= 1u << i;
                best += most[i];
            }
            else if (level > 0)
            {
                levels |= PairComparer.Place(i, level);
                best += weights.OfEqual(i, Unsafe.Add(ref left, questions[i].Field));
            }
        }

        if (best < lowestWeight - Rounding) return false;
        if (open == 0) return true;
        Span<sbyte> notes = stackalloc sbyte[comparer.Measures];
        notes.Fill(-1);
        foreach (var i in order)
        {
            if ((open >> i & 1) == 0) continue;
            var level = comparer.Level(i, ref left, ref right, equal, missing, notes);
            levels |= PairComparer.Place(i, level);
            best += weights.Most(i, level) - most[i];
            if (best < lowestWeight - Rounding) return false;
        }

        return true;
    }
}
