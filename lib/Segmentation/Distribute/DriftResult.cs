using System.Collections.Immutable;
using Segmentation.Assign;
using Segmentation.Load;
using Segmentation.Playbook;
using Segmentation.Tables;
using static System.FormattableString;

namespace Segmentation.Distribute;

/// <summary>How the segments changed between two snapshots, and which of the changes are more than chance.</summary>
public sealed record DriftResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "drift";

    /// <summary>Gets the date of the baseline.</summary>
    public required DateTime BaselineAsOf { get; init; }

    /// <summary>Gets the framework version of the baseline.</summary>
    public required string BaselineVersion { get; init; }

    /// <summary>Gets the date now.</summary>
    public required DateTime CurrentAsOf { get; init; }

    /// <summary>Gets the framework version now.</summary>
    public required string CurrentVersion { get; init; }

    /// <summary>Gets the limits applied: <see cref="PlaybookLimits.SegmentChange"/>, <see cref="PlaybookLimits.Confidence"/> and the index's two lines.</summary>
    public required PlaybookLimits Limits { get; init; }

    /// <summary>Gets the dimensions that both snapshots have, accounts' before contacts', in the current framework's order.</summary>
    public required ImmutableArray<DimensionDrift> Dimensions { get; init; }

    /// <summary>Gets what has to be said beside the figures, one sentence each: dimensions and segments that only one side has, how the p-values are meant.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>Gets one row a dimension: the index with its critical value and p-value, chi-square, the distances, and the verdict in words.</summary>
    public Table DimensionsTable => new(
        "drift by dimension",
        Column.Of("of", Dimensions.Select(d => SnakeName.Of(d.Of))),
        Column.Of("dimension", Dimensions.Select(d => d.Dimension)),
        Column.Of("baseline", Dimensions.Select(d => d.BaselineRecords)),
        Column.Of("now", Dimensions.Select(d => d.CurrentRecords)),
        Column.Of("stability index", Dimensions.Select(d => d.StabilityIndex), NumberFormat.Score),
        Column.Of("critical value", Dimensions.Select(d => d.StabilityCriticalValue), NumberFormat.Score),
        Column.Of("p of the index", Dimensions.Select(d => d.StabilityPValue), NumberFormat.Score),
        Column.Of("chi-square", Dimensions.Select(d => d.ChiSquare.Statistic), NumberFormat.Score),
        Column.Of("p of chi-square", Dimensions.Select(d => d.ChiSquare.PValue), NumberFormat.Score),
        Column.Of("Jensen-Shannon", Dimensions.Select(d => d.JensenShannon), NumberFormat.Score),
        Column.Of("Hellinger", Dimensions.Select(d => d.Hellinger), NumberFormat.Score),
        Column.Of("would have to change segment", Dimensions.Select(d => d.TotalVariation), NumberFormat.Share),
        Column.Of("verdict", Dimensions.Select(d => d.Verdict)));

    /// <summary>Gets where the change of each segment comes from: reclassified in and out, new and lost, in records and ARR. Each row adds up to its change.</summary>
    public Table AttributionTable
    {
        get
        {
            var all = Rows();
            return new(
                "where the change comes from",
                Column.Of("of", all.Select(r => SnakeName.Of(r.Dimension.Of))),
                Column.Of("dimension", all.Select(r => r.Dimension.Dimension)),
                Column.Of("segment", all.Select(r => r.Segment.Segment)),
                Column.Of("baseline", all.Select(r => r.Segment.Baseline)),
                Column.Of("reclassified in", all.Select(r => r.Segment.ReclassifiedIn)),
                Column.Of("reclassified out", all.Select(r => -r.Segment.ReclassifiedOut)),
                Column.Of("new", all.Select(r => r.Segment.New)),
                Column.Of("lost", all.Select(r => -r.Segment.Lost)),
                Column.Of("now", all.Select(r => r.Segment.Current)),
                Money("ARR baseline", a => a.Baseline),
                Money("ARR reclassified in", a => a.ReclassifiedIn),
                Money("ARR reclassified out", a => -a.ReclassifiedOut),
                Money("ARR new", a => a.New),
                Money("ARR lost", a => -a.Lost),
                Money("ARR change of those who stayed", a => a.Stayed),
                Money("ARR now", a => a.Current));

            NumberColumn Money(string name, Func<SegmentArrDrift, double> value) =>
                Column.Of(name, all.Select(r => r.Segment.Arr is { } arr ? (double?)value(arr) : null), NumberFormat.Money);
        }
    }

    /// <summary>Returns a dimension.</summary>
    /// <param name="dimension">Its name; case does not count.</param>
    /// <param name="of">What it divides.</param>
    /// <exception cref="KeyNotFoundException">Not both snapshots have it; the message lists those that they have.</exception>
    public DimensionDrift Dimension(string dimension, EntityKind of = EntityKind.Accounts)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        return Dimensions.FirstOrDefault(d => d.Of == of && d.Dimension.Equals(dimension, StringComparison.OrdinalIgnoreCase)) ?? throw new KeyNotFoundException(
            $"There is no drift of {SnakeName.Of(of)} by '{dimension}'. There is: {string.Join(", ", Dimensions.Select(d => $"{d.Dimension} ({SnakeName.Of(d.Of)})").DefaultIfEmpty("none"))}.");
    }

    /// <summary>Returns where the records of each segment of a dimension are now.</summary>
    /// <param name="dimension">Its name; case does not count.</param>
    /// <param name="of">What it divides.</param>
    /// <exception cref="KeyNotFoundException">Not both snapshots have it; the message lists those that they have.</exception>
    public MovementMatrix Migration(string dimension, EntityKind of = EntityKind.Accounts) => Dimension(dimension, of).Migration;

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options) => [Summary()];

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options) => Notes;

    /// <summary>Returns in a few sentences what changed beyond the limit, what may have, and which dimensions shifted.</summary>
    public string Summary()
    {
        var rows = Rows();
        var (moved, unclear) = (Of(DriftVerdict.Moved), Of(DriftVerdict.Inconclusive));
        var flagged = rows.Count(r => r.Segment.IsOutside);
        var shifted = string.Join(", ", Dimensions.Where(d => d.IsShifted).Select(d => d.Dimension));
        return Invariant($"From {DateColumn.Show(BaselineAsOf)} ({BaselineVersion}) to {DateColumn.Show(CurrentAsOf)} ({CurrentVersion}): ")
            + Invariant($"{flagged:#,0} of {rows.Length:#,0} segments are outside {Limit}; ")
            + Invariant($"{moved:#,0} certainly moved by more, {unclear:#,0} may have and are too small to tell. ")
            + (shifted.Length == 0 ? "No dimension shifted by more than chance." : $"Shifted by more than chance: {shifted}.");

        int Of(DriftVerdict verdict) => rows.Count(r => r.Segment.Verdict == verdict);
    }

    /// <inheritdoc/>
    public override Table ToTable()
    {
        var all = Rows();
        return new(
            "drift",
            Column.Of("of", all.Select(r => SnakeName.Of(r.Dimension.Of))),
            Column.Of("dimension", all.Select(r => r.Dimension.Dimension)),
            Column.Of("segment", all.Select(r => r.Segment.Segment)),
            Column.Of("baseline", all.Select(r => r.Segment.Baseline)),
            Column.Of("now", all.Select(r => r.Segment.Current)),
            Column.Of("entered", all.Select(r => r.Segment.Entered)),
            Column.Of("left", all.Select(r => r.Segment.Left)),
            Column.Of("change", all.Select(r => r.Segment.Change), NumberFormat.Share),
            Column.Of("from", all.Select(r => r.Segment.Interval?.Low), NumberFormat.Share),
            Column.Of("to", all.Select(r => r.Segment.Interval?.High), NumberFormat.Share),
            Column.Of($"outside {Limit}", all.Select(r => (bool?)r.Segment.IsOutside)),
            Column.Of("verdict", all.Select(r => SnakeName.Words(r.Segment.Verdict))),
            Column.Of("ARR baseline", all.Select(r => r.Segment.Arr?.Baseline), NumberFormat.Money),
            Column.Of("ARR now", all.Select(r => r.Segment.Arr?.Current), NumberFormat.Money),
            Column.Of("ARR change", all.Select(r => r.Segment.Arr?.Change), NumberFormat.Share),
            Column.Of($"ARR outside {Limit}", all.Select(r => r.Segment.Arr?.IsOutside)));
    }

    private string Limit => $"±{NumberColumn.Show(Limits.SegmentChange * 100, NumberFormat.General)}%";

    private (DimensionDrift Dimension, SegmentDrift Segment)[] Rows() => [.. Dimensions.SelectMany(d => d.Segments.Select(s => (d, s)))];
}
