using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>How complete the fields that a segmentation framework uses are, against the playbook's limits, by count and by ARR.</summary>
public sealed record CompletenessScorecard : AuditSection
{
    /// <inheritdoc/>
    public override string ResultName => "completeness-scorecard";

    /// <summary>Gets one row a field and column: accounts first, in the order of the options; a field without a column is a row too.</summary>
    public required ImmutableArray<CompletenessRow> Rows { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "completeness scorecard",
        Column.Of("table", Rows.Select(r => Phrase.Name(r.Table))),
        Column.Of("field", Rows.Select(r => r.Field)),
        Column.Of("column", Rows.Select(r => r.Column)),
        Column.Of("needed", Rows.Select(r => (bool?)r.IsNeeded)),
        Column.Of("populated", Rows.Select(r => r.Column is null ? null : r.PopulatedShare), NumberFormat.Share),
        Column.Of("valid", Rows.Select(r => r.Column is null ? null : r.ValidShare), NumberFormat.Share),
        Column.Of("low", Rows.Select(r => r.Column is null ? null : (double?)r.Interval.Low), NumberFormat.Share),
        Column.Of("high", Rows.Select(r => r.Column is null ? null : (double?)r.Interval.High), NumberFormat.Share),
        Column.Of("share of ARR", Rows.Select(r => r.ArrShare), NumberFormat.Share),
        Column.Of("target", Rows.Select(r => r.Target), NumberFormat.Share),
        Column.Of("verdict", Rows.Select(r => Say(r.Verdict))),
        Column.Of("valid means", Rows.Select(r => r.Rule)));

    /// <summary>Returns a verdict in words.</summary>
    internal static string Say(CompletenessVerdict verdict) => verdict switch
    {
        CompletenessVerdict.Met => "met",
        CompletenessVerdict.BelowTarget => "below target",
        CompletenessVerdict.RedFlag => "red flag",
        CompletenessVerdict.Reengage => "re-engage",
        CompletenessVerdict.BelowStartGate => "below start gate",
        CompletenessVerdict.NoColumn => "no column",
        _ => "no records",
    };
}
