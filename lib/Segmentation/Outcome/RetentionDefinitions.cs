using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>The definition card: every measure of retention of the same accounts in the same window, with its definition, formula and value, so that two departments see which number each of them quotes.</summary>
public sealed record RetentionDefinitions : Result
{
    /// <inheritdoc/>
    public override string ResultName => "retention-definitions";

    /// <summary>Gets the cohort.</summary>
    public required OutcomeCohort Cohort { get; init; }

    /// <summary>Gets the dimension; null where all accounts are meant.</summary>
    public string? Dimension { get; init; }

    /// <summary>Gets the segment; null where all accounts are meant.</summary>
    public string? Segment { get; init; }

    /// <summary>Gets why there is nothing to show; null where there is something.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the figures; null where there is a <see cref="Reason"/>.</summary>
    public RetentionFigures? Figures { get; init; }

    /// <summary>Gets the interval of each measure, by the order of <see cref="RetentionMeasure"/>; empty where there is a <see cref="Reason"/>.</summary>
    public ImmutableArray<Interval?> Intervals { get; init; } = [];

    /// <summary>Returns the card.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="dimension">A dimension, in any case; null for all accounts.</param>
    /// <param name="segment">A segment of it, in any case; "Unassigned" and "Excluded" too.</param>
    /// <returns>A card without rows, with the reason, where there is no cohort.</returns>
    /// <exception cref="ArgumentException">Only one of <paramref name="dimension"/> and <paramref name="segment"/> is given, or there is no such one.</exception>
    public static RetentionDefinitions Of(OutcomeCohort cohort, string? dimension = null, string? segment = null)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        var card = new RetentionDefinitions { Cohort = cohort, Dimension = dimension, Segment = segment, Reason = Retention.NoReason(cohort) };
        if (card.Reason is not null) return card;
        var sample = Retention.Sample(RetentionGroups.Paths(cohort, cohort.StartMonth, cohort.EndMonth), RetentionGroups.RowsOf(cohort, dimension, segment));
        return card with { Figures = sample.Figures, Intervals = [.. sample.Intervals(cohort.Framework.Limits.Confidence, cohort.Options.Resamples, cohort.Options.Seed)] };
    }

    /// <summary>Returns one row a measure: name, value, interval, what counts, of how much, definition, formula.</summary>
    public override Table ToTable()
    {
        RetentionMeasure[] measures = Figures is null ? [] : Enum.GetValues<RetentionMeasure>();
        return new(
            "definitions of retention",
            Column.Of("measure", measures.Select(RetentionWords.Name)),
            Column.Of("value", measures.Select(m => Figures!.Of(m)), NumberFormat.Share),
            Column.Of("from", measures.Select(m => Intervals[(int)m]?.Low), NumberFormat.Share),
            Column.Of("to", measures.Select(m => Intervals[(int)m]?.High), NumberFormat.Share),
            Column.Of("n", measures.Select(_ => Figures!.Accounts)),
            Column.Of("counts", measures.Select(m => (double)Figures!.Numerator(m)), NumberFormat.Money),
            Column.Of("of", measures.Select(m => (double)Figures!.Denominator(m)), NumberFormat.Money),
            Column.Of("definition", measures.Select(RetentionWords.Definition)),
            Column.Of("formula", measures.Select(RetentionWords.Formula)));
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Reason is not null)
        {
            yield return $"No definitions: {Reason}";
            yield break;
        }

        yield return string.Create(CultureInfo.InvariantCulture,
            $"{Segment ?? RetentionResult.AllAccounts}, {options.Count(Figures!.Accounts)} accounts that paid {RetentionWords.Money(Figures.Start)} on {DateColumn.Show(Cohort.Start)}, followed to {DateColumn.Show(Cohort.History!.Months[Cohort.EndMonth])}. Say which number you quote.");
    }
}
