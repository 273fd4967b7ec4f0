using System.Collections.Immutable;
using Segmentation.Match;

namespace Segmentation.Tests.Match;

/// <summary>Parameters come back from simulated comparison vectors. Authority: the parameters of the simulation.</summary>
public sealed class ExpectationMaximizationTests
{
    private const double Within = 0.01;

    private static readonly ImmutableArray<ImmutableArray<double>> M = [[.90, .08, .02], [.85, .15], [.70, .20, .10], [.60, .40]];
    private static readonly ImmutableArray<ImmutableArray<double>> U = [[.02, .08, .90], [.05, .95], [.10, .20, .70], [.20, .80]];
    private static readonly ImmutableArray<Comparison> Comparisons = [.. M.Select((m, i) => new Comparison(
        $"comparison {i}", "name", [.. Enumerable.Range(1, m.Length - 1).Select(l => ComparisonLevel.Of($"level {l}", "name", LevelTest.JaroWinkler, 1 - (.1 * l)))]))];

    private static readonly MatchSettings Settings = new() { Blocking = [], Deterministic = [], Comparisons = Comparisons, MostRounds = 1000, Tolerance = 1e-7 };
    private static readonly MatchParameters Assumed = new(.1, [.. Comparisons.Select(c => c.AssumedM)], [.. Comparisons.Select(c => c.AssumedU)]);
    private static readonly bool[] All = [true, true, true, true];

    [Theory]
    [InlineData(.05, 0, true)]
    [InlineData(.2, 0, true)]
    [InlineData(.2, .25, true)]
    [InlineData(.5, 0, true)]
    [InlineData(.2, 0, false)]
    [InlineData(.5, .25, false)]
    public void Parameters_of_simulated_pairs_are_recovered_within_a_hundredth(double prior, double missing, bool knownU)
    {
        var estimate = Fit(Simulate(seed: 11, pairs: 400_000, prior, missing), knownU ? Assumed with { U = U } : Assumed, knownU);
        Assert.True(estimate.Converged);
        Assert.Equal(prior, estimate.Parameters.Prior, Within);
        AllWithin(M, estimate.Parameters.M);
        AllWithin(U, estimate.Parameters.U);
    }

    [Fact]
    public void A_comparison_that_takes_no_part_keeps_its_parameters_and_does_not_disturb_the_others()
    {
        // The first comparison is what the rule asked for: level 1 in every pair, whether it is one or not.
        var patterns = Simulate(seed: 5, pairs: 400_000, .2, 0).Select(p => ((p.Levels & ~0xFUL) | 1, p.Pairs)).ToArray();
        var estimate = ExpectationMaximization.Fit(patterns, Comparisons, [false, true, true, true], Assumed with { U = U }, Settings, fixedU: true);
        Assert.Equal(Assumed.M[0], estimate.Parameters.M[0]);
        Assert.Equal(.2, estimate.Parameters.Prior, Within);
        AllWithin(M[1..], estimate.Parameters.M[1..]);
    }

    [Fact]
    public void Without_pairs_nothing_moves()
    {
        var estimate = Fit([], Assumed, knownU: true);
        Assert.Equal((0, false, 0.0), (estimate.Rounds, estimate.Converged, estimate.Matches));
        Assert.Equal(Assumed.Prior, estimate.Parameters.Prior);
    }

    [Fact]
    public void Rounds_end_at_the_most_and_say_that_nothing_settled()
    {
        var estimate = ExpectationMaximization.Fit(Simulate(seed: 3, pairs: 1000, .2, 0), Comparisons, All, Assumed, Settings with { MostRounds = 2, Tolerance = 0 }, fixedU: false);
        Assert.Equal((2, false), (estimate.Rounds, estimate.Converged));
    }

    // (0 + 10 x .8) / (90 + 10) = .08 and (90 + 10 x .2) / 100 = .92.
    [Fact]
    public void Few_pairs_leave_the_shares_near_what_is_assumed()
    {
        Assert.Equal([.08, .92], ExpectationMaximization.Shares([0, 90], [.8, .2], assumedPairs: 10, floor: 1e-6).Select(s => Math.Round(s, 12)));
        Assert.Equal([.8, .2], ExpectationMaximization.Shares([0, 0], [.8, .2], assumedPairs: 10, floor: 1e-6).Select(s => Math.Round(s, 12)));
        Assert.Equal([.8, .2], ExpectationMaximization.Shares([0, 0], [.8, .2], assumedPairs: 0, floor: 1e-6).ToArray());
    }

    [Fact]
    public void No_level_is_proof_however_many_pairs_say_so()
    {
        var shares = ExpectationMaximization.Shares([1e12, 0], [.8, .2], assumedPairs: 0, floor: 1e-6);
        Assert.InRange(shares[1], 0.99e-6, 1.01e-6);
        Assert.Equal(1, shares.Sum(), 12);
    }

    private static MixtureEstimate Fit((ulong Levels, long Pairs)[] patterns, MatchParameters start, bool knownU) =>
        ExpectationMaximization.Fit(patterns, Comparisons, All, start, Settings, knownU);

    private static (ulong Levels, long Pairs)[] Simulate(int seed, int pairs, double prior, double missing)
    {
        var random = new Random(seed);
        var counts = new SortedDictionary<ulong, long>();
        for (var pair = 0; pair < pairs; pair++)
        {
            var shares = random.NextDouble() < prior ? M : U;
            var levels = 0UL;
            for (var i = 0; i < shares.Length; i++) levels |= (ulong)(random.NextDouble() < missing ? 0 : Draw(shares[i])) << (4 * i);
            counts[levels] = counts.GetValueOrDefault(levels) + 1;
        }

        return [.. counts.Select(c => (c.Key, c.Value))];

        int Draw(ImmutableArray<double> shares)
        {
            var (at, level) = (random.NextDouble(), 0);
            while (level < shares.Length - 1 && at >= shares[level]) at -= shares[level++];
            return level + 1;
        }
    }

    private static void AllWithin(ImmutableArray<ImmutableArray<double>> expected, ImmutableArray<ImmutableArray<double>> actual)
    {
        foreach (var (e, a) in expected.SelectMany(s => s).Zip(actual.SelectMany(s => s))) Assert.Equal(e, a, Within);
    }
}
