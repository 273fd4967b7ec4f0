using Segmentation.Statistics;

namespace Segmentation.Calibrate;

/// <summary>Answers which three to five dimensions should divide these customers.</summary>
public static class DimensionCandidates
{
    /// <summary>Returns every dimension of accounts and every field of accounts that could become one, ranked, with the few that are recommended.</summary>
    /// <param name="data">Accounts of today, and what became of those of an earlier day.</param>
    /// <param name="measure">What counts as outcome.</param>
    /// <param name="options">How to measure and choose; <see cref="DimensionCandidateOptions.Default"/> where null.</param>
    /// <remarks>
    /// <para>Numbers and dates are divided into bands of about equal count, texts into their most frequent values; a dimension is as the framework has it. Each is held against ARR (analysis of
    /// variance of its logarithm), behaviour (Kruskal-Wallis) and outcome (chi-square where it is yes or no, else Kruskal-Wallis), unless it is made of that or comes after it; the p-values are
    /// corrected for all of these tests together (Holm), so that in data where nothing is related anything is recommended in no more than 5 studies of 100.</para>
    /// <para>Then the strongest is taken, those related to the outcome before those that only differ in ARR or behaviour, and the next unless one taken already holds too much of its information; up to
    /// the playbook's most dimensions. Where a field and a dimension of the framework say the same and are equally strong but for chance (1/√n), the dimension is taken.</para>
    /// </remarks>
    public static DimensionCandidatesResult Rank(CalibrationData data, OutcomeMeasure measure, DimensionCandidateOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        options ??= DimensionCandidateOptions.Default;
        var groups = DimensionCandidateGroups.All(data, options);
        var measures = new DimensionCandidateMeasures(data, measure, options);
        var measured = Corrected([.. groups.Select(measures.Of)], 1 - data.Framework.Limits.Confidence, options.Power);
        var redundancy = DimensionCandidateRedundancy.Of([.. groups.Where(g => g.Unfit is null && g.Today.Where(s => s >= 0).Distinct().Take(2).Count() == 2)]);
        var choice = new DimensionCandidateChoice(data, measure, options, redundancy);
        return new() { Items = choice.Of(measured, [.. groups.Select(g => g.Unfit)]), Redundancy = redundancy, Measure = measure, Options = options, Data = data };
    }

    /// <summary>Returns the candidates with p-values corrected for all tests together, and what each test could have found at the level that leaves.</summary>
    private static DimensionCandidate[] Corrected(DimensionCandidate[] candidates, double level, double power)
    {
        double[] pValues = [.. candidates.SelectMany(c => new[] { c.Arr.PValue, c.Behaviour.PValue, c.Outcome.PValue })];
        var corrected = HolmCorrection.Of(pValues);
        var made = Math.Max(1, pValues.Count(p => !double.IsNaN(p)));
        return [.. candidates.Select((c, i) => c with { Arr = With(c.Arr, c, 3 * i), Behaviour = With(c.Behaviour, c, (3 * i) + 1), Outcome = With(c.Outcome, c, (3 * i) + 2) })];

        // The smallest p-value has to pass level / made, the next a little more: what is found at the first is found at any.
        DimensionCandidateTest With(DimensionCandidateTest test, DimensionCandidate candidate, int at) => test.Refused is not null ? test : test with
        {
            CorrectedPValue = corrected[at],
            Detectable = Math.Min(1, Math.Sqrt(Noncentrality.Detectable(Math.Max(1, candidate.Segments.Length - 1), level / made, power) / test.Accounts)),
        };
    }
}
