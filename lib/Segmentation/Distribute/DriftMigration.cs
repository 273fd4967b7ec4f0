using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Distribute;

/// <summary>Where the records of every segment are now: one row for each segment at the baseline, one column for each now.</summary>
public sealed record DriftMigration : Result
{
    /// <summary>The row of records that the baseline did not have.</summary>
    public const string New = "(new)";

    /// <summary>The column of records that are no longer there.</summary>
    public const string Lost = "(lost)";

    /// <inheritdoc/>
    public override string ResultName => "migration";

    /// <summary>Gets what the records are.</summary>
    public required EntityKind Of { get; init; }

    /// <summary>Gets the dimension's name.</summary>
    public required string Dimension { get; init; }

    /// <summary>Gets the segments in order, Unassigned and, where the framework excludes records, Excluded last.</summary>
    public required ImmutableArray<string> Segments { get; init; }

    /// <summary>Gets every pair of segments, empty ones included: by <see cref="DriftFlow.From"/> (<see cref="New"/> last), then <see cref="DriftFlow.To"/>
    /// (<see cref="Lost"/> last). From <see cref="New"/> to <see cref="Lost"/> there is none.</summary>
    public required ImmutableArray<DriftFlow> Flows { get; init; }

    /// <summary>Gets the flows in which records changed place, came or went; the empty ones left out.</summary>
    public IEnumerable<DriftFlow> Moves => Flows.Where(f => f.Records > 0 && f.From != f.To);

    /// <summary>Gets the same matrix in ARR as it is now, for lost records as it was; null where the records have none that adds up.</summary>
    public Table? ArrTable => Flows.Any(f => f.ArrCurrent is not null)
        ? Matrix($"{Dimension}: from segment to segment, ARR", f => (f.To == Lost ? f.ArrBaseline : f.ArrCurrent) ?? 0, NumberFormat.Money)
        : null;

    /// <inheritdoc/>
    public override Table ToTable() => Matrix($"{Dimension}: from segment to segment, {SnakeName.Of(Of)}", f => f.Records, NumberFormat.Count);

    private Table Matrix(string name, Func<DriftFlow, double> value, NumberFormat format)
    {
        var (from, to) = (Segments.Add(New), Segments.Add(Lost));
        var cells = Flows.ToDictionary(f => (f.From, f.To), value);
        return new(
            name,
            [Column.Of("from", [.. from, "all"]),
                .. to.Select(t => Column.Of($"to {t}", from.Select(f => Cell(f, t)).Append(from.Sum(f => Cell(f, t) ?? 0)), format)),
                Column.Of("all", from.Select(f => (double?)to.Sum(t => Cell(f, t) ?? 0)).Append(cells.Values.Sum()), format)]);

        double? Cell(string f, string t) => cells.TryGetValue((f, t), out var found) ? found : null;
    }
}
