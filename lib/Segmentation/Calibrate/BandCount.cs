using Segmentation.Cuts;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>Whether a field's values fall into bands by themselves, and into how many: what speaks for each number.</summary>
public sealed record BandCount : Result
{
    /// <inheritdoc/>
    public override string ResultName => CalibrationWords.ResultName(Field, "count");

    /// <summary>Gets the field.</summary>
    public required string Field { get; init; }

    /// <summary>Gets the numbers of bands and the choice.</summary>
    public required CutCountChoice Choice { get; init; }

    /// <summary>Returns one row a number of bands: cuts, variance explained, BIC (lower is better), silhouette, gap with its standard error, limits that cannot be met.</summary>
    public override Table ToTable()
    {
        var rows = Choice.Rows;
        return new(
            $"number of bands of {Field}",
            Column.Of("bands", rows.Select(r => r.Bands)),
            Column.Of("cuts", rows.Select(r => CutSizes.List(r.Cuts))),
            Column.Of("variance between", rows.Select(r => r.GoodnessOfVarianceFit), NumberFormat.Share),
            Column.Of("BIC", rows.Select(r => Math.Round(r.Bic, 1))),
            Column.Of("silhouette", rows.Select(r => r.Silhouette), NumberFormat.Score),
            Column.Of("gap", rows.Select(r => r.Gap), NumberFormat.Score),
            Column.Of("gap, s.e.", rows.Select(r => r.GapError), NumberFormat.Score),
            Column.Of("meets limits", rows.Select(r => (bool?)r.MeetsLimits)),
            Column.Of("limits broken", rows.Select(r => r.Shortfalls.IsEmpty ? null : string.Join("; ", r.Shortfalls.Select(s => s.Words)))));
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options) => [$"{Field}, log scale, by count: {Choice.Reason}{(Choice.Reason.EndsWith('.') ? string.Empty : ".")}"];

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options) =>
        Choice.Rows.IsEmpty ? [] : ["Two questions: are the values more grouped than evenly spread ones, with every number of bands looked at and paid for; and where they are, which number that meets the limits has the lowest BIC."];
}
