using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Distribute;

/// <summary>How concentrated records and ARR are: over the accounts, over the segments of each dimension, and over the accounts within each segment.</summary>
/// <remarks>The Herfindahl-Hirschman index Σ share² (A. O. Hirschman, "The Paternity of an Index", American Economic Review 54(5), 1964, 761). Its reciprocal is the number of
/// equal parts that would be as concentrated (M. A. Adelman, "Comment on the 'H' Concentration Measure as a Numbers-Equivalent", Review of Economics and Statistics 51(1), 1969,
/// 99-101). Unassigned records are one part of a dimension, so that its shares are those of the distribution.</remarks>
public sealed record ConcentrationResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => $"concentration-{SnakeName.Of(Of)}";

    /// <summary>Gets what is divided.</summary>
    public required EntityKind Of { get; init; }

    /// <summary>Gets how many accounts the largest are.</summary>
    public required int Largest { get; init; }

    /// <summary>Gets all records, then each dimension and its segments, Unassigned last.</summary>
    public required ImmutableArray<ConcentrationRow> Rows { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"concentration of {SnakeName.Of(Of)}",
        Column.Of("dimension", Rows.Select(r => r.Dimension ?? "all")),
        Column.Of("segment", Rows.Select(r => r.Segment ?? "all")),
        Column.Of("over", Rows.Select(r => r.Dimension is not null && r.Segment is null ? "segments" : "paying accounts")),
        Column.Of("parts", Rows.Select(r => r.Parts)),
        Column.Of("HHI by records", Rows.Select(r => r.ByRecords), NumberFormat.Score),
        Column.Of("HHI by ARR", Rows.Select(r => r.ByArr), NumberFormat.Score),
        Column.Of("in words", Rows.Select(Words)),
        Column.Of("largest account", Rows.Select(r => r.LargestAccount)),
        Column.Of("name", Rows.Select(r => r.LargestName)).AsPersonal(),
        Column.Of("largest part, share", Rows.Select(r => r.LargestShare), NumberFormat.Share),
        Column.Of("of all ARR", Rows.Select(r => r.LargestShareOfAll), NumberFormat.Share),
        Column.Of(string.Create(CultureInfo.InvariantCulture, $"{Largest:#,0} largest, share"), Rows.Select(r => r.TopShare), NumberFormat.Share));

    private static string? Words(ConcentrationRow row)
    {
        var parts = row.Dimension is not null && row.Segment is null ? "segments" : "accounts";
        return (row.EqualByRecords, row.EqualByArr) switch
        {
            ({ } records, { } arr) => string.Create(CultureInfo.InvariantCulture, $"as {records:0.0} {parts} of equal size; by ARR as {arr:0.0}"),
            ({ } records, null) => string.Create(CultureInfo.InvariantCulture, $"as {records:0.0} {parts} of equal size"),
            (null, { } arr) => string.Create(CultureInfo.InvariantCulture, $"ARR as from {arr:#,0.0} {parts} of equal size"),
            _ => null,
        };
    }
}
