using System.Collections.Immutable;
using Segmentation.Load;

namespace Segmentation.Assign;

/// <summary>Where each record was on each date, and what its values were.</summary>
internal sealed class BouncePaths
{
    private readonly AssignmentHistory history;
    private readonly EntityKind of;
    private readonly string[] ids;

    /// <summary>The row of each record on each date; -1 where it is not there.</summary>
    private readonly int[][] rows;

    /// <summary>Joins the dates by id; a repeated id stands for its first row, rows without an id take no part.</summary>
    public BouncePaths(AssignmentHistory history, EntityKind of)
    {
        (this.history, this.of) = (history, of);
        var (blank, repeated) = (0, 0);
        var firstRows = history.Snapshots.Select(s => s.Find(of) is { } side ? RecordJoin.FirstRows(side.Records.Ids, ref blank, ref repeated) : []).ToArray();
        ids = [.. firstRows.SelectMany(f => f.Keys).Distinct(StringComparer.Ordinal)];
        rows = [.. firstRows.Select(f => ids.Select(id => f.GetValueOrDefault(id, -1)).ToArray())];
    }

    /// <summary>Returns the bounces of a dimension, in order of the records.</summary>
    /// <param name="dimension">Its name.</param>
    /// <param name="movementOf">Returns why a record moved between a date and the one before.</param>
    public IEnumerable<Bounce> Bounces(string dimension, Func<int, EntityKind, string, string, Movement?> movementOf)
    {
        var places = Places(dimension);
        for (var record = 0; record < ids.Length; record++)
        {
            foreach (var (left, back) in Returns([.. places.Select(p => p[record])]))
            {
                var movement = movementOf(left, of, ids[record], dimension);
                var (field, cut) = Crossed(record, left, back, dimension, movement?.Values ?? []);
                var last = Enumerable.Range(0, rows.Length).Last(t => rows[t][record] >= 0);
                var records = history.Snapshots[last].Find(of)!.Records;
                yield return new(of, ids[record], records.Names?[rows[last][record]], dimension, places[back][record]!, places[left][record]!, history.Snapshots[left].AsOf, history.Snapshots[back].AsOf,
                    field, cut, movement?.Why ?? string.Empty, records.Arr?[rows[last][record]]);
            }
        }
    }

    /// <summary>Returns the values of each record that changed place in a dimension when its value crossed a cut, one a date; null where blank or not there.</summary>
    public List<double?[]> Crossing(string dimension, CriterionCut cut)
    {
        var places = Places(dimension);
        var found = new List<double?[]>();
        for (var record = 0; record < ids.Length; record++)
        {
            double?[] values = [.. Enumerable.Range(0, rows.Length).Select(t => Value(t, record, cut.Field))];
            var sides = Hysteresis.Sides(values, cut, 0);
            if (Enumerable.Range(1, Math.Max(0, rows.Length - 1)).Any(t => sides[t - 1] is { } was && sides[t] != was && places[t - 1][record] != places[t][record])) found.Add(values);
        }

        return found;
    }

    /// <summary>Returns the dates on which a path leaves a place and is back, without overlap.</summary>
    internal static List<(int Left, int Back)> Returns(string?[] path)
    {
        var found = new List<(int, int)>();
        var runs = new List<int>();
        for (var t = 0; t < path.Length; t++)
        {
            if (path[t] is null) runs.Clear();
            else if (runs.Count == 0 || path[t] != path[runs[^1]]) runs.Add(t);
            else continue;
            if (runs.Count < 3 || path[runs[^1]] != path[runs[^3]]) continue;
            found.Add((runs[^2], runs[^1]));
            runs.RemoveRange(0, runs.Count - 1);
        }

        return found;
    }

    /// <summary>Returns the field that moved a record out and back, and the cut that it crossed both ways, the one nearest to the value in between.</summary>
    private (string? Field, string? Cut) Crossed(int record, int left, int back, string dimension, ImmutableArray<MovementValue> values)
    {
        var framework = history.Snapshots[left].Framework;
        var cuts = framework.DimensionsOf(of).Where(d => d.Name == dimension).SelectMany(d => CriterionCuts.Of(framework, d, history.Snapshots[left].AsOf)).ToArray();
        foreach (var field in values.Select(v => v.Field))
        {
            if (Value(left - 1, record, field) is not { } before || Value(left, record, field) is not { } between || Value(back, record, field) is not { } after) continue;
            var crossed = cuts.Where(c => c.Field == field && c.IsAbove(before) != c.IsAbove(between) && c.IsAbove(after) != c.IsAbove(between)).ToArray();
            if (crossed.Length > 0) return (field, crossed.MinBy(c => Math.Abs(c.Value - between)).Text);
        }

        return (values.Select(v => v.Field).FirstOrDefault(), null);
    }

    private double? Value(int date, int record, string field) =>
        rows[date][record] is >= 0 and var row && history.Snapshots[date].Find(of)!.Records.Fields.Find(field) is { Type: Tables.ColumnType.Number or Tables.ColumnType.Date } column ? CriterionCut.Read(column, row) : null;

    /// <summary>Returns the place of each record on each date; null where the record or the dimension is not there.</summary>
    private string?[][] Places(string dimension) => [.. history.Snapshots.Select((s, t) =>
    {
        var places = s.Find(of)?.Dimensions.FirstOrDefault(d => d.Dimension.Name == dimension) is { } found ? RecordRows.Places(found) : null;
        return rows[t].Select(row => row < 0 || places is null ? null : places[row]).ToArray();
    })];
}
