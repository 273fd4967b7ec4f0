using System.Collections.Immutable;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Standardize;

/// <summary>One field with what becomes of each of its values: solved once per distinct value, applied to the rows by their codes.</summary>
internal sealed record PicklistFieldMap(Export Export, TextColumn Column, Role Role, PicklistField Field, ImmutableArray<PicklistProposal> Proposals)
{
    /// <summary>Gets the values that are replaced, with what decided.</summary>
    private readonly Dictionary<string, PicklistProposal> applied = Proposals.Where(p => p.Status == PicklistStatus.Applied).ToDictionary(p => p.Value, StringComparer.Ordinal);

    public static PicklistFieldMap Of(Workspace workspace, Export export, TextColumn column, Role role, PicklistDecisions decisions, PicklistOptions options, SeenValues? lastRun, ArrAtStake arr)
    {
        var rules = decisions.For(role);
        var list = PicklistList.Of(workspace, role, rules);
        PicklistChecks.Check(role, rules, list.Values, decisions.File);
        var rows = new RowsByCode(column);
        var codeOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var dictionary = column.Dictionary;
        for (var code = 0; code < dictionary.Length; code++)
        {
            if (rows[code].Length > 0) codeOf[dictionary[code]] = code;
        }

        var outcomes = PicklistSolver.Solve(role, list, rules, [.. codeOf.Select(v => (v.Key, rows[v.Value].Length))], options);
        var seen = lastRun?.Roles.GetValueOrDefault(role, []);
        var table = SnakeName.Of(export.Kind);
        ImmutableArray<PicklistProposal> proposals = [.. outcomes.Select(o => new PicklistProposal(
            table, column.Name, role, o.Value, o.Target, o.Method, o.Score, o.Status, rows[codeOf[o.Value]].Length,
            o.Status == PicklistStatus.Canonical ? null : ArrOf(export, arr, rows[codeOf[o.Value]]), o.Candidates, lastRun is null ? null : !seen!.Contains(o.Value)))];

        var moved = proposals.Where(p => p.Status == PicklistStatus.Applied).ToArray();
        var waiting = proposals.Where(p => p.Status == PicklistStatus.Waiting).ToArray();
        var final = proposals.Where(p => p.Status != PicklistStatus.Rejected).ToArray();
        var effect = moved.Concat(waiting).Select(p => p.Target!).Distinct().Select(target =>
        {
            int[] now = codeOf.TryGetValue(target, out var code) ? rows[code].ToArray() : [];
            var joins = rows.Of(moved.Where(p => p.Target == target).Select(p => codeOf[p.Value]));
            return new PicklistEffect(target, now.Length, ArrOf(export, arr, now), joins.Length, ArrOf(export, arr, joins), waiting.Where(p => p.Target == target).Sum(p => p.Records));
        }).OrderByDescending(e => e.Moved).ThenBy(e => e.Value, StringComparer.Ordinal);
        var field = new PicklistField(
            table, column.Name, role, list.Source, column.Length - column.NullCount, codeOf.Count,
            final.Select(p => p.Status == PicklistStatus.Applied ? p.Target : p.Value).Distinct().Count(),
            moved.Sum(p => p.Records), ArrOf(export, arr, rows.Of(moved.Select(p => codeOf[p.Value]))), waiting.Sum(p => p.Records),
            proposals.Where(p => p.Status == PicklistStatus.Unmapped).Sum(p => p.Records), lastRun is null ? null : final.Count(p => p.IsUnseen == true),
            [.. effect], Math.Max(0, codeOf.Count - options.ComparedValues));
        return new PicklistFieldMap(export, column, role, field, proposals);
    }

    /// <summary>Returns the ARR behind distinct rows. An account is its own row: nothing has to be kept from counting twice.</summary>
    private static double? ArrOf(Export export, ArrAtStake arr, ReadOnlySpan<int> rows)
    {
        if (arr.AccountArr is not { } amounts || arr.AccountOfRow(export) is not { Length: 0 }) return arr.Of(export, rows);
        var sum = 0.0;
        foreach (var row in rows)
        {
            if (amounts.Values[row] > 0) sum += amounts.Values[row];
        }

        return sum;
    }

    /// <summary>Returns the column with each value replaced by its target.</summary>
    public TextColumn Applied() => Column.Map(value => applied.TryGetValue(value, out var proposal) ? proposal.Target : value);

    /// <summary>Returns why the value of a row was replaced.</summary>
    public string Reason(int row) => PicklistWords.Reason(applied[Column[row]!]);
}
