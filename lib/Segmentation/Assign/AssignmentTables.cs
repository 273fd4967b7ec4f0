using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using Segmentation.Tables;

namespace Segmentation.Assign;

/// <summary>Assignments as the tables that SQL cells see, joined to those of the workspace by the id.</summary>
internal static class AssignmentTables
{
    // An assignment never changes, so its tables are made once: who holds one can tell by reference that it is the same.
    private static readonly ConditionalWeakTable<AssignmentResult, ImmutableSortedDictionary<string, Table>> Made = [];

    public static ImmutableSortedDictionary<string, Table> Of(AssignmentResult assignment) => Made.GetValue(assignment, Make);

    private static ImmutableSortedDictionary<string, Table> Make(AssignmentResult assignment)
    {
        var tables = ImmutableSortedDictionary.CreateBuilder<string, Table>(StringComparer.OrdinalIgnoreCase);
        if (assignment.Accounts is { } accounts) tables["assignments"] = Table(accounts, "assignments", "account");
        if (assignment.Contacts is { } contacts) tables["contact_assignments"] = Table(contacts, "contact_assignments", "contact");
        return tables.ToImmutable();
    }

    private static Table Table(RecordAssignment assigned, string name, string noun) =>
        new(name, RecordAssignment.Distinct(assigned.ToTable().Columns.Select(c => c.Name is "id" or "name" ? c.Rename($"{noun}_{c.Name}") : c.Rename(Snake(c.Name)))));

    /// <summary>Returns a name as SQL writes it: <c>Customer Tier</c> → <c>customer_tier</c>.</summary>
    public static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (char.IsLetterOrDigit(letter)) snake.Append(char.ToLowerInvariant(letter));
            else if (snake.Length > 0 && snake[^1] != '_') snake.Append('_');
        }

        return snake.ToString().TrimEnd('_') is { Length: > 0 } found ? found : "dimension";
    }
}
