using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Merge;

/// <summary>One export with its references re-parented and its groups merged, and where each cell of the merged records comes from.</summary>
internal sealed class MergedExport
{
    /// <summary>The column that names the entity of each record.</summary>
    public const string EntityColumn = "entity_id";

    private readonly Dictionary<int, int> groupOfMaster = [];
    private readonly HashSet<int> loops = [];

    public MergedExport(Workspace workspace, Export export, MergeGroups? accounts, MergeGroups? contacts, SurvivorshipRules rules)
    {
        Export = export;
        Groups = ReferenceEquals(export, accounts?.Export) ? accounts : ReferenceEquals(export, contacts?.Export) ? contacts : null;
        Reparented = export.Table;
        var known = new Dictionary<string, Func<int, bool>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (column, target) in Reparenting.In(export, accounts, contacts))
        {
            var moved = Reparenting.Move(export.File, column, target.Survivors, out var count);
            Moved += count;
            if (ReferenceEquals(target, Groups)) moved = Reparenting.WithoutLoops(moved, target, loops);
            if (!ReferenceEquals(moved, column)) Reparented = Reparented.With(moved);
            known[column.Name] = row => !moved.IsNull(row) && target.Ids.Contains(moved.Raw(row).Trim());
        }

        After = Groups is null ? Reparented : Merge(workspace, Groups, rules, known);
    }

    public Export Export { get; }

    /// <summary>Gets the groups merged; null where the export's own records are not merged.</summary>
    public MergeGroups? Groups { get; }

    /// <summary>Gets the table with its references re-parented, before its records are merged; rows and columns as in the export.</summary>
    public Table Reparented { get; }

    /// <summary>Gets the table after the merge.</summary>
    public Table After { get; }

    /// <summary>Gets the number of references that point at another record now.</summary>
    public int Moved { get; }

    /// <summary>Gets the zero-based rows whose parent is taken away, as it would have been the record itself.</summary>
    public IReadOnlyCollection<int> Loops => loops;

    /// <summary>Gets the cells of the merged records: one array a group, aligned with the export's columns.</summary>
    public ImmutableArray<ImmutableArray<MergedCell>> Cells { get; private set; } = [];

    /// <summary>Gets the rules that cannot be applied, one sentence each.</summary>
    public ImmutableArray<string> Misfits { get; private set; } = [];

    /// <summary>Returns what the merge does to the table; null where it does nothing.</summary>
    public TableChange? Change()
    {
        if (ReferenceEquals(After, Export.Table)) return null;
        var key = Export.Roles.FirstOrDefault(r => r.Role == SurvivorshipRules.KeyOf(Export.Kind))?.Column;
        var places = Export.Table.Columns.Select((c, i) => (c.Name, i)).ToDictionary(c => c.Name, c => c.i, StringComparer.OrdinalIgnoreCase);
        var change = TableChange.Between("merge", Export.Table, After, key, (row, column) => Reason(row, column, places[column]), Groups?.Removed);
        return change.Cells.Length + change.RemovedRows.Length + change.AddedColumns.Length == 0 ? null : change;
    }

    private string Reason(int row, string column, int place)
    {
        if (Groups is not null && column.Equals(EntityColumn, StringComparison.OrdinalIgnoreCase)) return "entity of the record";
        if (groupOfMaster.TryGetValue(row, out var group))
        {
            var cell = Cells[group][place];
            if (cell.Made is not null) return FormattableString.Invariant($"{SnakeName.Words(cell.Rule)} of {Groups!.Groups[group].Rows.Length} records");
            if (cell.Row != row) return $"{SnakeName.Words(cell.Rule)}: from {Groups!.Order.Name(cell.Row)}";
            if (loops.Contains(row) && Reparented.Columns[place].IsNull(row)) return "its parent is the record itself now";
        }

        return "points at the record that stays";
    }

    private Table Merge(Workspace workspace, MergeGroups groups, SurvivorshipRules rules, Dictionary<string, Func<int, bool>> known)
    {
        var misfits = ImmutableArray.CreateBuilder<string>();
        foreach (var name in rules.Columns.Keys.Where(c => Export.Table.Find(c) is null && !workspace.Exports.Any(e => e.Kind is EntityKind.Accounts or EntityKind.Contacts && e.Table.Find(c) is not null)))
            misfits.Add($"'{name}' has a rule, but no accounts or contacts have such a column");
        FieldSurvival[] survivals = [.. Reparented.Columns.Select(c => Survival(c))];
        Misfits = misfits.ToImmutable();
        var cells = new MergedCell[groups.Groups.Length][];
        for (var g = 0; g < cells.Length; g++)
        {
            groupOfMaster[groups.Groups[g].Master] = g;
            cells[g] = [.. survivals.Select(s => s.Of(groups.Groups[g]))];
        }

        Cells = [.. cells.Select(c => ImmutableArray.Create(c))];
        var gone = groups.Removed.ToHashSet();
        int[] kept = [.. Enumerable.Range(0, Reparented.RowCount).Where(r => !gone.Contains(r))];
        var columns = Reparented.Columns.Select((column, place) => Column(column, place, kept));
        var entities = Tables.Column.Of(EntityColumn, kept.Select(groups.EntityOf));
        return new Table(Reparented.Name, columns).With(entities.Rename(FreeName()));

        FieldSurvival Survival(Column column)
        {
            var rule = rules.RuleOf(Export, column.Name);
            var source = Source(rule);
            if (!FieldSurvival.Fits(rule, column, source))
            {
                misfits.Add(rule.Rule == Survivorship.SourcePriority
                    ? $"{SnakeName.Words(rule.Rule)} of '{column.Name}' in {Export.File} finds no column '{rule.Source}'"
                    : $"{SnakeName.Words(rule.Rule)} does not fit '{column.Name}' in {Export.File}, which holds {SnakeName.Of(column.Type)} values");
                rule = rules.Otherwise;
                source = Source(rule);
                if (!FieldSurvival.Fits(rule, column, source)) rule = FieldRule.Of(Survivorship.MostRecent);
            }

            return new FieldSurvival(workspace, groups.Order, column, rule, source, rules.Separator, known.GetValueOrDefault(column.Name));
        }

        Column? Source(FieldRule rule) => rule.Source is null ? null
            : Export.Table.Find(rule.Source) ?? (SnakeName.Parse<Role>(rule.Source) is { } role ? Export.Find(role) : null);
    }

    /// <summary>Returns a column of the rows kept, the masters with the value of the record that won.</summary>
    private Column Column(Column column, int place, int[] kept)
    {
        if (Cells.Length == 0) return column;
        var rows = (int[])kept.Clone();
        var made = false;
        for (var i = 0; i < rows.Length; i++)
        {
            if (!groupOfMaster.TryGetValue(kept[i], out var group)) continue;
            rows[i] = Cells[group][place].Row;
            made |= Cells[group][place].Made is not null;
        }

        var taken = column.Take(rows);
        if (!made) return taken;
        var raw = new string?[rows.Length];
        for (var i = 0; i < raw.Length; i++)
        {
            raw[i] = groupOfMaster.TryGetValue(kept[i], out var group) && Cells[group][place].Made is { } value ? value : taken.IsNull(i) ? null : taken.Raw(i);
        }

        return taken.WithRaw(raw);
    }

    /// <summary>Returns the name of the entity column, spelled as the export does where it has one; a number behind it where the export has a column of that name that cannot hold ids.</summary>
    private string FreeName()
    {
        var name = EntityColumn;
        for (var i = 2; Export.Table.Find(name) is not (null or TextColumn); i++) name = FormattableString.Invariant($"{EntityColumn}_{i}");
        return Export.Table.Find(name)?.Name ?? name;
    }
}
