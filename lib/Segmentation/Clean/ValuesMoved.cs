using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Clean;

/// <summary>Which values moved to which over all steps of the clean-up, field by field: what a matrix or a flow chart shows.</summary>
public sealed record ValuesMoved : Result
{
    /// <summary>The fields whose values are few enough to be followed: those that a picklist can hold.</summary>
    private static readonly ImmutableArray<Role> Picklists =
    [
        Role.Industry, Role.Country, Role.State, Role.Region, Role.Segment, Role.AccountType, Role.LifecycleStage, Role.Level, Role.Department, Role.LeadSource, Role.Technology, Role.Currency,
    ];

    /// <inheritdoc/>
    public override string ResultName => "values-moved";

    /// <summary>Gets the moves: by table and column in the workspace's order, most records first, then by value.</summary>
    public required ImmutableArray<ValueMove> Moves { get; init; }

    /// <summary>Returns the moves that a series of changes made. A record that several steps changed is counted once, from its first value to its last; one that
    /// ends where it began, or was merged into another, is not counted.</summary>
    /// <param name="before">The workspace before the first change.</param>
    /// <param name="changes">The changes in the order they were made.</param>
    /// <param name="roles">The roles whose columns are followed. Default: those that a picklist can hold.</param>
    public static ValuesMoved Of(Workspace before, IEnumerable<TableChange> changes, params ImmutableArray<Role> roles)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(changes);
        var followed = roles.IsDefaultOrEmpty ? Picklists : roles;
        var moves = ImmutableArray.CreateBuilder<ValueMove>();
        var all = changes.ToLookup(c => c.Table, StringComparer.Ordinal);
        foreach (var export in before.Exports)
        {
            var kept = Enumerable.Range(0, export.Table.RowCount).ToArray();
            var last = new Dictionary<(int Row, string Column), string?>();
            foreach (var change in all[export.Table.Name])
            {
                foreach (var cell in change.Cells) last[(kept[cell.Row], cell.Column)] = cell.After;
                var gone = change.RemovedRows.ToHashSet();
                if (gone.Count > 0) kept = [.. kept.Where((_, row) => !gone.Contains(row))];
            }

            var stays = kept.ToHashSet();
            var arr = ReferenceEquals(export, before.Find(EntityKind.Accounts)) ? before.AccountArr : null;
            var table = SnakeName.Words(export.Kind);
            foreach (var role in export.Roles.Where(r => followed.Contains(r.Role)))
            {
                var column = export.Table[role.Column];
                moves.AddRange(last.Where(c => c.Key.Column == column.Name && stays.Contains(c.Key.Row))
                    .Select(c => (c.Key.Row, From: column.IsNull(c.Key.Row) ? null : column.Raw(c.Key.Row), To: c.Value)).Where(c => c.From != c.To)
                    .GroupBy(c => (c.From, c.To), c => c.Row)
                    .Select(g => new ValueMove(table, column.Name, role.Role, g.Key.From, g.Key.To, g.Count(), Sum(arr, g)))
                    .OrderByDescending(m => m.Records).ThenBy(m => m.From, StringComparer.Ordinal).ThenBy(m => m.To, StringComparer.Ordinal));
            }
        }

        return new ValuesMoved { Moves = moves.ToImmutable() };
    }

    /// <summary>Returns the moves of one field.</summary>
    /// <param name="role">The role of its column.</param>
    /// <param name="table">What the records are; null for all.</param>
    public ValuesMoved Of(Role role, string? table = null) => this with { Moves = [.. Moves.Where(m => m.Role == role && (table is null || m.Table == table))] };

    /// <summary>Returns the moves of one field as a matrix: a row for each value before, a column for each value after, records in the cells.</summary>
    /// <param name="role">The role of its column.</param>
    /// <param name="table">What the records are; null for all.</param>
    public Table Matrix(Role role, string? table = null)
    {
        var moves = Of(role, table).Moves;
        var (from, to) = (moves.Select(m => m.From).Distinct().ToArray(), moves.Select(m => m.To).Distinct().ToArray());
        return new Table(
            string.Create(CultureInfo.InvariantCulture, $"{SnakeName.Words(role)}: from, to"),
            to.Select((value, i) => (Column)Column.Of(Header(value, i), from.Select(f => moves.Where(m => m.From == f && m.To == value).Sum(m => m.Records))))
                .Prepend(Column.Of("from", from.Select(f => f ?? "(blank)"))));

        string Header(string? value, int i)
        {
            var name = string.IsNullOrWhiteSpace(value) ? "(blank)" : value;
            return to.Take(i).Append("from").Any(t => string.Equals(t ?? "(blank)", name, StringComparison.OrdinalIgnoreCase)) ? string.Create(CultureInfo.InvariantCulture, $"{name} ({i + 1})") : name;
        }
    }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        "values moved",
        Column.Of("table", Moves.Select(m => m.Table)),
        Column.Of("field", Moves.Select(m => m.Field)),
        Column.Of("from", Moves.Select(m => m.From)),
        Column.Of("to", Moves.Select(m => m.To)),
        Column.Of("records", Moves.Select(m => m.Records)),
        Column.Of("ARR", Moves.Select(m => m.Arr), NumberFormat.Money));

    private static double? Sum(NumberColumn? arr, IEnumerable<int> rows)
    {
        if (arr is null) return null;
        var known = rows.Where(r => !arr.IsNull(r)).Order().ToArray();
        return known.Length == 0 ? null : known.Sum(r => arr.Values[r]);
    }
}
