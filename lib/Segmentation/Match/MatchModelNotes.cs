using System.Collections.Immutable;
using Segmentation.Audit;

namespace Segmentation.Match;

/// <summary>What a reader of the weights must know: what could not be learnt, and what was used instead.</summary>
internal static class MatchModelNotes
{
    /// <summary>Expected pairs below which a level counts as not seen.</summary>
    private const double Unseen = 0.5;

    public static IEnumerable<string> Of(
        MatchRecords records, MatchSettings settings, RandomPairs random, long found, IEnumerable<(BlockingRule Rule, MixtureEstimate Estimate)> runs, ImmutableArray<ImmutableArray<double>> seen)
    {
        if (random.Pairs == 0)
            yield return $"Found no pair to learn chance from ({Phrase.Count(records.Ids.Length, "record")}): every u is the assumed one.";
        if (found == 0 && records.Ids.Length > 1)
            yield return $"No pair meets a deterministic rule: the prior is taken from an assumed duplicate rate of {Phrase.Share(settings.AssumedDuplicateRate)}.";
        var all = runs.ToList();
        if (all.All(r => r.Estimate.Matches < Unseen))
            yield return "No training rule makes a pair that is likely one record, so expectation-maximisation could not be trained: every m is the assumed one.";
        foreach (var (rule, estimate) in all)
        {
            if (estimate is { Rounds: > 0, Converged: false })
                yield return $"'{rule.Name}' had not settled after {Phrase.Count(estimate.Rounds, "round")}: its last parameters are used. Raise MostRounds, or train on a narrower rule.";
        }

        for (var i = 0; i < settings.Comparisons.Length; i++)
        {
            var comparison = settings.Comparisons[i];
            if (Unlearnt(comparison, seen[i]) is { } matches)
                yield return $"'{comparison.Name}': {matches} among likely matches; m leans on the assumed share.";
            if (random.Pairs > 0 && Unlearnt(comparison, random.Levels[i]) is { } pairs)
                yield return $"'{comparison.Name}': {pairs} among {Phrase.Number(random.Pairs)} {(random.All ? "pairs" : "random pairs")}; u is at most what half a pair would give, or the assumed share.";
        }
    }

    private static string? Unlearnt(Comparison comparison, ImmutableArray<double> counts)
    {
        if (counts.Sum() < Unseen) return "both values were never present";
        string[] levels = [.. Enumerable.Range(1, comparison.Else).Where(l => counts[l - 1] < Unseen).Select(l => $"'{comparison.NameOf(l)}'")];
        return levels.Length == 0 ? null : $"{string.Join(", ", levels)} never occurred";
    }
}
