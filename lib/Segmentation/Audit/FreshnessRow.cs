using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Statistics;

namespace Segmentation.Audit;

/// <summary>How fresh one export is by one date.</summary>
/// <param name="Table">What the export holds.</param>
/// <param name="Basis">What the date tells: <c>last activity</c> or <c>last modification</c>.</param>
/// <param name="Column">The column.</param>
/// <param name="Records">Records looked at.</param>
/// <param name="Dated">Records with a plausible date, on or before the as-of date; ages and shares are of these.</param>
/// <param name="MedianAgeDays">Median age in days on the as-of date, the lower of the two middle ones; null without dates.</param>
/// <param name="Stale">Dated records last touched the stale limit ago or earlier; exactly the limit is stale.</param>
/// <param name="StaleInterval">Wilson interval around the stale share.</param>
/// <param name="StaleArrShare">Share of all ARR on accounts whose every dated record is stale; null where it cannot be known.</param>
/// <param name="Decay">The implied yearly decay.</param>
/// <param name="Curve">Share of dated records not touched for at least m months, for m = 0, 1, 2 …; falls from 1. Empty without dates.</param>
public sealed record FreshnessRow(
    EntityKind Table,
    string Basis,
    string Column,
    int Records,
    int Dated,
    int? MedianAgeDays,
    int Stale,
    Interval StaleInterval,
    double? StaleArrShare,
    ImpliedDecay Decay,
    ImmutableArray<double> Curve)
{
    /// <summary>Gets the share of dated records that are stale; null without dates.</summary>
    public double? StaleShare => Dated == 0 ? null : (double)Stale / Dated;
}
