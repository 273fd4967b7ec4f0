using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Assign;
using Segmentation.Load;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>Reads a sheet of records that a person has checked.</summary>
internal static class AccuracyAuditSheet
{
    private static readonly ImmutableArray<string> Needed = [AccuracyAudit.IdColumn, AccuracyAudit.DimensionColumn, AccuracyAudit.AssignedColumn, AccuracyAudit.CorrectColumn, AccuracyAudit.NoteColumn];

    /// <summary>Returns the dimension asked for, or all.</summary>
    public static ImmutableArray<DimensionAssignment> DimensionsOf(RecordAssignment assignment, string? dimension)
    {
        var all = assignment.Dimensions;
        var asked = dimension is null ? all : [.. all.Where(d => d.Dimension.Name.Equals(dimension, StringComparison.OrdinalIgnoreCase))];
        return asked.Length > 0 ? asked : throw new ArgumentException(
            dimension is null ? $"the framework divides {SnakeName.Of(assignment.Records.Of)} by no dimension; there is nothing to check."
            : $"the framework divides {SnakeName.Of(assignment.Records.Of)} by no dimension called '{dimension}'. It has {string.Join(", ", all.Select(d => $"'{d.Dimension.Name}'"))}.", nameof(dimension));
    }

    /// <summary>Returns the rows of each segment that have an id of their own.</summary>
    public static int[][] Members(RecordAssignment assignment, DimensionAssignment by)
    {
        var first = FirstRows(assignment);
        return [.. by.Dimension.Segments.Select((_, s) => Enumerable.Range(0, assignment.Records.Count).Where(r => by.Segment[r] == s && assignment.Records.Ids[r] is { } id && first[id] == r).ToArray())];
    }

    /// <summary>Returns the values that a dimension's rules saw of a record.</summary>
    public static string Seen(RecordAssignment assignment, DimensionAssignment dimension, int row)
    {
        var fields = dimension.Dimension.Segments.SelectMany(s => s.Criteria.Fields).Distinct(StringComparer.OrdinalIgnoreCase).Select(f => assignment.Records.Fields.Find(f)).OfType<Column>();
        var seen = string.Join("; ", fields.Select(c => $"{c.Name} = {(c.IsNull(row) ? "blank" : c.Display(row))}"));
        return (dimension.State[row] == AssignmentState.Overridden ? $"overridden by a person; {seen}" : seen).ReplaceLineEndings(" ");
    }

    /// <summary>Returns the number of rows of a sheet that a person has written into.</summary>
    public static int Answers(string path)
    {
        var table = Table(path);
        return Enumerable.Range(0, table.RowCount).Count(row => Said(table, AccuracyAudit.CorrectColumn, row) is not null || Said(table, AccuracyAudit.NoteColumn, row) is not null);
    }

    public static AccuracyAuditResult Read(string path, RecordAssignment assignment, AccuracyAuditOptions options)
    {
        var (file, table) = (Path.GetFileName(path), Table(path));
        var (faults, answers, open) = (ImmutableArray.CreateBuilder<AccuracyAuditFault>(), new Dictionary<(string Dimension, int Row), string>(), 0);
        var (first, order, seen) = (FirstRows(assignment), new List<DimensionAssignment>(), new HashSet<(string, int)>());

        // A note of several lines in a cell shifts the lines below it; no line is named then.
        var isOneLineARow = File.ReadLines(path).Count(l => l.Length > 0) == table.RowCount + 1;
        for (var row = 0; row < table.RowCount; row++)
        {
            var (id, name, assigned, correct) = (Said(table, AccuracyAudit.IdColumn, row), Said(table, AccuracyAudit.DimensionColumn, row), Said(table, AccuracyAudit.AssignedColumn, row), Said(table, AccuracyAudit.CorrectColumn, row));
            var dimension = assignment.Dimensions.FirstOrDefault(d => d.Dimension.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (dimension is null)
            {
                Fault($"the dimension '{name}' is not one of {Names(assignment.Dimensions.Select(d => d.Dimension.Name))}. Leave that column as it was drawn.");
                continue;
            }

            if (!order.Contains(dimension)) order.Add(dimension);
            if (id is null || !first.TryGetValue(id, out var record))
            {
                Fault($"the id '{id}' is no record of the assignment. Leave that column as it was drawn, and read the sheet with the assignment it was drawn from.");
                continue;
            }

            if (!seen.Add((dimension.Dimension.Name, record)))
            {
                Fault($"the record '{id}' stands in a row before, for {dimension.Dimension.Name}, too. That row counts; remove one of them.");
                continue;
            }

            if (dimension.NameOf(record) is var now && !now.Equals(assigned, StringComparison.OrdinalIgnoreCase))
            {
                Fault($"'{id}' was checked as '{assigned}' and is '{now}' in this assignment. Read the sheet with the assignment it was drawn from, or draw a new one.");
                continue;
            }

            if (correct is null)
            {
                open++;
                continue;
            }

            string[] allowed = [.. dimension.Dimension.Segments.Select(s => s.Name), DimensionAssignment.Unassigned, DimensionAssignment.Excluded];
            if (allowed.FirstOrDefault(a => a.Equals(correct, StringComparison.OrdinalIgnoreCase)) is not { } answer)
            {
                Fault($"the correct segment '{correct}' is not one of {Names(allowed)}. Write one of them, or leave the cell empty.");
                continue;
            }

            answers[(dimension.Dimension.Name, record)] = answer;

            void Fault(string what) => faults.Add(new(file, isOneLineARow ? row + 2 : null, what));
        }

        // The sheet's first dimension is the one it was drawn by.
        var segments = order.SelectMany(d => Accuracy(assignment, order[0], d, answers, options));
        return new AccuracyAuditResult
        {
            Options = options,
            Of = assignment.Records.Of,
            Segments = [.. segments],
            Confusions =
            [
                .. answers.Select(a => (a.Key.Dimension, Assigned: order.First(d => d.Dimension.Name == a.Key.Dimension).NameOf(a.Key.Row), Correct: a.Value)).Where(a => a.Assigned != a.Correct)
                    .GroupBy(a => a).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.ToString(), StringComparer.Ordinal).Select(g => new AccuracyAuditConfusion(g.Key.Dimension, g.Key.Assigned, g.Key.Correct, g.Count())),
            ],
            Open = open,
            Faults = faults.ToImmutable(),
        };
    }

    /// <summary>Returns the accuracy of all segments of a dimension together, and of each.</summary>
    private static IEnumerable<AccuracyAuditSegment> Accuracy(RecordAssignment assignment, DimensionAssignment by, DimensionAssignment of, Dictionary<(string Dimension, int Row), string> answers, AccuracyAuditOptions options)
    {
        var strata = Members(assignment, by).Select(m => m.Length).ToArray();
        int[] rows = [.. answers.Keys.Where(k => k.Dimension == of.Dimension.Name).Select(k => k.Row)];
        var checkedOf = new int[strata.Length];
        foreach (var row in rows.Where(r => by.Segment[r] >= 0)) checkedOf[by.Segment[row]]++;
        yield return One(null, [.. rows.Where(r => of.Segment[r] >= 0)], Enumerable.Range(0, of.Segment.Length).Count(r => of.Segment[r] >= 0));
        for (var s = 0; s < of.Dimension.Segments.Length; s++)
        {
            var segment = s;
            yield return One(of.Dimension.Segments[s].Name, [.. rows.Where(r => of.Segment[r] == segment)], of.Segment.Count(x => x == segment));
        }

        AccuracyAuditSegment One(string? name, int[] members, int records)
        {
            ImmutableArray<StratifiedUnit> units = [.. members.Where(r => by.Segment[r] >= 0).Select(r => new StratifiedUnit(by.Segment[r], answers[(of.Dimension.Name, r)] == of.NameOf(r)))];
            var found = StratifiedProportion.Of(units, [.. checkedOf], [.. strata], options.Confidence);
            return new(of.Dimension.Name, name, records, units.Length, units.Count(u => u.HasProperty), double.IsNaN(found.Proportion) ? null : found.Proportion, found.Interval);
        }
    }

    private static Table Table(string path)
    {
        var file = Path.GetFileName(path);
        if (!File.Exists(path)) throw new WorkspaceException("the sheet of the accuracy audit does not exist", $"no file '{path}'", $"the sheet with the column '{AccuracyAudit.CorrectColumn}' filled in", "Draw one with AccuracyAudit.Draw, save it, fill it in, and pass its path.", file);

        // As text: what a person answers is no number, date or null token.
        var types = Needed.ToImmutableDictionary(n => n, _ => ColumnType.Text, StringComparer.OrdinalIgnoreCase);
        var table = CsvFile.Read(path, CsvOptions.Default with { Types = types, NullTokens = [] }).Table;
        return Needed.FirstOrDefault(n => table.Find(n) is null) is { } missing
            ? throw new WorkspaceException($"the sheet of the accuracy audit has no column '{missing}'", $"the columns {Names(table.Columns.Select(c => c.Name))}", $"the columns {Names(Needed)}",
                $"Save the sheet as it was drawn, and fill in '{AccuracyAudit.CorrectColumn}' and '{AccuracyAudit.NoteColumn}' only.", file, 1, 1)
            : table;
    }

    private static string? Said(Table table, string column, int row) => table.Text(column)[row] is { } cell && TableCsv.Read(cell.Trim()) is { Length: > 0 } said ? said.Trim() : null;

    private static Dictionary<string, int> FirstRows(RecordAssignment assignment)
    {
        var (blank, repeated) = (0, 0);
        return RecordJoin.FirstRows(assignment.Records.Ids, ref blank, ref repeated);
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(n => string.Create(CultureInfo.InvariantCulture, $"'{n}'")));
}
