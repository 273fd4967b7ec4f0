using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>Numbers that no company can have.</summary>
internal static class NumberChecks
{
    public static IEnumerable<ValidityCheck> Of(AuditContext context, Export export)
    {
        foreach (var role in new[] { Role.Arr, Role.Mrr, Role.AnnualRevenue })
        {
            if (Find(context, export, role) is { } amounts)
                yield return Check($"negative-{Phrase.Slug(role)}", amounts, v => v < 0, $"have a negative {Phrase.Name(role)}", Severity.Warn);
        }

        if (export.Find(Role.Employees) is not NumberColumn employees) yield break;
        yield return Check("negative-employees", employees, v => v < 0, "have a negative number of employees", Severity.Warn);
        yield return Check("zero-employees", employees, v => v == 0, "have no employees: 0 stands for unknown", Severity.Info);
        yield return Check("implausible-employees", employees, v => v > context.Options.MostEmployees, $"have more than {Phrase.Number(context.Options.MostEmployees)} employees", Severity.Warn);

        ValidityCheck Check(string name, NumberColumn column, Predicate<double> isWrong, string what, Severity least)
        {
            var rows = new List<int>();
            for (var row = 0; row < column.Length; row++)
            {
                if (isWrong(column.Values[row])) rows.Add(row);
            }

            return context.Check(export, name, [.. rows], column.Length - column.NullCount, what, least, column);
        }
    }

    private static NumberColumn? Find(AuditContext context, Export export, Role role) =>
        (export.Find(role) ?? (role == Role.Arr && export.Kind == EntityKind.Accounts ? context.Arr.AccountArr : null)) as NumberColumn;
}
