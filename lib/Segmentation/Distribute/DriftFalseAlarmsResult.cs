using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Distribute;

/// <summary>How often each rule of drift cries where nothing has changed, by the size of the samples.</summary>
public sealed record DriftFalseAlarmsResult : Result
{
    /// <summary>The rule that drift's verdicts on dimensions rest on.</summary>
    public const string CriticalValueRule = "stability index above its critical value";

    /// <inheritdoc/>
    public override string ResultName => "drift-false-alarms";

    /// <summary>Gets the share of each segment, the same in both samples.</summary>
    public required ImmutableArray<double> Shares { get; init; }

    /// <summary>Gets the seed of the random numbers.</summary>
    public required int Seed { get; init; }

    /// <summary>Gets one row a size and rule.</summary>
    public required ImmutableArray<DriftFalseAlarm> Rows { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "false alarms where nothing has changed",
        Column.Of("records a sample", Rows.Select(r => r.Size)),
        Column.Of("rule", Rows.Select(r => r.Rule)),
        Column.Of("cries", Rows.Select(r => r.Share), NumberFormat.Share),
        Column.Of("from", Rows.Select(r => r.Interval.Low), NumberFormat.Share),
        Column.Of("to", Rows.Select(r => r.Interval.High), NumberFormat.Share),
        Column.Of("runs", Rows.Select(r => r.Runs)));
}
