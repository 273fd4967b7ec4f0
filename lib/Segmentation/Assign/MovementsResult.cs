using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;
using static System.FormattableString;

namespace Segmentation.Assign;

/// <summary>Which records changed place between two assignments, and why.</summary>
public sealed record MovementsResult : Result
{
    /// <inheritdoc/>
    public override string ResultName => "movements";

    /// <summary>Gets the version of the earlier framework.</summary>
    public required string VersionBefore { get; init; }

    /// <summary>Gets the version of the later framework.</summary>
    public required string VersionAfter { get; init; }

    /// <summary>Gets the date of the earlier values.</summary>
    public required DateTime AsOfBefore { get; init; }

    /// <summary>Gets the date of the later values.</summary>
    public required DateTime AsOfAfter { get; init; }

    /// <summary>Gets the movements: accounts first, by dimension in the later framework's order; the largest ARR first.</summary>
    public required ImmutableArray<Movement> All { get; init; }

    /// <summary>Gets from × to of each dimension, those that stayed on the diagonal.</summary>
    public required ImmutableArray<MovementMatrix> Matrices { get; init; }

    /// <summary>Gets what else is to be said, one sentence each.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>Gets whether the rules name a personal field, so that its values in <see cref="Movement.Why"/> are hidden under a mask.</summary>
    internal bool IsPersonal { get; init; }

    /// <summary>Gets one row a movement: record, from, to, ARR before and after, cause and what caused it.</summary>
    public Table Records => new(
        "records that changed place",
        Column.Of("of", All.Select(m => SnakeName.Of(m.Of))),
        Column.Of("id", All.Select(m => m.Id)),
        Column.Of("name", All.Select(m => m.Name)).AsPersonal(),
        Column.Of("dimension", All.Select(m => m.Dimension)),
        Column.Of("from", All.Select(m => m.From ?? MovementMatrix.New)),
        Column.Of("to", All.Select(m => m.To ?? MovementMatrix.Lost)),
        Column.Of("ARR before", All.Select(m => m.ArrBefore), NumberFormat.Money),
        Column.Of("ARR after", All.Select(m => m.ArrAfter), NumberFormat.Money),
        Column.Of("cause", All.Select(m => MovementWords.Of(m.Cause))),
        Column.Of("why", All.Select(m => m.Why)).AsPersonal(IsPersonal));

    /// <summary>Gets the cells of all matrices that hold records: dimension, from, to, records, ARR; the ribbons of a flow chart.</summary>
    public Table Flows
    {
        get
        {
            var all = Matrices.SelectMany(m => m.Flows.Select(f => (Matrix: m, Flow: f))).ToArray();
            return new(
                "from and to",
                Column.Of("of", all.Select(f => SnakeName.Of(f.Matrix.Of))),
                Column.Of("dimension", all.Select(f => f.Matrix.Dimension)),
                Column.Of("from", all.Select(f => f.Flow.From)),
                Column.Of("to", all.Select(f => f.Flow.To)),
                Column.Of("records", all.Select(f => f.Flow.Count)),
                Column.Of("ARR", all.Select(f => f.Flow.Arr), NumberFormat.Money));
        }
    }

    /// <summary>Returns one row a dimension and cause: records and their ARR. A dimension in which nothing moved has one row without a cause.</summary>
    public override Table ToTable()
    {
        var rows = Matrices.SelectMany(m =>
        {
            var causes = All.Where(a => a.Of == m.Of && a.Dimension == m.Dimension).GroupBy(a => a.Cause).OrderBy(g => g.Key)
                .Select(g => (Matrix: m, Cause: (MovementCause?)g.Key, Records: g.Count(), Arr: m.Arr is null ? null : g.Sum(a => RecordRows.Counted(a.Arr)) as double?)).ToArray();
            return causes.Length > 0 ? causes : [(m, null, 0, m.Arr is null ? null : 0)];
        }).ToArray();
        return new(
            "movements by cause",
            Column.Of("of", rows.Select(r => SnakeName.Of(r.Matrix.Of))),
            Column.Of("dimension", rows.Select(r => r.Matrix.Dimension)),
            Column.Of("cause", rows.Select(r => r.Cause is { } cause ? MovementWords.Of(cause) : "nothing moved")),
            Column.Of("records", rows.Select(r => r.Records)),
            Column.Of("share of records", rows.Select(r => r.Matrix.Records == 0 ? null : (double?)r.Records / r.Matrix.Records), NumberFormat.Share),
            Column.Of("ARR", rows.Select(r => r.Arr), NumberFormat.Money));
    }

    /// <inheritdoc/>
    protected override IEnumerable<string> LinesBelow(RenderOptions options)
    {
        yield return VersionBefore == VersionAfter
            ? $"Framework {VersionAfter}, {DateColumn.Show(AsOfBefore.Date)} against {DateColumn.Show(AsOfAfter.Date)}."
            : $"Framework {VersionBefore} on {DateColumn.Show(AsOfBefore.Date)} against {VersionAfter} on {DateColumn.Show(AsOfAfter.Date)}.";
        foreach (var matrix in Matrices) yield return Invariant($"{matrix.Dimension}: {options.Count(matrix.Changed)} of {options.Count(matrix.Records)} {SnakeName.Of(matrix.Of)} changed place.");
        foreach (var note in Notes) yield return note;
    }
}
