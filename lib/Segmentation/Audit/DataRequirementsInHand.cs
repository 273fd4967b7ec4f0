using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>What the enrichment files of a workspace would fill, matched by domain.</summary>
internal static class DataRequirementsInHand
{
    /// <summary>Returns how many of the given rows have their domain, with a value under one of the roles, in an enrichment file; null where no file holds such a role.</summary>
    public static (int? Rows, string? Files) Of(Workspace workspace, Export accounts, IEnumerable<Role> roles, int[] rows)
    {
        var wanted = roles.ToHashSet();
        var files = workspace.Exports.Where(e => e.Kind == EntityKind.Enrichment && e.Roles.Any(r => wanted.Contains(r.Role))).ToList();
        if (files.Count == 0) return (null, null);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var domain = DuplicateAccounts.DomainOf(file);
            Column[] values = [.. file.Roles.Where(r => wanted.Contains(r.Role)).Select(r => file.Table[r.Column])];
            for (var row = 0; row < file.Table.RowCount; row++)
            {
                if (values.Any(v => !v.IsNull(row)) && domain(row) is { } key) known.Add(key);
            }
        }

        var domainOf = DuplicateAccounts.DomainOf(accounts);
        return (rows.Count(row => domainOf(row) is { } key && known.Contains(key)), string.Join(", ", files.Select(f => f.System ?? f.File)));
    }
}
