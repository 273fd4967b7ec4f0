using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Assign;

/// <summary>How many records were where in a dimension, and are where: from × to, those that stayed on the diagonal.</summary>
public sealed record MovementMatrix : Result
{
    /// <summary>The row of records that were not there before.</summary>
    public const string New = "New";

    /// <summary>The column of records that are not there any more.</summary>
    public const string Lost = "Lost";

    /// <inheritdoc/>
    public override string ResultName => "movement-matrix";

    /// <summary>Gets what is counted.</summary>
    public required EntityKind Of { get; init; }

    /// <summary>Gets the dimension's name.</summary>
    public required string Dimension { get; init; }

    /// <summary>Gets the rows: the segments of both versions, those of the earlier one first, then Unassigned and Excluded; <see cref="New"/> where records can be new. Empty places are kept.</summary>
    public required ImmutableArray<string> From { get; init; }

    /// <summary>Gets the columns: the same places; <see cref="Lost"/> where records can be lost.</summary>
    public required ImmutableArray<string> To { get; init; }

    /// <summary>Gets the cells that hold records, by row and column.</summary>
    public required ImmutableArray<MovementFlow> Flows { get; init; }

    /// <summary>Gets the number of records.</summary>
    public int Records => Flows.Sum(f => f.Count);

    /// <summary>Gets how many of them changed place.</summary>
    public int Changed => Flows.Where(f => f.From != f.To).Sum(f => f.Count);

    /// <summary>Gets the share that changed place, a proportion; null where there are no records.</summary>
    public double? ChangedShare => Records == 0 ? null : (double)Changed / Records;

    /// <summary>Gets the ARR of all records; null where there is none, and for contacts.</summary>
    public double? Arr => Sum(Flows);

    /// <summary>Gets the ARR that changed place; null where there is none, and for contacts.</summary>
    public double? ArrChanged => Sum(Flows.Where(f => f.From != f.To)) is { } sum ? sum : Arr is null ? null : 0;

    /// <summary>Gets the matrix in ARR; without amounts where there is none, and for contacts.</summary>
    public Table ArrTable => new(
        $"{Dimension}: ARR, from (rows) to (columns)",
        RecordAssignment.Distinct([Column.Of("from", From), .. To.Select(to => Column.Of($"to {to}", From.Select(from => Arr is null ? null : Find(from, to)?.Arr ?? (double?)0), NumberFormat.Money)),
            Column.Of("total", From.Select(from => Arr is null ? null : Sum(Flows.Where(f => f.From == from)) ?? (double?)0), NumberFormat.Money)]));

    /// <inheritdoc/>
    public override Table ToTable() => new(
        $"{Dimension}: {SnakeName.Of(Of)}, from (rows) to (columns)",
        RecordAssignment.Distinct([Column.Of("from", From), .. To.Select(to => Column.Of($"to {to}", From.Select(from => Find(from, to)?.Count ?? 0))),
            Column.Of("total", From.Select(from => Flows.Where(f => f.From == from).Sum(f => f.Count)))]));

    /// <summary>Counts pairs of places.</summary>
    internal static MovementMatrix Tally(EntityKind of, string dimension, IEnumerable<string> places, bool withNew, bool withLost, IEnumerable<(string From, string To, double? Arr)> pairs, bool hasArr)
    {
        // Two versions may spell one segment in two ways; to people, and to a table's columns, it is one.
        ImmutableArray<string> all = [.. places.Append(DimensionAssignment.Unassigned).Append(DimensionAssignment.Excluded).Distinct(StringComparer.OrdinalIgnoreCase)];
        var spelled = all.ToDictionary(p => p, StringComparer.OrdinalIgnoreCase);
        string Of(string place) => spelled.GetValueOrDefault(place, place);
        ImmutableArray<string> from = withNew ? all.Add(New) : all, to = withLost ? all.Add(Lost) : all;
        var cells = new Dictionary<(string, string), (int Count, double Arr)>();
        foreach (var pair in pairs)
        {
            var key = (Of(pair.From), Of(pair.To));
            var cell = cells.GetValueOrDefault(key);
            cells[key] = (cell.Count + 1, cell.Arr + RecordRows.Counted(pair.Arr));
        }

        return new MovementMatrix
        {
            Of = of,
            Dimension = dimension,
            From = from,
            To = to,
            Flows = [.. from.SelectMany(f => to.Where(t => cells.ContainsKey((f, t))).Select(t => new MovementFlow(f, t, cells[(f, t)].Count, hasArr ? cells[(f, t)].Arr : null)))],
        };
    }

    private MovementFlow? Find(string from, string to) => Flows.FirstOrDefault(f => f.From == from && f.To == to);

    private static double? Sum(IEnumerable<MovementFlow> flows) => flows.Any(f => f.Arr is not null) ? flows.Sum(f => f.Arr ?? 0) : null;
}
