using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>The churn of a dimension's segments as it is, beside what it would be with one mix of other dimensions: whether a difference comes from the segment or from the mix.</summary>
public sealed record OutcomeControlledResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "outcome-drivers-controlled";

    /// <summary>Gets the cohort.</summary>
    public required OutcomeCohort Cohort { get; init; }

    /// <summary>Gets the dimension's name.</summary>
    public required string Dimension { get; init; }

    /// <summary>Gets the names of the dimensions held equal.</summary>
    public required ImmutableArray<string> Controls { get; init; }

    /// <summary>Gets the options.</summary>
    public required OutcomeDriversOptions Options { get; init; }

    /// <summary>Gets why there is no comparison; null where there is one.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets one row a segment in the framework's order, those without accounts too.</summary>
    public ImmutableArray<OutcomeControlledRow> Rows { get; init; } = [];

    /// <summary>Gets the churn of each segment within each combination of the controls that holds accounts.</summary>
    public ImmutableArray<OutcomeControlledStratum> Strata { get; init; } = [];

    /// <summary>Gets the likelihood-ratio test of all segments together, controls held equal; null where there is no comparison.</summary>
    public ModelTest? Test { get; init; }

    /// <summary>Gets whether Firth's penalised likelihood was needed: some segment or stratum churned as a whole, or not at all.</summary>
    public bool IsPenalised { get; init; }

    /// <summary>Gets the accounts of the cohort left out: Unassigned or excluded in the dimension or a control.</summary>
    public int LeftOut { get; init; }

    /// <summary>Gets what the regression says of itself, one sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Gets a sentence for each dimension whose segments are known as of today only.</summary>
    public ImmutableArray<string> KnownTodayOnly { get; init; } = [];

    /// <summary>Gets one row a combination of the controls and segment: accounts, churned, rate.</summary>
    public Table StrataTable => new(
        $"{Dimension} within {OutcomeDriversWords.List(Controls)}",
        Column.Of("stratum", Strata.Select(s => s.Stratum)),
        Column.Of("segment", Strata.Select(s => s.Segment)),
        Column.Of("accounts", Strata.Select(s => s.Accounts)),
        Column.Of("churned", Strata.Select(s => s.Churned)),
        Column.Of("rate", Strata.Select(s => s.Rate), NumberFormat.Share));

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"{Dimension} with {OutcomeDriversWords.List(Controls)} held equal",
        Column.Of("segment", Rows.Select(r => r.Segment)),
        Column.Of("accounts", Rows.Select(r => r.Accounts)),
        Column.Of("churned", Rows.Select(r => r.Churned)),
        Column.Of("rate", Rows.Select(r => r.CrudeRate), NumberFormat.Share),
        Column.Of("adjusted rate", Rows.Select(r => r.AdjustedRate), NumberFormat.Share),
        Column.Of("difference", Rows.Select(r => r.CrudeDifference), NumberFormat.Share),
        Column.Of("difference from", Rows.Select(r => End(r.CrudeDifference, r.CrudeInterval.Low)), NumberFormat.Share),
        Column.Of("difference to", Rows.Select(r => End(r.CrudeDifference, r.CrudeInterval.High)), NumberFormat.Share),
        Column.Of("adjusted difference", Rows.Select(r => r.AdjustedDifference), NumberFormat.Share),
        Column.Of("adjusted from", Rows.Select(r => End(r.AdjustedDifference, r.AdjustedInterval.Low)), NumberFormat.Share),
        Column.Of("adjusted to", Rows.Select(r => End(r.AdjustedDifference, r.AdjustedInterval.High)), NumberFormat.Share),
        Column.Of("from the mix", Rows.Select(r => r.MixDifference), NumberFormat.Share),
        Column.Of("p corrected", Rows.Select(r => r.CorrectedPValue), NumberFormat.Score),
        Column.Of("comparable", Rows.Select(r => End(r.AdjustedDifference, r.Comparable)), NumberFormat.Share),
        Column.Of("verdict", Rows.Select(Verdict)));

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Reason is not null)
        {
            yield return $"{Dimension} is not compared with {OutcomeDriversWords.List(Controls)} held equal: {Reason}";
            yield break;
        }

        // Of two segments each is the other's mirror image.
        var compared = Rows.Where(r => r.AdjustedDifference is not null).OrderByDescending(r => Math.Abs(r.CrudeDifference!.Value)).ThenByDescending(r => r.CrudeDifference).ToArray();
        var said = compared.Length == 2 ? compared[..1] : compared.Where((r, i) => i == 0 || Matters(r)).ToArray();
        foreach (var row in said)
        {
            yield return Said(row, options);
            if (Within(row, options) is { } within) yield return within;
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (var line in KnownTodayOnly) yield return line;
        foreach (var note in Notes) yield return note;
        if (LeftOut > 0) yield return $"Left out: {options.Count(LeftOut)} {(LeftOut == 1 ? "account" : "accounts")} Unassigned or excluded in {OutcomeDriversWords.List(Controls.Prepend(Dimension))}; crude rates are of the same accounts as adjusted ones.";
        if (Reason is not null) yield break;
        if (Test is { } test)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"All segments together, {OutcomeDriversWords.List(Controls)} held equal: chi-square {test.Statistic:0.00} on {test.DegreesOfFreedom}, p {OutcomeDriversWords.PValue(test.PValue)} (likelihood ratio of a logistic regression{(IsPenalised ? ", penalised as Firth does" : string.Empty)}).");
        }

        yield return "Adjusted: the rate if every account were in the segment and otherwise as it is. Differences are against all other segments; the verdict is on the adjusted one, p corrected for all segments (Holm)."
            + " Comparable is the share of accounts in strata that hold accounts of the segment; for the rest the regression only supposes. What no control measures stays mixed in.";
    }

    private static bool Matters(OutcomeControlledRow row) => row.Verdict == OutcomeVerdict.Difference || !row.CrudeInterval.Contains(0);

    private string Said(OutcomeControlledRow row, RenderOptions options)
    {
        var (crude, adjusted, mix) = (row.CrudeDifference!.Value, row.AdjustedDifference!.Value, row.MixDifference!.Value);
        var controls = OutcomeDriversWords.List(Controls);
        var text = $"{row.Segment}: {Rate(row.CrudeRate!.Value, row.Churned, options)} churned, {Amount(crude)} than of all other segments ({OutcomeDriversWords.Points(row.CrudeInterval)}). With {controls} held equal it is {Amount(adjusted)} ({OutcomeDriversWords.Points(row.AdjustedInterval)}): ";

        // A change of sign between two differences that are nearly the same is no finding.
        if (row.IsReversed && Math.Abs(mix) >= Cohort.Options.EquivalenceMargin)
        {
            return text + (row.Verdict == OutcomeVerdict.Difference
                ? $"the difference turns around (Simpson's paradox). It comes from the mix of {controls}, not from {Dimension}."
                : $"the difference comes from the mix of {controls}; within it the sign turns around (Simpson's paradox), by no more than chance.");
        }

        if (Math.Abs(mix) >= Options.MixShare * Math.Abs(crude) && crude * mix > 0)
            return text + $"{Phrase.Points(Math.Abs(mix))} of the {Phrase.Points(Math.Abs(crude))} come from the mix of {controls}{(row.Verdict == OutcomeVerdict.Difference ? "; the rest is more than chance." : ", and what is left is no more than chance.")}";
        return text + (row.Verdict, mix * crude > 0) switch
        {
            (OutcomeVerdict.Difference, _) => $"the difference is not made by the mix of {controls}.",
            (OutcomeVerdict.NoRelevantDifference, _) => "no relevant difference.",
            _ => $"inconclusive, only {Phrase.Points(row.Detectable)} or more could have been seen.",
        };
    }

    /// <summary>Returns the rates of a segment against the others within each stratum; null where there are too many strata to say.</summary>
    private string? Within(OutcomeControlledRow row, RenderOptions options)
    {
        var strata = Strata.GroupBy(s => s.Stratum).Select(g => (
            Stratum: g.Key,
            Own: g.First(s => s.Segment == row.Segment),
            Accounts: g.Sum(s => s.Segment == row.Segment ? 0 : s.Accounts),
            Churned: g.Sum(s => s.Segment == row.Segment ? 0 : s.Churned))).Where(s => s.Own.Accounts > 0 && s.Accounts > 0).ToArray();
        if (strata.Length == 0 || strata.Length > Options.MostStrataInWords) return null;
        return $"Within each of {OutcomeDriversWords.List(Controls)}, {row.Segment} against all others: "
            + string.Join("; ", strata.Select(s => $"{s.Stratum} {Rate(s.Own.Rate!.Value, s.Own.Churned, options)} against {Rate((double)s.Churned / s.Accounts, s.Churned, options)}")) + ".";
    }

    private static string Amount(double difference) => $"{Phrase.Points(Math.Abs(difference))} {(difference < 0 ? "less" : "more")}";

    private static double? End(double? asked, double value) => asked is null ? null : value;

    private static string Verdict(OutcomeControlledRow row) => row.Verdict switch
    {
        null => row.Accounts == 0 ? "no accounts to compare" : "nothing to compare",
        OutcomeVerdict.Inconclusive => $"inconclusive (could only have seen {Phrase.Points(row.Detectable)} or more)",
        { } verdict => SnakeName.Words(verdict),
    };

    /// <summary>A rate that rests on few events would give their count away.</summary>
    private static string Rate(double rate, int events, RenderOptions options) => options.Mask && events > 0 && events < options.SmallCell ? RenderOptions.Hidden : Phrase.Share(rate);
}
