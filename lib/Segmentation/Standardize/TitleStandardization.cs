using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Standardize;

/// <summary>Turns the job titles of contacts into a level and a department.</summary>
public static class TitleStandardization
{
    private const string Step = "standardise titles";
    private const string LevelColumn = "level";
    private const string DepartmentColumn = "department";
    private const string MadeHere = "made by the clean-up";

    /// <summary>
    /// Returns the workspace with a level for each contact that has a title, and a department where the CRM has none. Each distinct title is classified once.
    /// </summary>
    /// <param name="workspace">The exports. Without contacts, or without a column that plays the title, nothing changes and the result says so by its empty tables.</param>
    /// <param name="rules">The rules. Default: the built-in ones.</param>
    /// <param name="options">Default: <see cref="TitleOptions.Default"/>.</param>
    /// <returns>The contacts gain <c>level</c> (C-Level, VP, Director, Manager, IC or Unknown; null without a title), <c>level_confidence</c>, <c>level_rule</c> and <c>department_confidence</c>
    /// (null where the CRM's department stays). The department is written into the column that plays it, or into a new one. A column called <c>level</c> that the CRM brought stays;
    /// the new one is then called <c>level_from_title</c>.</returns>
    public static TitleStandardizationResult Apply(Workspace workspace, TitleRules? rules = null, TitleOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        rules ??= TitleRules.Default;
        options ??= TitleOptions.Default;
        if (workspace.Find(EntityKind.Contacts) is not { } contacts || contacts.Find(Role.Title) is not TextColumn titles)
            return new() { Workspace = workspace, Rules = rules, Options = options, Changes = [], Titles = [], Contacts = workspace.Find(EntityKind.Contacts)?.Table.RowCount ?? 0, DepartmentsFilled = 0 };

        var names = new DepartmentNames(workspace.Picklists.GetValueOrDefault(Role.Department, []), rules.Departments);
        var counts = Count(titles, contacts.Find(Role.AccountId), rules, names);
        var table = contacts.Table;
        var levelName = NameOf(contacts, Role.Level, LevelColumn, "level_from_title");
        table = table.With(OfTitle(levelName, titles, counts, c => TitleLevelName.Of(c.Classification.Level)))
            .With(Numbers(levelName + "_confidence", titles, counts, c => c.Classification.LevelBy.Confidence))
            .With(OfTitle(levelName + "_rule", titles, counts, c => c.Classification.LevelBy.Rule));

        var (departments, filled, why) = Departments(contacts, titles, counts, options);
        table = table.With(departments).With(Confidence(contacts.Table, departments.Name + "_confidence", titles, counts, filled));
        var key = contacts.Roles.FirstOrDefault(r => r.Role == Role.ContactId)?.Column;
        var change = TableChange.Between(Step, contacts.Table, table, key, (row, column) => column.Equals(departments.Name, StringComparison.OrdinalIgnoreCase) ? why(row) : "title classified again");
        return new()
        {
            Workspace = workspace.With(contacts, table, contacts.Find(Role.Department) is null ? [(Role.Level, levelName), (Role.Department, departments.Name)] : [(Role.Level, levelName)]),
            Rules = rules,
            Options = options,
            Changes = [change],
            Titles = [.. counts.OfType<TitleCount>().OrderByDescending(c => c.Contacts).ThenBy(c => c.Classification.Title, StringComparer.Ordinal)],
            Contacts = contacts.Table.RowCount,
            DepartmentsFilled = filled.Count(f => f),
        };
    }

    /// <summary>Classifies each distinct title once; a code without a row left is null.</summary>
    private static TitleCount?[] Count(TextColumn titles, Column? accounts, TitleRules rules, DepartmentNames names)
    {
        var contacts = new int[titles.Dictionary.Length];
        var seen = new HashSet<(int Title, string Account)>();
        var accountsOf = new int[contacts.Length];
        for (var row = 0; row < titles.Length; row++)
        {
            if (titles.Codes[row] is not (>= 0 and var code)) continue;
            contacts[code]++;
            if (accounts is not null && !accounts.IsNull(row) && seen.Add((code, accounts.Raw(row)))) accountsOf[code]++;
        }

        var counts = new TitleCount?[contacts.Length];
        for (var code = 0; code < counts.Length; code++)
        {
            if (contacts[code] == 0) continue;
            var title = rules.Classify(titles.Dictionary[code]);
            counts[code] = new(title, contacts[code], accounts is null ? null : accountsOf[code], title.Department is { } department ? names.Of(department) : null);
        }

        return counts;
    }

    private static (Column Column, bool[] Filled, Func<int, string> Why) Departments(Export contacts, TextColumn titles, TitleCount?[] counts, TitleOptions options)
    {
        var existing = contacts.Find(Role.Department) as TextColumn;
        var name = existing?.Name ?? NameOf(contacts, Role.Department, DepartmentColumn, "department_from_title");
        var values = new string?[titles.Length];
        var filled = new bool[titles.Length];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = existing?[row];
            var said = titles.Codes[row] is >= 0 and var code ? counts[code] : null;
            if (said?.WrittenDepartment is not { } department || said.Classification.DepartmentBy.Confidence < options.DepartmentConfidence) continue;
            if (values[row] is { } held && (!options.ReplacesDepartments || held == department)) continue;
            values[row] = department;
            filled[row] = true;
        }

        var column = filled.Contains(true) || existing is null ? Column.Of(name, values).AsPersonal(existing?.IsPersonal ?? false) : existing;
        return (column, filled, row => $"job title \"{titles[row]}\", rule '{counts[titles.Codes[row]]!.Classification.DepartmentBy.Rule}'");
    }

    /// <summary>Confidence of the departments written now; what an earlier run wrote stays, so that running again changes nothing.</summary>
    private static NumberColumn Confidence(Table before, string name, TextColumn titles, TitleCount?[] counts, bool[] filled)
    {
        var earlier = before.Find(name) as NumberColumn;
        return Column.Of(name, Enumerable.Range(0, filled.Length).Select(row => filled[row] ? counts[titles.Codes[row]]!.Classification.DepartmentBy.Confidence : earlier is null || earlier.IsNull(row) ? (double?)null : earlier.Values[row]));
    }

    /// <summary>Returns the name of the column to write: the preferred one unless the CRM brought a column of that name.</summary>
    private static string NameOf(Export export, Role role, string preferred, string otherwise) =>
        export.Table.Find(preferred) is null || export.Roles.Any(r => r.Role == role && r.Reason == MadeHere && r.Column.Equals(preferred, StringComparison.OrdinalIgnoreCase)) ? preferred : otherwise;

    private static TextColumn OfTitle(string name, TextColumn titles, TitleCount?[] counts, Func<TitleCount, string> value) =>
        Column.Of(name, Enumerable.Range(0, titles.Length).Select(row => titles.Codes[row] is >= 0 and var code ? value(counts[code]!) : null));

    private static NumberColumn Numbers(string name, TextColumn titles, TitleCount?[] counts, Func<TitleCount, double> value) =>
        Column.Of(name, Enumerable.Range(0, titles.Length).Select(row => titles.Codes[row] is >= 0 and var code ? value(counts[code]!) : (double?)null));
}
