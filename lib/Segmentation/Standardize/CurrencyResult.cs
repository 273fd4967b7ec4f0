using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Standardize;

/// <summary>The workspace with currencies as ISO codes, and what is in each.</summary>
public sealed record CurrencyResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "currencies";

    /// <summary>Gets the workspace after the step.</summary>
    public required Workspace Workspace { get; init; }

    /// <summary>Gets what changed in each table; nothing for a table in which nothing did.</summary>
    public required ImmutableArray<TableChange> Changes { get; init; }

    /// <summary>Gets the options in force.</summary>
    public required CurrencyOptions Options { get; init; }

    /// <summary>Gets every currency as written, most records first, accounts first.</summary>
    public required ImmutableArray<CurrencyRow> Rows { get; init; }

    /// <summary>Gets what is to be said about sums over them, one sentence each.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>Gets whether amounts of several currencies stand beside one another after the step, so that a sum over them means nothing.</summary>
    public required bool IsMixed { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "currencies",
        Column.Of("table", Rows.Select(r => r.Table)),
        Column.Of("written", Rows.Select(r => r.Written)),
        Column.Of("code", Rows.Select(r => r.Code)),
        Column.Of("records", Rows.Select(r => r.Records)),
        Column.Of("ARR in it", Rows.Select(r => r.Arr), NumberFormat.Money),
        Column.Of("converted at", Rows.Select(r => r.Rate)));

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options) => Notes;
}
