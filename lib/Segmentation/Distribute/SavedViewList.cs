using System.Globalization;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Distribute;

/// <summary>The records of one saved view, by who looks after them.</summary>
public sealed record SavedViewList : Result
{
    /// <inheritdoc/>
    public override string ResultName => "saved-view";

    /// <summary>Gets the view's name: <c>My at-risk SMB accounts</c>.</summary>
    public required string View { get; init; }

    /// <summary>Gets what it lists.</summary>
    public required EntityKind Of { get; init; }

    /// <summary>Gets who is in it, in words: <c>Customer Tier: SMB and health_score &lt; 50</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>Gets the records: owner, id, name, ARR, and the fields that the view's criteria name. By owner, those without one last; then most ARR first, unknown last; then by id.</summary>
    public required Table Records { get; init; }

    /// <summary>Gets the records that a blank keeps out or in, nobody knows: same columns, same order, in none of the counts of <see cref="Records"/>.</summary>
    public required Table Unknown { get; init; }

    /// <summary>Gets the ARR of <see cref="Records"/>, amounts above 0; null for contacts and where the exports hold none.</summary>
    public required double? Arr { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => Records;

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options) => [Summary(options)];

    private string Summary(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return string.Create(CultureInfo.InvariantCulture,
            $"{View} ({Rule}): {options.Count(Records.RowCount)} {SnakeName.Of(Of)}; a blank leaves {options.Count(Unknown.RowCount)} open, which are listed apart.");
    }
}
