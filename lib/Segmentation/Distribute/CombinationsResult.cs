using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Playbook;
using Segmentation.Tables;

namespace Segmentation.Distribute;

/// <summary>The combinations of segments that occur over all dimensions, and how many of them are too small to work with.</summary>
public sealed record CombinationsResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => $"combinations-{SnakeName.Of(Of)}";

    /// <summary>Gets what is divided.</summary>
    public required EntityKind Of { get; init; }

    /// <summary>Gets the limits in force.</summary>
    public required PlaybookLimits Limits { get; init; }

    /// <summary>Gets the dimensions combined.</summary>
    public required ImmutableArray<string> Dimensions { get; init; }

    /// <summary>Gets how many combinations the framework makes possible: the product of the dimensions' segments. 0 without dimensions.</summary>
    public required double Possible { get; init; }

    /// <summary>Gets the combinations that occur, most records first, then in the framework's order; those with an Unassigned dimension among them.</summary>
    public required ImmutableArray<Combination> Items { get; init; }

    /// <summary>Gets how many combinations with a segment in every dimension occur.</summary>
    public int Occurring => Items.Count(c => c.IsComplete);

    /// <summary>Gets how many of them are below the lower size limit (accounts: 20; contacts: 100).</summary>
    public int BelowError => Below(SegmentLimits.Floors(Of, Limits).Error);

    /// <summary>Gets how many of them are below the upper size limit (accounts: 30; contacts: 500), those below the lower one among them: the micro-segments.</summary>
    public int BelowWarn => Below(SegmentLimits.Floors(Of, Limits).Warn);

    /// <summary>Gets the records with a dimension in which they are Unassigned.</summary>
    public int IncompleteRecords => Items.Where(c => !c.IsComplete).Sum(c => c.Records);

    /// <summary>Gets what the combinations say, in a sentence or two.</summary>
    public string Headline
    {
        get
        {
            if (Dimensions.IsEmpty) return $"The framework has no dimension of {SnakeName.Of(Of)} with records.";
            var (error, warn) = SegmentLimits.Floors(Of, Limits);
            var verdict = BelowWarn >= Limits.MicroSegments
                ? string.Create(CultureInfo.InvariantCulture, $"{Limits.MicroSegments:#,0} or more such micro-segments cannot be acted on (customer success playbook): act on single dimensions, or merge segments.")
                : string.Create(CultureInfo.InvariantCulture, $"That is fewer than the {Limits.MicroSegments:#,0} micro-segments that cannot be acted on (customer success playbook).");
            return string.Create(CultureInfo.InvariantCulture,
                $"{Possible:#,0} combinations are possible and {Occurring:#,0} occur; {BelowWarn:#,0} of these have fewer than {warn:#,0} {SnakeName.Of(Of)}, {BelowError:#,0} fewer than {error:#,0}. {verdict}");
        }
    }

    /// <inheritdoc/>
    public override Table ToTable()
    {
        IEnumerable<Column> arr = Items.All(c => c.Arr is null) ? [] : [Column.Of("ARR", Items.Select(c => c.Arr), NumberFormat.Money)];
        return new(
            $"combinations of {SnakeName.Of(Of)}",
            [
                Column.Of("combination", Items.Select(c => c.Name)),
                Column.Of("records", Items.Select(c => c.Records)),
                Column.Of("share", Items.Select(c => c.Share), NumberFormat.Share),
                .. arr,
                Column.Of("severity", Items.Select(c => c.Severity is { } severity ? Phrase.Name(severity) : null)),
                Column.Of("verdict", Items.Select(c => c.Verdict)),
            ]);
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesAbove(RenderOptions options) => [Headline];

    private int Below(int records) => Items.Count(c => c.IsComplete && c.Records < records);
}
