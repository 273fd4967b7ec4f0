using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Standardize;

/// <summary>An export while one step standardises it: the table so far, the fate of every value, the reason of every change.</summary>
internal sealed class IdentityDraft
{
    private readonly string step;
    private readonly Export export;
    private readonly string kind;
    private readonly List<(Role Role, string Column)> roles = [];
    private readonly List<IdentityOutcome> outcomes = [];
    private readonly List<(string Table, string? Record, string Field, string Value, string Why)> aside = [];
    private readonly Dictionary<string, Func<int, string>> reasons = new(StringComparer.OrdinalIgnoreCase);
    private readonly Column? ids;

    public IdentityDraft(string step, Export export)
    {
        (this.step, this.export, Table) = (step, export, export.Table);
        kind = export.Kind.ToString().ToLowerInvariant();
        ids = export.Find(export.Kind == EntityKind.Contacts ? Role.ContactId : Role.AccountId);
    }

    /// <summary>Gets the table so far.</summary>
    public Table Table { get; private set; }

    /// <summary>Writes the standard form of every value of a column; each different value is looked at once, with each context it stands in.</summary>
    /// <param name="column">The column.</param>
    /// <param name="standard">The standard form of a value in a context.</param>
    /// <param name="context">What else decides, by row; none where omitted.</param>
    /// <returns>The column written.</returns>
    public TextColumn Rewrite(TextColumn column, Func<string, string, IdentityValue> standard, Func<int, string>? context = null)
    {
        var known = new Dictionary<(int Code, string Context), IdentityValue>();
        var values = new IdentityValue[column.Length];
        for (var row = 0; row < values.Length; row++)
        {
            if (column.IsNull(row)) continue;
            var key = (column.Codes[row], context?.Invoke(row) ?? string.Empty);
            if (!known.TryGetValue(key, out values[row])) values[row] = known[key] = standard(column[row]!, key.Item2);
        }

        Tally(column.Name, values, column, isListed: true);
        var written = values.Any(v => v.Reason is not null && (v.Verdict == IdentityVerdict.Changed || v.Text is null))
            ? (TextColumn)Column.Of(column.Name, values.Select(v => v.Text)).AsPersonal(column.IsPersonal)
            : column;
        Table = Table.With(written);
        reasons[column.Name] = row => values[row].Reason ?? string.Empty;
        return written;
    }

    /// <summary>Returns the name under which a column is written: another one where the CRM brought a column of that name that holds no text.</summary>
    public string NameOf(string name) => export.Table.Find(name) is null or TextColumn ? name : name + "_standard";

    /// <summary>Writes a column with one value a row; a row without a reason is not counted.</summary>
    /// <param name="name">Column name: one that stands is replaced where it holds text.</param>
    /// <param name="values">One value a row.</param>
    /// <param name="role">The role it plays; null for none.</param>
    /// <param name="sources">What the values were made from; null for the values themselves.</param>
    /// <param name="isListed">Whether sources that are not usable are listed.</param>
    public void Write(string name, IReadOnlyList<IdentityValue> values, Role? role = null, TextColumn? sources = null, bool isListed = true)
    {
        name = NameOf(name);
        var column = Column.Of(name, values.Select(v => v.Text)).AsPersonal();
        Tally(name, values, sources ?? (TextColumn)column, isListed);
        Table = Table.With(column);
        reasons[name] = row => values[row].Reason ?? string.Empty;
        if (role is { } played && export.Roles.All(r => r.Role != played || !r.Column.Equals(name, StringComparison.OrdinalIgnoreCase))) roles.Add((played, name));
    }

    /// <summary>Returns the step's result; the workspace itself where the table stayed as it was.</summary>
    public IdentityResult Finish(Workspace workspace)
    {
        var key = ids?.Name;
        var change = TableChange.Between($"standardise {step}", export.Table, Table, key, (row, column) => reasons[column](row));
        var changed = change.Cells.Length > 0 || change.AddedColumns.Length > 0 || roles.Count > 0;
        return new()
        {
            Step = step,
            Workspace = changed ? workspace.With(export, Table, [.. roles]) : workspace,
            Changes = changed ? [change] : [],
            Outcomes = [.. outcomes],
            Aside = IdentityResult.AsideTable(aside),
        };
    }

    private void Tally(string field, IReadOnlyList<IdentityValue> values, TextColumn sources, bool isListed)
    {
        var groups = new Dictionary<(IdentityVerdict Verdict, string Reason), (int Records, HashSet<int> Codes)>();
        for (var row = 0; row < values.Count; row++)
        {
            if (values[row].Reason is not { } reason) continue;
            var key = (values[row].Verdict, reason);
            var group = groups.GetValueOrDefault(key, (0, []));
            group.Codes.Add(sources.Codes[row]);
            groups[key] = (group.Records + 1, group.Codes);
            if (isListed && values[row].Verdict == IdentityVerdict.NotUsable && sources[row] is { } value) aside.Add((kind, ids is null || ids.IsNull(row) ? null : ids.Raw(row), field, value, reason));
        }

        outcomes.AddRange(groups.OrderBy(g => g.Key.Verdict).ThenByDescending(g => g.Value.Records).ThenBy(g => g.Key.Reason, StringComparer.Ordinal)
            .Select(g => new IdentityOutcome(kind, field, g.Key.Verdict, g.Key.Reason, g.Value.Records, g.Value.Codes.Count)));
    }
}
