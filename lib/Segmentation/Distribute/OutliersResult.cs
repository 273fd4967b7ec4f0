using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Audit;
using Segmentation.Tables;

namespace Segmentation.Distribute;

/// <summary>Records that are far from the rest of their own segment, the furthest first.</summary>
public sealed record OutliersResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "outliers";

    /// <summary>Gets the options.</summary>
    public required OutlierOptions Options { get; init; }

    /// <summary>Gets what is usual in each segment, in the order of dimensions, fields and segments; those that could not be judged too.</summary>
    public required ImmutableArray<OutlierGroup> Groups { get; init; }

    /// <summary>Gets the outliers, the furthest first: of, dimension, segment, id, name, field, value, the segment's median, the distance from it in robust standard
    /// deviations (below 0 where the value is below), the segment in which the value would be usual (the closest within the cutoff; null where none is), and whether a person's
    /// override put it there. A record that is far in two dimensions or fields is there twice.</summary>
    public required Table Records { get; init; }

    /// <summary>Gets what is usual as a table: dimension, segment, field, scale, values, off the scale, median, from, to, outliers, note.</summary>
    public Table Usual => new(
        "what is usual in each segment",
        Column.Of("dimension", Groups.Select(g => g.Dimension)),
        Column.Of("segment", Groups.Select(g => g.Segment)),
        Column.Of("field", Groups.Select(g => g.Field)),
        Column.Of("scale", Groups.Select(g => g.IsLog ? "logarithmic" : "as it is")),
        Column.Of("values", Groups.Select(g => g.Values)),
        Column.Of("off the scale", Groups.Select(g => g.OffScale)),
        Column.Of("median", Groups.Select(g => g.Median)),
        Column.Of("usual from", Groups.Select(g => Readable(g.Low))),
        Column.Of("usual to", Groups.Select(g => Readable(g.High))),
        Column.Of("outliers", Groups.Select(g => g.Found)),
        Column.Of("note", Groups.Select(Note)));

    /// <inheritdoc/>
    public override Table ToTable() => Records;

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options) => [Summary(options)];

    private string Summary(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (judged, not) = (Groups.Count(g => g.IsJudged), Groups.Count(g => !g.IsJudged));
        return string.Create(CultureInfo.InvariantCulture,
            $"{options.Count(Records.RowCount)} outliers, more than {Options.Cutoff:0.##} robust standard deviations from their segment's median, among {Phrase.Count(Groups.Where(g => g.IsJudged).Sum(g => g.Values))} values in {Phrase.Count(judged)} pairs of segment and field; {Phrase.Count(not)} pairs with fewer than {Options.FewestValues:#,0} values, or all equal, are not judged.");
    }

    // Four digits: the ends of what is usual are no sharper than that.
    private static double? Readable(double? value) => value is { } number ? double.Parse(number.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : null;

    private string? Note(OutlierGroup group) => group.IsJudged ? null
        : group.Values < Options.FewestValues ? string.Create(CultureInfo.InvariantCulture, $"not judged: fewer than {Options.FewestValues:#,0} values") : "not judged: all values are equal";
}
