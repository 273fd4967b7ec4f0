using System.Collections.Immutable;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;
using static System.FormattableString;

namespace Segmentation.Assign;

/// <summary>The assignments of one framework, or its versions, on several dates.</summary>
public sealed record AssignmentHistory : Result
{
    private const int MonthsOfAYear = 12;

    /// <inheritdoc/>
    public override string ResultName => "assignment-history";

    /// <summary>Gets the assignments, in order of their dates.</summary>
    public required ImmutableArray<AssignmentResult> Snapshots { get; init; }

    /// <summary>Gets where they come from, in words.</summary>
    public required string Source { get; init; }

    /// <summary>Gets whether they were replayed from today's exports, not kept at the time.</summary>
    public bool IsReplayed { get; init; }

    /// <summary>Returns the assignments at the end of each month up to the as-of date, replayed from the exports of today.</summary>
    /// <param name="workspace">The workspace, cleaned.</param>
    /// <param name="framework">The rules, the same for every month.</param>
    /// <param name="months">Number of month ends, at least 1. Default 12.</param>
    /// <returns>ARR and usage are as of each month; every other field is as the exports have it today, so that only what hangs on ARR, usage and dates can be seen to move.
    /// Nothing where the exports hold no date.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="months"/> is below 1.</exception>
    public static AssignmentHistory Replay(Workspace workspace, SegmentationFramework framework, int months = MonthsOfAYear)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        var next = workspace.AsOf.Date == DateTime.MaxValue.Date ? workspace.AsOf.Date : workspace.AsOf.Date.AddDays(1);
        var first = new DateTime(next.Year, next.Month, 1);
        return new AssignmentHistory
        {
            Snapshots = workspace.AsOf == DateTime.MinValue ? [] : [.. Enumerable.Range(0, months).Reverse().Select(back => Assignment.Run(workspace, framework, first.AddMonths(-back).AddDays(-1)))],
            Source = $"replayed with framework {framework.Version} from today's exports: ARR and usage as of each month's end, every other field as it is today",
            IsReplayed = true,
        };
    }

    /// <summary>Gets the assignment of the last date; null where there is none.</summary>
    public AssignmentResult? Latest => Snapshots.LastOrDefault();

    /// <summary>Returns the latest assignment of an earlier date, as a baseline where no snapshot was saved; null where there is none.</summary>
    /// <param name="date">The date that it is earlier than.</param>
    public AssignmentResult? Before(DateTime date) => Snapshots.LastOrDefault(s => s.AsOf.Date < date.Date);

    /// <summary>Returns a history of assignments that were made at the time.</summary>
    /// <param name="snapshots">The assignments, in any order.</param>
    public static AssignmentHistory Of(params IEnumerable<AssignmentResult> snapshots)
    {
        ArgumentNullException.ThrowIfNull(snapshots);
        return new AssignmentHistory { Snapshots = [.. snapshots.OrderBy(s => s.AsOf)], Source = "assignments made at the time" };
    }

    /// <summary>Returns one row a date, dimension and place: records and ARR. Empty places are kept.</summary>
    public override Table ToTable()
    {
        var rows = Snapshots.SelectMany(s => new[] { s.Accounts, s.Contacts }.OfType<RecordAssignment>().SelectMany(side => side.Dimensions.SelectMany(d => Places(s, side, d)))).ToArray();
        return new(
            IsReplayed ? "segments at each month's end, replayed" : "segments on each date",
            Column.Of("as of", rows.Select(r => (DateTime?)r.AsOf.Date)),
            Column.Of("of", rows.Select(r => SnakeName.Of(r.Side.Records.Of))),
            Column.Of("dimension", rows.Select(r => r.Dimension)),
            Column.Of("segment", rows.Select(r => r.Place)),
            Column.Of("records", rows.Select(r => r.Count)),
            Column.Of("ARR", rows.Select(r => r.Arr), NumberFormat.Money));
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options) => [Invariant($"{Snapshots.Length:#,0} dates, {Source}.")];

    private static IEnumerable<(DateTime AsOf, RecordAssignment Side, string Dimension, string Place, int Count, double? Arr)> Places(AssignmentResult snapshot, RecordAssignment side, DimensionAssignment dimension)
    {
        var places = RecordRows.Places(dimension);
        var arr = side.Records.Of == EntityKind.Accounts ? side.Records.Arr : null;
        var cells = places.Select((place, row) => (place, row)).GroupBy(p => p.place, p => p.row, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (Count: g.Count(), Arr: g.Sum(row => RecordRows.Counted(arr?[row]))), StringComparer.Ordinal);
        return dimension.Dimension.Segments.Select(s => s.Name).Append(DimensionAssignment.Unassigned).Append(DimensionAssignment.Excluded)
            .Select(place => (snapshot.AsOf, side, dimension.Dimension.Name, place, cells.GetValueOrDefault(place).Count, arr is null ? null : (double?)cells.GetValueOrDefault(place).Arr));
    }
}
