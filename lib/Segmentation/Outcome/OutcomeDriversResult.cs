using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>Which dimensions have anything to do with churn.</summary>
public sealed record OutcomeDriversResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "outcome-drivers";

    /// <summary>Gets the cohort.</summary>
    public required OutcomeCohort Cohort { get; init; }

    /// <summary>Gets the options.</summary>
    public required OutcomeDriversOptions Options { get; init; }

    /// <summary>Gets why there is no screen; null where there is one.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the dimensions, the strongest first; then those that are no evidence, then those that could not be asked.</summary>
    public ImmutableArray<OutcomeDriver> Items { get; init; } = [];

    /// <summary>Returns the other dimensions that can be held equal when one is looked at: those that are evidence.</summary>
    /// <param name="dimension">The dimension looked at, in any case.</param>
    public ImmutableArray<string> Controls(string dimension) => [.. Items.Where(d => d.Verdict is not null && !d.Dimension.Equals(dimension, StringComparison.OrdinalIgnoreCase)).Select(d => d.Dimension)];

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "dimensions and churn",
        Column.Of("dimension", Items.Select(d => d.Dimension)),
        Column.Of("segments", Items.Select(d => d.Segments)),
        Column.Of("accounts", Items.Select(d => d.Accounts)),
        Column.Of("churned", Items.Select(d => d.Churned)),
        Column.Of("Cramér's V", Items.Select(d => d.CorrectedCramersV), NumberFormat.Score),
        Column.Of("V uncorrected", Items.Select(d => d.CramersV), NumberFormat.Score),
        Column.Of("V from", Items.Select(d => Asked(d, d.Interval.Low)), NumberFormat.Score),
        Column.Of("V to", Items.Select(d => Asked(d, d.Interval.High)), NumberFormat.Score),
        Column.Of("typical distance", Items.Select(d => Asked(d, d.Spread)), NumberFormat.Share),
        Column.Of("information value", Items.Select(d => d.InformationValue), NumberFormat.Score),
        Column.Of("concordance", Items.Select(d => d.Concordance), NumberFormat.Score),
        Column.Of("p", Items.Select(d => d.PValue), NumberFormat.Score),
        Column.Of("p adjusted", Items.Select(d => d.AdjustedPValue), NumberFormat.Score),
        Column.Of("smallest V to be seen", Items.Select(d => d.DetectableV), NumberFormat.Score),
        Column.Of("verdict", Items.Select(Verdict)));

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Reason is not null)
        {
            yield return $"No dimension is held against churn: {Reason}";
            yield break;
        }

        var related = Items.Where(d => d.Verdict == OutcomeVerdict.Difference).ToArray();
        var evidence = Items.Count(d => d.Verdict is not null);
        if (evidence == 0) yield return "No dimension can be held against churn; the table says why.";
        else if (related.Length == 0) yield return string.Create(CultureInfo.InvariantCulture, $"None of {Phrase.Count(evidence, "dimension")} is related to churn in these {(Cohort.End - Cohort.Start).Days} days beyond chance.");
        foreach (var d in related)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{d.Dimension} is related to churn: the rate of a segment typically lies {Phrase.Points(d.Spread)} ({OutcomeDriversWords.Points(d.SpreadInterval)}) from the rate of all;")
                + string.Create(CultureInfo.InvariantCulture, $" Cramér's V {d.CramersV:0.00} ({d.Interval.Low:0.00} to {d.Interval.High:0.00}), adjusted p {OutcomeDriversWords.PValue(d.AdjustedPValue)}.");
        }

        foreach (var d in Items.Where(d => d.Verdict == OutcomeVerdict.NoRelevantDifference))
            yield return $"{d.Dimension}: no relevant difference, its segments typically lie {Phrase.Points(d.Spread)} ({OutcomeDriversWords.Points(d.SpreadInterval)}) from the rate of all; less than {Phrase.Points(Cohort.Options.EquivalenceMargin)} does not matter.";
        foreach (var d in Items.Where(d => d.Verdict == OutcomeVerdict.Inconclusive))
            yield return $"{d.Dimension}: inconclusive; {options.Count(d.Accounts)} accounts could only have shown a typical distance of {Phrase.Points(d.DetectableSpread)} or more.";
        foreach (var d in Items.Where(d => !d.KnownTodayOnly.IsEmpty))
            yield return $"{OutcomeDriversWords.Biased(d.Dimension, d.KnownTodayOnly, Cohort.Source)} It is shown and is no evidence.";
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options)
    {
        if (Reason is not null) yield break;
        yield return string.Create(CultureInfo.InvariantCulture, $"Churned: the account paid nothing at the end of some month of the window. p by chi-square, by {Options.Orders:#,0} random orders where fewer than {Options.FewestExpected} accounts are expected in a cell;")
            + " adjusted for all dimensions that are evidence (Benjamini and Hochberg). Cramér's V in the table is without what chance gives it. Concordance is measured on the accounts that gave the rates, and flatters.";
        yield return "A dimension may be related to churn only because another one is: hold it equal with OutcomeDrivers.Controlled.";
    }

    private static double Asked(OutcomeDriver driver, double value) => driver.Refused is null ? value : double.NaN;

    private static string Verdict(OutcomeDriver driver) => driver.Refused is { } why ? $"not asked: {why}"
        : driver.Verdict switch
        {
            null => "no evidence: known as of today only",
            OutcomeVerdict.Inconclusive => string.Create(CultureInfo.InvariantCulture, $"inconclusive (could only have seen V {driver.DetectableV:0.00} or more)"),
            { } verdict => SnakeName.Words(verdict),
        };
}
