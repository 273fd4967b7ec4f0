using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Assign;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Playbook;
using Segmentation.Tables;

namespace Segmentation.Distribute;

/// <summary>How the records divide among the segments of one dimension.</summary>
public sealed record DimensionDistribution : Result
{
    internal DimensionDistribution(DimensionAssignment assigned) => Assigned = assigned;

    /// <inheritdoc/>
    public override string ResultName => $"distribution-{SnakeName.OfFile(Name).Replace('_', '-')}";

    /// <summary>Gets the dimension's name.</summary>
    public string Name => Dimension.Name;

    /// <summary>Gets what is divided: <see cref="EntityKind.Accounts"/> or <see cref="EntityKind.Contacts"/>.</summary>
    public required EntityKind Of { get; init; }

    /// <summary>Gets the limits in force.</summary>
    public required PlaybookLimits Limits { get; init; }

    /// <summary>Gets the records that no exclusion holds: what shares are shares of.</summary>
    public required int Records { get; init; }

    /// <summary>Gets the excluded records, in no share.</summary>
    public required int Excluded { get; init; }

    /// <summary>Gets the segments in the framework's order, empty ones too, then Unassigned.</summary>
    public required ImmutableArray<SegmentDistribution> Segments { get; init; }

    /// <summary>Gets the records without a segment.</summary>
    public SegmentDistribution Unassigned => Segments[^1];

    /// <summary>Gets the segment with most records, the first of several; null where all are empty.</summary>
    public SegmentDistribution? Largest => Segments.Where(s => s is { IsUnassigned: false, Records: > 0 }).MaxBy(s => s.Records);

    /// <summary>Gets the ARR of all rows; null for contacts and where the exports hold none.</summary>
    public double? Arr => Segments[0].Arr is null ? null : Segments.Sum(s => s.Arr);

    /// <summary>Gets the dimension as the framework has it.</summary>
    internal Dimension Dimension => Assigned.Dimension;

    /// <summary>Gets the place of each record.</summary>
    internal DimensionAssignment Assigned { get; }

    /// <inheritdoc/>
    public override Table ToTable() => DistributionTable.Of(Name, [this], named: true);

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options) => [Base(options)];

    private string Base(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return string.Create(CultureInfo.InvariantCulture, $"Shares are of {options.Count(Records)} {SnakeName.Of(Of)} that no exclusion holds; {options.Count(Excluded)} excluded are in no row.");
    }
}
