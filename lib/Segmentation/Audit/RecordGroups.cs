using System.Globalization;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>The records of an export in named groups: the group of each row, and what each group is called.</summary>
internal sealed record RecordGroups(int[] GroupOfRow, string[] Names, bool IsPersonal)
{
    /// <summary>The name of the group of records that carry no value.</summary>
    public const string None = "(none)";

    /// <summary>Returns the groups by a role; where contacts do not play it, by that of their account. Null where neither does.</summary>
    public static RecordGroups? ByRole(AuditContext context, Export export, params Role[] roles)
    {
        if (roles.Select(export.Find).FirstOrDefault(c => c is not null) is { } column) return OfColumn(context, column);
        if (export.Kind == EntityKind.Accounts || context.Workspace.Find(EntityKind.Accounts) is not { } accounts) return null;
        if (context.Arr.AccountOfRow(export) is not { } accountOf || ByRole(context, accounts, roles) is not { } theirs) return null;
        var none = Array.IndexOf(theirs.Names, None);
        var names = none < 0 ? [.. theirs.Names, None] : theirs.Names;
        var group = new int[accountOf.Length];
        for (var row = 0; row < group.Length; row++) group[row] = accountOf[row] < 0 ? (none < 0 ? names.Length - 1 : none) : theirs.GroupOfRow[accountOf[row]];
        return new RecordGroups(group, names, theirs.IsPersonal);
    }

    /// <summary>Returns the groups by the month of a date, in order; rows without a date come last.</summary>
    public static RecordGroups? ByMonth(Export export, Role role)
    {
        if (export.Find(role) is not DateColumn dates) return null;
        var months = new int[dates.Length];
        var seen = new SortedSet<int>();
        for (var row = 0; row < months.Length; row++)
        {
            months[row] = dates.IsNull(row) ? int.MaxValue : (dates.Values[row].Year * 12) + dates.Values[row].Month - 1;
            if (row == 0 || months[row] != months[row - 1]) seen.Add(months[row]);
        }

        var order = seen.Select((month, i) => (month, i)).ToDictionary(m => m.month, m => m.i);
        for (var row = 0; row < months.Length; row++) months[row] = order[months[row]];
        return new RecordGroups(months, [.. seen.Select(m => m == int.MaxValue ? None : string.Create(CultureInfo.InvariantCulture, $"{m / 12:0000}-{(m % 12) + 1:00}"))], false);
    }

    /// <summary>Returns the number of rows in each group.</summary>
    public int[] Sizes()
    {
        var sizes = new int[Names.Length];
        foreach (var group in GroupOfRow) sizes[group]++;
        return sizes;
    }

    private static RecordGroups OfColumn(AuditContext context, Column column)
    {
        var grouping = new Table("records", column).GroupBy(column.Name);
        var names = new string[grouping.Count];
        var users = UserNames(context.Workspace);
        var isPersonal = column.IsPersonal;
        for (var group = 0; group < names.Length; group++)
        {
            var row = grouping.FirstRow[group];
            names[group] = column.IsNull(row) ? None : column.Raw(row);
            if (!users.TryGetValue(names[group], out var user)) continue;
            names[group] = user;
            isPersonal = true;
        }

        return new RecordGroups(grouping.GroupOfRow.ToArray(), names, isPersonal);
    }

    /// <summary>Owners are told by name where the users' export has it: an identifier says nothing to the meeting.</summary>
    private static Dictionary<string, string> UserNames(Workspace workspace)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        if (workspace.Find(EntityKind.Users) is not { } users || users.Find(Role.UserId) is not { } ids) return names;
        if ((users.Find(Role.FullName) ?? users.Find(Role.OwnerName) ?? users.Find(Role.Email)) is not { } called) return names;
        for (var row = 0; row < ids.Length; row++)
        {
            if (!ids.IsNull(row) && !called.IsNull(row)) names.TryAdd(ids.Raw(row), called.Raw(row));
        }

        return names;
    }
}
