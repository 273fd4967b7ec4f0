using System.Collections.Immutable;

namespace Segmentation.Match;

/// <summary>Learns the weights of a match from the records themselves; nobody has to say which pairs are one.</summary>
public static class MatchTraining
{
    /// <summary>
    /// Estimates the parameters: u from random pairs, the prior from the deterministic rules and their assumed recall, and m by expectation-maximisation over the
    /// pairs of each training rule, where the comparisons that the rule's own fields decide take no part. Expected matches of all rules are added up.
    /// </summary>
    /// <param name="records">The records.</param>
    /// <param name="settings">Comparisons, rules and limits. Default: those of the records' kind.</param>
    /// <returns>A model for any records, also for none: what could not be learnt is what the comparisons assume, and a note says so.</returns>
    /// <exception cref="KeyNotFoundException">The settings name a field that the records do not have.</exception>
    public static MatchModel Run(MatchRecords records, MatchSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        settings ??= MatchSettings.Of(records.Kind);
        var comparisons = settings.Comparisons;
        var pairs = CandidatePairs.Of(records, settings.Training, settings.LargestBlock);
        // One comparer for the random pairs and for those of the rules: making it goes through every record.
        var comparer = PairComparer.Of(records, comparisons, pairs.BlockOfRows);
        var random = RandomPairs.Of(records, settings, comparer);
        var found = Blocking.Count(records, settings.Deterministic, settings.LargestBlock).Candidates;
        var start = new MatchParameters(MatchPrior.Of(records.Fields.RowCount, found, settings), [.. comparisons.Select(c => c.AssumedM)], random.U(settings));
        var counts = PairEngine.Count(pairs, comparer);
        var runs = settings.Training.Select((rule, i) => Run(rule, counts.Of(i), start, settings)).ToImmutableArray();

        // Matches on each level, over the rules that a comparison took part in.
        var seen = comparisons.Select((c, i) => Enumerable.Range(0, c.Else).Select(level => runs.Where(r => r.Used[i]).Sum(r => r.Estimate.MatchLevels[i][level])).ToImmutableArray()).ToImmutableArray();
        var m = comparisons.Zip(seen, (c, levels) => ExpectationMaximization.Shares(levels.AsSpan(), c.AssumedM, settings.AssumedPairs, settings.Floor));
        return new MatchModel
        {
            Records = records,
            Settings = settings,
            Parameters = start with { M = [.. m] },
            RandomPairs = random.Pairs,
            DeterministicPairs = found,
            Runs = [.. runs.Select(r => new TrainingRun(r.Rule, (long)r.Estimate.Pairs, r.Estimate.Matches, r.Estimate.Rounds, r.Estimate.Converged, [.. comparisons.Where((_, i) => r.Used[i]).Select(c => c.Name)]))],
            MatchLevels = seen,
            RandomLevels = random.Levels,
            Notes = [.. MatchModelNotes.Of(records, settings, random, found, runs.Select(r => (r.Rule, r.Estimate)), seen)],
        };
    }

    private static (BlockingRule Rule, bool[] Used, MixtureEstimate Estimate) Run(BlockingRule rule, ImmutableArray<(ulong Levels, long Pairs)> patterns, MatchParameters start, MatchSettings settings)
    {
        bool[] used = [.. settings.Comparisons.Select(c => !c.Levels.SelectMany(l => l.Conditions).Any(o => rule.Fields.Contains(o.Field)))];
        // Pairs that share what the rule asks for are matches far more often than random ones: the weights of the agreement raise the prior.
        var weight = start.PriorWeight;
        for (var i = 0; i < used.Length; i++)
        {
            if (!used[i]) weight += start.Weight(i, 1);
        }

        var prior = Math.Clamp(MatchParameters.Probability(weight), settings.Floor, HighestStart);
        return (rule, used, ExpectationMaximization.Fit(patterns.AsSpan(), settings.Comparisons, used, start with { Prior = prior }, settings, fixedU: true));
    }

    /// <summary>Rounds that start from certainty never leave it.</summary>
    private const double HighestStart = 0.9;
}
