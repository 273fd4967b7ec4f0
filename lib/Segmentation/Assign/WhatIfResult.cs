using System.Collections.Immutable;
using System.Net;
using System.Text;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Assign;

/// <summary>What a newer version of a framework changes: how many records and how much ARR go from where to where.</summary>
public sealed record WhatIfResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "what-if";

    /// <summary>Gets the records that change, each with the rule or threshold that moves it.</summary>
    public required MovementsResult Movements { get; init; }

    /// <summary>Gets what else is to be said, one sentence each.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>Gets from × to of each dimension that both versions have, in records and in ARR.</summary>
    public ImmutableArray<MovementMatrix> Matrices => Movements.Matrices;

    /// <summary>Gets the records that change place: record, from, to, ARR, and why.</summary>
    public Table Records => Movements.Records;

    /// <summary>Gets the ribbons of a flow chart: dimension, from, to, records, ARR.</summary>
    public Table Flows => Movements.Flows;

    /// <summary>Returns one row a dimension: records, how many change, and their ARR.</summary>
    public override Table ToTable() => new(
        $"{Movements.VersionBefore} against {Movements.VersionAfter}",
        Column.Of("of", Matrices.Select(m => SnakeName.Of(m.Of))),
        Column.Of("dimension", Matrices.Select(m => m.Dimension)),
        Column.Of("records", Matrices.Select(m => m.Records)),
        Column.Of("change", Matrices.Select(m => m.Changed)),
        Column.Of("share of records", Matrices.Select(m => m.ChangedShare), NumberFormat.Share),
        Column.Of("ARR", Matrices.Select(m => m.Arr), NumberFormat.Money),
        Column.Of("ARR that changes", Matrices.Select(m => m.ArrChanged), NumberFormat.Money),
        Column.Of("share of ARR", Matrices.Select(m => m.Arr > 0 ? m.ArrChanged / m.Arr : null), NumberFormat.Share));

    /// <inheritdoc/>
    public override string ToHtml(RenderOptions options)
    {
        var html = new StringBuilder(base.ToHtml(options));
        foreach (var matrix in Matrices) html.Append(matrix.ToHtml(options));
        foreach (var note in Movements.Notes.Concat(Notes)) html.Append("<p>").Append(WebUtility.HtmlEncode(note)).Append("</p>");
        return html.ToString();
    }

    /// <inheritdoc/>
    public override string ToString(RenderOptions options) =>
        base.ToString(options) + string.Concat(Matrices.Select(m => "\n" + m.ToString(options))) + string.Concat(Movements.Notes.Concat(Notes).Select(n => n + "\n"));
}
