using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Playbook;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>Chooses among measured candidates: the strongest first, none that says what one before it says.</summary>
internal sealed class DimensionCandidateChoice(CalibrationData data, OutcomeMeasure measure, DimensionCandidateOptions options, DimensionCandidateRedundancy redundancy)
{
    private readonly PlaybookLimits limits = data.Framework.Limits;

    /// <summary>Returns the candidates with verdicts and reasons: recommended first, in order, then runners-up, then the rest by strength.</summary>
    /// <param name="candidates">Measured, p-values corrected.</param>
    /// <param name="unfit">Why a candidate cannot divide at all, aligned; null where it can.</param>
    public ImmutableArray<DimensionCandidate> Of(IReadOnlyList<DimensionCandidate> candidates, IReadOnlyList<string?> unfit)
    {
        var judged = candidates.Select((c, i) => Alike(Judge(c, unfit[i]))).ToArray();
        var open = judged.Where(c => c.Verdict == DimensionCandidateVerdict.Recommended).OrderByDescending(IsOfOutcome).ThenByDescending(Strength).ToList();
        var chosen = new List<DimensionCandidate>();
        var rest = judged.Where(c => c.Verdict != DimensionCandidateVerdict.Recommended).ToList();
        while (open.Count > 0)
        {
            var next = OwnBefore(open);
            open.Remove(next);
            var (like, share) = chosen.Select(c => (c.Name, Shared: SharedBy(next, c))).OrderByDescending(s => s.Shared ?? double.NegativeInfinity).FirstOrDefault();
            if (share > options.MostRedundancy)
            {
                rest.Add(next with
                {
                    Verdict = DimensionCandidateVerdict.Redundant,
                    Reason = $"shares {Share(share.Value)} of its information with {like}, above {Share(options.MostRedundancy)}. By itself: {next.Reason}",
                });
            }
            else if (chosen.Count == limits.MostDimensions) rest.Add(next with { Verdict = DimensionCandidateVerdict.RunnerUp, Reason = string.Create(CultureInfo.InvariantCulture, $"the {limits.MostDimensions} before it are stronger. {next.Reason}") });
            else chosen.Add(next);
        }

        return [.. chosen, .. rest.OrderBy(c => c.Verdict).ThenByDescending(IsOfOutcome).ThenByDescending(c => double.IsNaN(Strength(c)) ? -1 : Strength(c))];
    }

    /// <summary>Returns the test that speaks for a candidate: the outcome where it shows there, else the stronger of ARR and behaviour; null where nothing shows.</summary>
    public DimensionCandidateTest? Speaks(DimensionCandidate candidate) => Shows(candidate.Outcome) ? candidate.Outcome
        : new[] { candidate.Arr, candidate.Behaviour }.Where(Shows).MaxBy(t => t.Strength);

    private bool Shows(DimensionCandidateTest test) => test.CorrectedPValue <= 1 - limits.Confidence && test.Strength >= options.LeastStrength;

    private bool IsOfOutcome(DimensionCandidate candidate) => Shows(candidate.Outcome);

    private double Strength(DimensionCandidate candidate) => Speaks(candidate)?.Strength ?? candidate.Tests.Select(t => t.Strength).DefaultIfEmpty(double.NaN).Max();

    /// <summary>Returns the strongest; where a dimension of the framework says the same and is as strong but for chance, that one: people work with it already.</summary>
    private DimensionCandidate OwnBefore(List<DimensionCandidate> open)
    {
        var best = open[0];
        if (!best.IsField) return best;
        var own = open.Where(c => !c.IsField && IsOfOutcome(c) == IsOfOutcome(best) && SharedBy(c, best) > options.MostRedundancy && Strength(best) - Strength(c) <= 1 / Math.Sqrt(Speaks(best)!.Accounts));
        return own.FirstOrDefault() ?? best;
    }

    private DimensionCandidate Judge(DimensionCandidate candidate, string? unfit)
    {
        if (unfit is not null) return As(DimensionCandidateVerdict.Unfit, unfit);
        if (candidate.Segments.Length < 2) return As(DimensionCandidateVerdict.Unfit, candidate.Segments is [var only] ? $"every account with a value is {only.Name}: nothing to divide." : "no account has a segment.");
        if (candidate.LargestShare > limits.LargestSegmentError)
            return As(DimensionCandidateVerdict.Unfit, $"{candidate.Largest!.Name} holds {Share(candidate.LargestShare)} of the accounts with a value, above {Share(limits.LargestSegmentError)}.");
        if (candidate.AccountShare < limits.CleanUpBelow) return As(DimensionCandidateVerdict.Unfit, $"filled for {Share(candidate.AccountShare)} of the accounts, below {Share(limits.CleanUpBelow)}: clean up or enrich it first.");
        if (data.Today.Count < limits.FewestAccounts) return As(DimensionCandidateVerdict.NotShown, string.Create(CultureInfo.InvariantCulture, $"fewer than {limits.FewestAccounts} accounts: look after each by itself."));
        if (Speaks(candidate) is not { } speaks) return As(DimensionCandidateVerdict.NotShown, NotShown(candidate));
        if (candidate.AccountShare < limits.CompletenessRedFlag)
            return As(DimensionCandidateVerdict.RunnerUp, $"filled for {Share(candidate.AccountShare)} of the accounts, below {Share(limits.CompletenessRedFlag)}: enrich it first. {Says(candidate, speaks)}");
        return As(DimensionCandidateVerdict.Recommended, Says(candidate, speaks));

        DimensionCandidate As(DimensionCandidateVerdict verdict, string reason) => candidate with { Verdict = verdict, Reason = reason, Notes = [.. candidate.Notes, .. Warnings(candidate)] };
    }

    private IEnumerable<string> Warnings(DimensionCandidate candidate)
    {
        if (candidate.Outcome.Refused is { } refused && data.Window is not null) yield return $"Not held against {DimensionCandidateMeasures.NameOf(measure)}: {refused}.";
        if (candidate.Segments.Length < 2) yield break;
        if (candidate.Segments.Length < limits.FewestSegments || candidate.Segments.Length > limits.MostSegments)
            yield return string.Create(CultureInfo.InvariantCulture, $"{candidate.Segments.Length} segments; the playbook asks for {limits.FewestSegments} to {limits.MostSegments}.");
        if (candidate.LargestShare > limits.LargestSegmentWarn && candidate.LargestShare <= limits.LargestSegmentError)
            yield return $"{candidate.Largest!.Name} holds {Share(candidate.LargestShare)}, above {Share(limits.LargestSegmentWarn)}.";
        foreach (var small in candidate.Segments.Where(s => s.Accounts < limits.SmallestSegmentError)) yield return string.Create(CultureInfo.InvariantCulture, $"{small.Name} holds fewer than {limits.SmallestSegmentError} accounts.");
    }

    private string Says(DimensionCandidate candidate, DimensionCandidateTest test)
    {
        var strength = string.Create(CultureInfo.InvariantCulture, $"strength {test.Strength:0.00} ({test.Interval.Low:0.00} to {test.Interval.High:0.00})");
        if (ReferenceEquals(test, candidate.Outcome))
        {
            var known = candidate.Segments.Where(s => s.Outcome is not null).ToArray();
            var (low, high) = (known.MinBy(s => s.Outcome)!, known.MaxBy(s => s.Outcome)!);
            return $"{OutcomeWords} from {Share(low.Outcome!.Value)} ({low.Name}) to {Share(high.Outcome!.Value)} ({high.Name}), {strength}.";
        }

        var why = candidate.Outcome.Refused is null ? $"no relation to {DimensionCandidateMeasures.NameOf(measure)} beyond chance" : $"{DimensionCandidateMeasures.NameOf(measure)} not asked";
        return $"segments differ in {(test.Of == "arr" ? "ARR" : test.Of)}, {strength}; {why}.";
    }

    private string OutcomeWords => measure switch
    {
        OutcomeMeasure.Expanded => "expansion",
        OutcomeMeasure.NetRetention => "net retention",
        _ => "churn",
    };

    private string NotShown(DimensionCandidate candidate)
    {
        var tests = candidate.Tests.ToArray();
        if (tests.Length == 0) return $"nothing to hold it against: {string.Join("; ", new[] { candidate.Arr, candidate.Behaviour, candidate.Outcome }.Select(t => t.Refused).Distinct())}.";
        var found = tests.All(t => t.CorrectedPValue > 1 - limits.Confidence) ? "beyond chance" : string.Create(CultureInfo.InvariantCulture, $"of strength {options.LeastStrength:0.##} or more");
        return string.Create(CultureInfo.InvariantCulture,
            $"no difference {found} in {string.Join(", ", tests.Select(t => t.Of == "arr" ? "ARR" : t.Of))}; a strength of {tests.Max(t => t.Detectable):0.00} would have been found {options.Power * 10:0.#} times in 10.");
    }

    private DimensionCandidate Alike(DimensionCandidate candidate)
    {
        var at = redundancy.Names.IndexOf(candidate.Name);
        if (at < 0) return candidate;
        var (name, shared) = redundancy.Names.Select((n, j) => (n, Shared: j == at ? null : redundancy.Shared[at][j])).OrderByDescending(s => s.Shared ?? double.NegativeInfinity).First();
        return shared is null ? candidate : candidate with { MostLike = name, Redundancy = shared };
    }

    private double? SharedBy(DimensionCandidate first, DimensionCandidate second)
    {
        var (i, j) = (redundancy.Names.IndexOf(first.Name), redundancy.Names.IndexOf(second.Name));
        return i < 0 || j < 0 ? null : redundancy.Shared[i][j];
    }

    private static string Share(double share) => NumberColumn.Show(share, NumberFormat.Share);
}
