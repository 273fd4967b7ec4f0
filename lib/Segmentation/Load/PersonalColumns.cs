using System.Collections.Frozen;
using System.Collections.Immutable;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>Marks the columns that point at a person or customer, by role, by header and by what the values look like.</summary>
internal static class PersonalColumns
{
    private static readonly FrozenSet<Role> Roles = new[]
    {
        Role.AccountName, Role.Website, Role.Domain, Role.Phone, Role.FirstName, Role.LastName, Role.FullName, Role.Email, Role.CompanyName, Role.OwnerName,
    }.ToFrozenSet();

    /// <summary>Returns the table with its personal columns marked; values and order unchanged.</summary>
    public static Table Mark(Table table, ImmutableArray<ColumnContent> contents, EntityKind kind, ImmutableArray<RoleAssignment> roles, WorkspaceOptions options)
    {
        return new Table(table.Name, table.Columns.Select((column, i) => ByRole(column.Name) || ByHeader(column.Name) || ByContent(contents[i]) ? column.AsPersonal() : column));

        bool ByRole(string name) => roles.Any(r => Roles.Contains(r.Role) && r.Column.Equals(name, StringComparison.OrdinalIgnoreCase));

        // A column that lost the role to a better one (a second email, a mobile phone) points at the person all the same.
        bool ByHeader(string name) => roles.All(r => !r.Column.Equals(name, StringComparison.OrdinalIgnoreCase)) && RoleRecognition.Lookup(name).Entries
            .Any(e => e.IsPersonal || (e.Role is { } role && Roles.Contains(role) && e.Strength != HeaderStrength.Possible && (kind == EntityKind.Other || e.Kinds.Contains(kind))));

        bool ByContent(ColumnContent content) => content.Emails + content.Phones + content.WebAddresses >= options.PersonalShare;
    }
}
