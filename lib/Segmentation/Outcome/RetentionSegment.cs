using System.Collections.Immutable;
using Segmentation.Statistics;

namespace Segmentation.Outcome;

/// <summary>The retention of one segment, of the accounts without one, or of all.</summary>
/// <param name="Segment">The segment's name, Unassigned, Excluded or <see cref="RetentionResult.AllAccounts"/>.</param>
/// <param name="Figures">What became of its revenue, to the cent.</param>
public sealed record RetentionSegment(string Segment, RetentionFigures Figures)
{
    /// <summary>Gets whether it is a segment of the dimension: only segments are compared.</summary>
    public required bool IsSegment { get; init; }

    /// <summary>Gets how many accounts of equal size would say as much about its revenue: (Σ ARR)² / Σ ARR².</summary>
    public required double EffectiveAccounts { get; init; }

    /// <summary>Gets the interval of each measure, by the order of <see cref="RetentionMeasure"/>; null where there are no accounts.</summary>
    public required ImmutableArray<Interval?> Intervals { get; init; }

    /// <summary>Gets GRR against the other segments; null where there is nothing to compare.</summary>
    public RetentionComparison? Gross { get; init; }

    /// <summary>Gets NRR against the other segments; null where there is nothing to compare.</summary>
    public RetentionComparison? Net { get; init; }

    /// <summary>Gets the account on which GRR hangs most; null where there are fewer than two.</summary>
    public RetentionLargest? Largest { get; init; }

    /// <summary>Gets the median NRR a year that the playbook names for such a segment; null where it names none. To stand beside, never a pass mark.</summary>
    public double? NetRetentionBenchmark { get; init; }

    /// <summary>Gets the churn a year that the playbook names for such a segment; null where it names none. To stand beside, never a pass mark.</summary>
    public Interval? ChurnBenchmark { get; init; }

    /// <summary>Returns the interval of a measure; null where there are no accounts.</summary>
    /// <param name="measure">The measure.</param>
    public Interval? IntervalOf(RetentionMeasure measure) => Intervals[(int)measure];
}
