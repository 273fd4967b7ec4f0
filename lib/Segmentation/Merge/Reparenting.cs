using System.Globalization;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Merge;

/// <summary>Points every reference to a record that goes at the record that stays in its place.</summary>
internal static class Reparenting
{
    /// <summary>Returns the columns of an export that point at accounts or contacts, with the groups they point at.</summary>
    public static IEnumerable<(Column Column, MergeGroups Target)> In(Export export, MergeGroups? accounts, MergeGroups? contacts)
    {
        foreach (var role in new[] { Role.AccountId, Role.ParentAccountId, Role.ContactId })
        {
            var target = role == Role.ContactId ? contacts : accounts;
            if (target is null || export.Find(role) is not { } column) continue;
            if (role == SurvivorshipRules.KeyOf(export.Kind) && export.Kind is EntityKind.Accounts or EntityKind.Contacts) continue;
            yield return (column, target);
        }
    }

    /// <summary>Returns a pointing column with the ids that stay; itself where nothing changes.</summary>
    /// <param name="file">The file, for messages.</param>
    /// <param name="column">The column.</param>
    /// <param name="survivors">The ids that go, with the id that stays in their place.</param>
    /// <param name="moved">Number of rows that point elsewhere now.</param>
    /// <exception cref="MergeException">The column's type cannot hold the id that stays.</exception>
    public static Column Move(string file, Column column, IReadOnlyDictionary<string, string> survivors, out int moved)
    {
        moved = 0;
        if (survivors.Count == 0) return column;
        var raw = new string?[column.Length];
        for (var row = 0; row < raw.Length; row++)
        {
            if (column.IsNull(row)) continue;
            raw[row] = column.Raw(row);
            if (!survivors.TryGetValue(raw[row]!.Trim(), out var survivor)) continue;
            raw[row] = survivor;
            moved++;
        }

        if (moved == 0) return column;
        try
        {
            return column.WithRaw(raw);
        }
        catch (FormatException)
        {
            var misfit = survivors.Values.First(s => !double.TryParse(s, CultureInfo.InvariantCulture, out _));
            throw new MergeException($"references in column '{column.Name}' of {file} cannot point at the records that stay", $"the id '{misfit}' for a column of type {SnakeName.Of(column.Type)}", "a column that holds any id",
                $"Write in workspace.yaml:\nfiles:\n  {WorkspaceProposal.Scalar(file)}:\n    columns:\n      {WorkspaceProposal.Scalar(column.Name)}: {{type: text}}");
        }
    }

    /// <summary>Takes away the parents that a merge makes a record's own: a record of a group whose parent is in the group.</summary>
    /// <param name="parents">The parent column, re-parented.</param>
    /// <param name="accounts">The groups of accounts.</param>
    /// <param name="loops">Receives the zero-based rows whose parent is taken away.</param>
    public static Column WithoutLoops(Column parents, MergeGroups accounts, HashSet<int> loops)
    {
        foreach (var group in accounts.Groups)
        {
            if (accounts.Order.Id(group.Master) is { } id) loops.UnionWith(group.Rows.Where(row => !parents.IsNull(row) && parents.Raw(row).Trim() == id));
        }

        if (loops.Count == 0) return parents;
        var raw = new string?[parents.Length];
        for (var row = 0; row < raw.Length; row++) raw[row] = parents.IsNull(row) || loops.Contains(row) ? null : parents.Raw(row);
        return parents.WithRaw(raw);
    }
}
