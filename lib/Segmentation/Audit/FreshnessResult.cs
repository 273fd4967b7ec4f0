using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>How old the records are on the as-of date, and how fast they go quiet.</summary>
public sealed record FreshnessResult : AuditSection
{
    /// <inheritdoc/>
    public override string ResultName => "freshness";

    /// <summary>Gets the date from which ages count back.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>Gets the number of months without a touch from which a record is stale.</summary>
    public required int StaleMonths { get; init; }

    /// <summary>Gets one row an export and date.</summary>
    public required ImmutableArray<FreshnessRow> Rows { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        string.Create(CultureInfo.InvariantCulture, $"freshness on {AsOf:yyyy-MM-dd}; stale after {StaleMonths} months"),
        Column.Of("table", Rows.Select(r => Phrase.Name(r.Table))),
        Column.Of("by", Rows.Select(r => r.Basis)),
        Column.Of("column", Rows.Select(r => r.Column)),
        Column.Of("records", Rows.Select(r => r.Records)),
        Column.Of("dated", Rows.Select(r => r.Dated)),
        Column.Of("median age in days", Rows.Select(r => (double?)r.MedianAgeDays)),
        Column.Of("stale", Rows.Select(r => r.StaleShare), NumberFormat.Share),
        Column.Of("share of ARR", Rows.Select(r => r.StaleArrShare), NumberFormat.Share),
        Column.Of("yearly decay", Rows.Select(r => r.Decay.YearlyDecay), NumberFormat.Share),
        Column.Of("low", Rows.Select(r => r.Decay.Interval?.Low), NumberFormat.Share),
        Column.Of("high", Rows.Select(r => r.Decay.Interval?.High), NumberFormat.Share),
        Column.Of("against playbook", Rows.Select(r => Say(r.Decay.Verdict))),
        Column.Of("note", Rows.Select(r => r.Decay.Note)));

    /// <summary>Returns a verdict in words.</summary>
    internal static string Say(DecayVerdict verdict) => verdict switch
    {
        DecayVerdict.Slower => "slower",
        DecayVerdict.InLine => "in line",
        DecayVerdict.Faster => "faster",
        DecayVerdict.Inconclusive => "inconclusive",
        _ => "not answerable",
    };
}
