using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Framework;

/// <summary>What the rules of a framework leave open or say twice.</summary>
public sealed record RuleCoverageResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "rule-coverage";

    /// <summary>Gets the dimensions looked at, in the framework's order; also those without a finding.</summary>
    public required ImmutableArray<CoverageDimension> Dimensions { get; init; }

    /// <summary>Gets the findings by dimension, in each the more severe first.</summary>
    public required ImmutableArray<CoverageFinding> Findings { get; init; }

    /// <summary>Gets the options.</summary>
    public required CoverageOptions Options { get; init; }

    /// <summary>Gets how many records were counted into the cells, excluded ones not among them; null where none were given.</summary>
    public required int? Records { get; init; }

    /// <summary>Gets how many records an exclusion takes; null where none were given.</summary>
    public required int? Excluded { get; init; }

    /// <summary>Gets what was looked at, in one sentence.</summary>
    public string Summary()
    {
        var clean = Dimensions.Where(d => d.Cells > 0 && !Findings.Any(f => f.Dimension == d.Dimension)).Select(d => d.Dimension).ToArray();
        var looked = string.Join(", ", Dimensions.Select(d => FormattableString.Invariant($"{d.Dimension} {d.Cells:#,0}")));
        return $"Every record that can be lies in one of these cells; each was looked at, none sampled: {looked}." + (clean.Length == 0 ? string.Empty : $" Nothing found in {CellWords.Join(clean, "and")}.");
    }

    /// <inheritdoc/>
    /// <remarks>Without records there are no columns for records and ARR.</remarks>
    public override Table ToTable() => new(
        "rule coverage",
    [
        Column.Of("dimension", Findings.Select(f => f.Dimension)),
        Column.Of("severity", Findings.Select(f => SnakeName.Words(f.Severity))),
        Column.Of("finding", Findings.Select(f => SnakeName.Words(f.Kind))),
        Column.Of("segments", Findings.Select(f => string.Join(", ", f.Segments))),
        Column.Of("values", Findings.Select(f => f.Cell)),
        Column.Of("example", Findings.Select(f => f.Example.RowCount == 0 ? null : CellWords.Example(f.Example))),
        .. Records is null ? Array.Empty<Column>() :
        [
            Column.Of("records", Findings.Select(f => (double?)f.Records), NumberFormat.Count),
            Column.Of("ARR", Findings.Select(f => f.Arr), NumberFormat.Money),
        ],
        Column.Of("goes to", Findings.Select(f => f.GoesTo)),
        Column.Of("remedy", Findings.Select(f => f.Remedy)),
    ]);

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options) => [Summary()];
}
