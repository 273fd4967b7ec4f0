using System.Globalization;

namespace Segmentation.Cuts;

/// <summary>
/// Finds the bands of a value that separate an outcome best: no other cuts between the same parts of the values that keep the same limits separate it further.
/// </summary>
/// <remarks>
/// <para>Values are laid into parts (<see cref="BinningOptions.PreBins"/>), and the best joining of neighbouring parts is found exactly by dynamic programming with every limit inside it. What is best: the
/// information value (binary), the sum of squares between bands (continuous), Σ (O - E)²/E of observed and expected events under one hazard for all (censored). Special values and records without
/// a value are bins of their own; they count in the totals of the information value and in no limit. A band of a binary target that holds only events or none is joined with its neighbour, unless no
/// other bands keep the limits. After G. Navas-Palencia, "Optimal binning: mathematical programming formulation",
/// arXiv:2001.08025, 2020, whose constraints are these.</para>
/// <para>The bands were chosen because they differ: the p-values between them are too small. Whether the outcome has to do with the value at all is asked once, of the best single cut, with the choosing
/// counted (<see cref="MaximallySelectedTest"/>); where it has not, no cut is supported.</para>
/// </remarks>
public static class OptimalBinning
{
    /// <summary>Returns the best bands, tested.</summary>
    /// <param name="sample">The sample, with a target; its <see cref="CutSample.Times"/> count.</param>
    /// <param name="options">Limits, trend, candidates and test; <see cref="BinningOptions.Default"/> where null.</param>
    /// <exception cref="ArgumentException">The sample has no target, or an option cannot be met by any data.</exception>
    public static BinningResult Find(CutSample sample, BinningOptions? options = null)
    {
        options ??= BinningOptions.Default;
        var scores = Scores(sample, options);
        var search = BinningSearch.Of(scores, options);
        var result = Result(sample, scores, search, options);
        if (result.Finding.Cuts.IsEmpty) return result;
        var test = MaximallySelectedTest.Of(scores.Parts, options, bands: 2);
        return test.PValue <= 1 - options.Confidence ? result with { Test = test } : result with { Test = test, Finding = result.Finding with { Cuts = [], Reason = Unsupported(test, options) } };
    }

    /// <summary>Returns the search without its test, to be run again on resamples: the p-value of a resample means nothing, and takes the most time.</summary>
    /// <param name="options">Limits, trend and candidates; <see cref="BinningOptions.Default"/> where null.</param>
    public static CutFinder Finder(BinningOptions? options = null)
    {
        options ??= BinningOptions.Default;
        return sample =>
        {
            var scores = Scores(sample, options);
            return Finding(scores, BinningSearch.Of(scores, options), options);
        };
    }

    private static BinScores Scores(CutSample sample, BinningOptions options)
    {
        ArgumentNullException.ThrowIfNull(sample);
        options.Check();
        return BinScores.Of(PreBins.Of(sample, options));
    }

    private static BinningResult Result(CutSample sample, BinScores scores, BinningSearch search, BinningOptions options)
    {
        return new()
        {
            Finding = Finding(scores, search, options),
            Table = BinTable.Of(sample, search.Cuts, options),
            Trend = search.Solution?.Trend ?? MonotoneTrend.None,
            Objective = scores.Words,
            Score = search.Solution?.Score ?? 0,
            PreBins = scores.Parts.Parts,
            BestCuts = search.Cuts,
        };
    }

    private static CutFinding Finding(BinScores scores, BinningSearch search, BinningOptions options) =>
        new(Method(scores, search, options), search.Cuts) { Reason = search.NoCut, Shortfalls = search.Shortfalls };

    private static string Method(BinScores scores, BinningSearch search, BinningOptions options)
    {
        var trend = search.Solution?.Trend ?? options.Trend;
        return $"optimal binning, {scores.Words}{(trend is MonotoneTrend.None or MonotoneTrend.Auto ? null : $", {trend.ToString().ToLowerInvariant()}")}";
    }

    private static string Unsupported(MaximallySelectedResult test, BinningOptions options) => test.Cuts.IsEmpty
        ? "no cut is supported: no single cut leaves enough records on both sides to be tested"
        : string.Create(CultureInfo.InvariantCulture, $"no cut is supported: of {test.Candidates} candidates the best single cut, at {test.Cuts[0]:#,0.####}, has p {test.PValue:0.0###} corrected for the choosing, above {1 - options.Confidence:0.###} (as if it had not been chosen, p {test.RawPValue:0.0###})");
}
