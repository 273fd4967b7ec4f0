using System.Collections.Immutable;

namespace Segmentation.Match;

/// <summary>
/// Estimates how often each level occurs among pairs that are one and among others, from pairs of which nobody knows which they are: expectation-maximisation
/// over counts of levels.
/// </summary>
/// <remarks>
/// The mixture of I. P. Fellegi and A. B. Sunter, Journal of the American Statistical Association 64(328), 1969, 1183-1210, with comparisons taken
/// as independent given whether the pair is one; the algorithm as W. E. Winkler, Proceedings of the Section on Survey Research Methods, ASA, 1988, 667-671.
/// A missing comparison (level 0) says nothing and counts for nothing. Not to be trusted where fewer than some 5% of the pairs are matches, or where comparisons
/// depend on each other: block first, and keep one comparison a question.
/// </remarks>
internal static class ExpectationMaximization
{
    /// <summary>Fits the mixture.</summary>
    /// <param name="patterns">How many pairs have which levels: comparison i in bits 4i … 4i + 3.</param>
    /// <param name="comparisons">The comparisons, for their number of levels and their assumed shares.</param>
    /// <param name="used">Length k: whether a comparison takes part. What does not keeps the start's shares, and its levels say nothing.</param>
    /// <param name="start">Where the rounds start: prior, m and u.</param>
    /// <param name="settings">Rounds, tolerance, floor, and how much the assumed shares count.</param>
    /// <param name="fixedU">Whether u stays as the start has it, because random pairs tell it better.</param>
    public static MixtureEstimate Fit(
        ReadOnlySpan<(ulong Levels, long Pairs)> patterns, ImmutableArray<Comparison> comparisons, ReadOnlySpan<bool> used, MatchParameters start, MatchSettings settings, bool fixedU)
    {
        var now = start;
        double[][] matches = [.. comparisons.Select(c => new double[c.Else])], others = [.. comparisons.Select(c => new double[c.Else])];
        var (change, expected, total, rounds) = (double.PositiveInfinity, 0.0, Total(patterns), 0);
        while (total > 0 && rounds < settings.MostRounds && change > settings.Tolerance)
        {
            expected = Expect(patterns, used, now, matches, others);
            var next = new MatchParameters(
                Clamp(expected / total, settings.Floor),
                Maximise(comparisons, used, matches, now.M, c => c.AssumedM, settings),
                fixedU ? now.U : Maximise(comparisons, used, others, now.U, c => c.AssumedU, settings));
            change = Change(now, next);
            now = next;
            rounds++;
        }

        return new MixtureEstimate(now, rounds, change <= settings.Tolerance, total, expected, [.. matches.Select(m => m.ToImmutableArray())]);
    }

    /// <summary>Returns shares from counts and the assumed shares, kept off 0 and 1.</summary>
    public static ImmutableArray<double> Shares(ReadOnlySpan<double> counts, ImmutableArray<double> assumed, double assumedPairs, double floor)
    {
        var total = assumedPairs;
        foreach (var count in counts) total += count;
        var shares = new double[counts.Length];
        var sum = 0.0;
        for (var level = 0; level < shares.Length; level++)
        {
            shares[level] = total > 0 ? Clamp((counts[level] + (assumedPairs * assumed[level])) / total, floor) : assumed[level];
            sum += shares[level];
        }

        for (var level = 0; level < shares.Length; level++) shares[level] /= sum;
        return [.. shares];
    }

    private static double Clamp(double probability, double floor) => Math.Clamp(probability, floor, 1 - floor);

    private static double Total(ReadOnlySpan<(ulong Levels, long Pairs)> patterns)
    {
        var total = 0.0;
        foreach (var (_, pairs) in patterns) total += pairs;
        return total;
    }

    /// <summary>Shares out the pairs of each pattern between matches and others; returns the expected number of matches.</summary>
    private static double Expect(ReadOnlySpan<(ulong Levels, long Pairs)> patterns, ReadOnlySpan<bool> used, MatchParameters now, double[][] matches, double[][] others)
    {
        foreach (var counts in matches) Array.Clear(counts);
        foreach (var counts in others) Array.Clear(counts);
        var weights = new double[used.Length][];
        for (var i = 0; i < weights.Length; i++) weights[i] = [.. Enumerable.Range(0, matches[i].Length + 1).Select(level => now.Weight(i, level))];
        var expected = 0.0;
        foreach (var (levels, pairs) in patterns)
        {
            // P = 2^M / (1 + 2^M), M = log2(λ/(1-λ)) + Σ log2(m/u).
            var weight = now.PriorWeight;
            for (var i = 0; i < used.Length; i++)
            {
                if (used[i]) weight += weights[i][PairComparer.LevelOf(levels, i)];
            }

            var match = pairs * MatchParameters.Probability(weight);
            expected += match;
            for (var i = 0; i < used.Length; i++)
            {
                if (PairComparer.LevelOf(levels, i) is not (> 0 and var level)) continue;
                matches[i][level - 1] += match;
                others[i][level - 1] += pairs - match;
            }
        }

        return expected;
    }

    private static ImmutableArray<ImmutableArray<double>> Maximise(
        ImmutableArray<Comparison> comparisons, ReadOnlySpan<bool> used, double[][] counts, ImmutableArray<ImmutableArray<double>> now, Func<Comparison, ImmutableArray<double>> assumed, MatchSettings settings)
    {
        var next = now.ToBuilder();
        for (var i = 0; i < comparisons.Length; i++)
        {
            if (used[i]) next[i] = Shares(counts[i], assumed(comparisons[i]), settings.AssumedPairs, settings.Floor);
        }

        return next.ToImmutable();
    }

    private static double Change(MatchParameters before, MatchParameters after)
    {
        var change = Math.Abs(after.Prior - before.Prior);
        foreach (var (old, now) in new[] { (before.M, after.M), (before.U, after.U) })
        {
            for (var i = 0; i < old.Length; i++)
            {
                for (var level = 0; level < old[i].Length; level++) change = Math.Max(change, Math.Abs(now[i][level] - old[i][level]));
            }
        }

        return change;
    }
}
