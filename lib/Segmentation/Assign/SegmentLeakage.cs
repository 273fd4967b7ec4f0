using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Standardize;
using Segmentation.Tables;

namespace Segmentation.Assign;

/// <summary>Finds the records that should qualify for a segment but do not because a value is not standard.</summary>
public static class SegmentLeakage
{
    /// <summary>What a field of an account is called when a contact's rule names it.</summary>
    private const string OfAccount = "account.";

    /// <summary>Returns what leaks in a workspace. The picklists are the framework's, then those of <c>workspace.yaml</c>; values that the rules name count with them.</summary>
    /// <param name="workspace">The workspace: raw, to see what the clean-up saves, or cleaned, to see what crept in.</param>
    /// <param name="framework">The rules.</param>
    /// <param name="options">Decisions and limits; <see cref="LeakageOptions.Default"/> where null.</param>
    /// <returns>What leaks; dimensions with a field that the workspace lacks, as raw exports lack what the clean-up makes, are left out and the fields named.</returns>
    public static LeakageResult Find(Workspace workspace, SegmentationFramework framework, LeakageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(framework);
        var (fitted, missing) = FrameworkFit.Of(workspace, framework);
        return Find(Assignment.Run(workspace, fitted), workspace, options ?? LeakageOptions.Default) with { Missing = missing };
    }

    /// <summary>Returns what leaks in an assignment. The picklists are the framework's; values that the rules name count with them.</summary>
    /// <param name="assignment">The assignment.</param>
    /// <param name="options">Decisions and limits; <see cref="LeakageOptions.Default"/> where null.</param>
    /// <returns>Values are compared with the list without regard to case, as rules compare them; each other value is matched as the clean-up matches it, and its records are
    /// decided again with the value of the list in its place, one field at a time.</returns>
    public static LeakageResult Find(AssignmentResult assignment, LeakageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        return Find(assignment, null, options ?? LeakageOptions.Default);
    }

    private static LeakageResult Find(AssignmentResult assignment, Workspace? workspace, LeakageOptions options)
    {
        var records = ImmutableArray.CreateBuilder<LeakageRecord>();
        var values = ImmutableArray.CreateBuilder<LeakageValue>();
        var fields = ImmutableArray.CreateBuilder<string>();
        foreach (var assigned in new[] { assignment.Accounts, assignment.Contacts }.OfType<RecordAssignment>())
        {
            var of = assigned.Records.Of;
            foreach (var field in assignment.Framework.Fields.Where(f => f.Of == of && f.Definition.Type == FieldType.Text).Select(f => f.Definition))
            {
                var role = RoleOf(field, of, workspace);
                var picklist = Picklist(field, role, assignment.Framework, workspace);
                ImmutableArray<string> standard = [.. picklist.Concat(Named(assignment.Framework, of, field.Name)).Distinct(StringComparer.OrdinalIgnoreCase)];
                if (standard.IsEmpty || assigned.Records.Fields.Find(field.Name) is not TextColumn column) continue;
                fields.Add($"{SnakeName.Of(of)}: {field.Name}");
                var outcomes = Outcomes(column, standard, role, options);
                var leaking = Redecide(assignment.Framework, assigned, column, outcomes, records);
                foreach (var (outcome, rows) in outcomes.Where(o => o.Outcome.Target is not null || !picklist.IsEmpty))
                {
                    var arr = of == EntityKind.Accounts && assigned.Records.Arr is { } amounts ? rows.Sum(row => RecordRows.Counted(amounts[row])) : (double?)null;
                    values.Add(new(of, field.Name, outcome.Value, outcome.Target, outcome.Method, outcome.Score, rows.Length, rows.Count(leaking.Contains), arr));
                }
            }
        }

        return new LeakageResult
        {
            All = [.. records.OrderBy(r => r.Of).ThenByDescending(r => r.Arr ?? 0)],
            Values = [.. values.OrderBy(v => v.Standard is null).ThenBy(v => v.Of).ThenByDescending(v => v.Records)],
            Fields = fields.ToImmutable(),
            PersonalFields = [.. new[] { assignment.Accounts, assignment.Contacts }.OfType<RecordAssignment>().SelectMany(a => a.Records.Fields.Columns).Where(c => c.IsPersonal).Select(c => c.Name).Distinct()],
        };
    }

    /// <summary>Decides the records whose value has a match again with the match in its place; returns the rows that go elsewhere.</summary>
    private static HashSet<int> Redecide(
        SegmentationFramework framework, RecordAssignment assigned, TextColumn column, List<(PicklistOutcome Outcome, int[] Rows)> outcomes, ImmutableArray<LeakageRecord>.Builder found)
    {
        var matched = outcomes.Where(o => o.Outcome.Target is not null).SelectMany(o => o.Rows.Select(row => (Row: row, o.Outcome))).OrderBy(m => m.Row).ToArray();
        var (records, leaking) = (assigned.Records, new HashSet<int>());
        var taken = RecordRows.With(RecordRows.Take(records, [.. matched.Select(m => m.Row)]), Column.Of(column.Name, matched.Select(m => m.Outcome.Target)));
        foreach (var (now, then) in assigned.Dimensions.Zip(Assignment.Run(framework, taken).Dimensions))
        {
            for (var i = 0; i < matched.Length; i++)
            {
                var (row, outcome) = matched[i];
                if (now.NameOf(row) == then.NameOf(i)) continue;
                leaking.Add(row);
                found.Add(new(records.Of, records.Ids[row], records.Names?[row], column.Name, outcome.Value, outcome.Target!, outcome.Method!.Value, now.Dimension.Name, now.NameOf(row), then.NameOf(i), records.Arr?[row]));
            }
        }

        return leaking;
    }

    /// <summary>Returns what becomes of each value that is not in the list, with the rows that hold it.</summary>
    private static List<(PicklistOutcome Outcome, int[] Rows)> Outcomes(TextColumn column, ImmutableArray<string> standard, Role? role, LeakageOptions options)
    {
        var known = standard.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var rows = Enumerable.Range(0, column.Length).Where(row => column[row] is { } value && !known.Contains(value)).GroupBy(row => column[row]!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

        // A field that plays no role has no common abbreviations: the list of any one role would be a guess.
        var picklists = role is null ? options.Picklists with { CommonAliases = options.Picklists.CommonAliases.Clear() } : options.Picklists;
        var rules = role is { } decided ? options.Decisions.For(decided) : PicklistRules.None;
        return
        [
            .. PicklistSolver.Solve(role ?? Role.RecordId, new(standard, "framework"), rules, [.. rows.Select(r => (r.Key, r.Value.Length))], picklists)
                .Where(o => o.Status != PicklistStatus.Rejected && (o.Target is null || !o.Target.Equals(o.Value, StringComparison.OrdinalIgnoreCase))).Select(o => (o, rows[o.Value])),
        ];
    }

    private static Role? RoleOf(FieldDefinition field, EntityKind of, Workspace? workspace) =>
        SnakeName.Parse<Role>(field.Name.StartsWith(OfAccount, StringComparison.Ordinal) ? field.Name[OfAccount.Length..] : field.Name)
        ?? workspace?.Find(of)?.Roles.FirstOrDefault(r => r.Column.Equals(field.Column ?? field.Name, StringComparison.OrdinalIgnoreCase))?.Role;

    private static ImmutableArray<string> Picklist(FieldDefinition field, Role? role, SegmentationFramework framework, Workspace? workspace)
    {
        if (!field.Picklist.IsEmpty) return field.Picklist;
        if (field.Name.StartsWith(OfAccount, StringComparison.Ordinal)
            && framework.Fields.FirstOrDefault(f => f.Of == EntityKind.Accounts && f.Definition.Name == field.Name[OfAccount.Length..]) is { Definition.Picklist: { IsEmpty: false } own }) return own;
        return role is { } played && workspace?.Picklists.TryGetValue(played, out var list) == true ? list : [];
    }

    /// <summary>Returns the values that rules compare a field with.</summary>
    private static IEnumerable<string> Named(SegmentationFramework framework, EntityKind of, string field)
    {
        return framework.DimensionsOf(of).SelectMany(d => d.Segments).Select(s => s.Criteria).Concat(framework.Exclusions.Where(e => e.Of == of).Select(e => e.Criteria)).SelectMany(c => Texts(c.Root));

        IEnumerable<string> Texts(Condition condition) => condition switch
        {
            AllOf all => all.Parts.SelectMany(Texts),
            AnyOf any => any.Parts.SelectMany(Texts),
            NotOf not => Texts(not.Inner),
            Compared { Value: TextOperand text } compared when compared.Field == field => [text.Value],
            OneOf one when one.Field == field => one.Values.OfType<TextOperand>().Select(t => t.Value),
            _ => [],
        };
    }
}
