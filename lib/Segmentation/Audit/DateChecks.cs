using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>Dates that cannot be: after the as-of date, placeholders, and pairs in the wrong order. Days are compared, not times of day.</summary>
internal static class DateChecks
{
    public static IEnumerable<ValidityCheck> Of(AuditContext context, Export export)
    {
        // Without an as-of date nothing lies in the future.
        var asOf = context.Workspace.AsOf == DateTime.MinValue ? DateTime.MaxValue.Date : context.Workspace.AsOf.Date;
        foreach (var role in new[] { Role.CreatedDate, Role.ModifiedDate, Role.LastActivityDate })
        {
            if (export.Find(role) is not DateColumn dates) continue;
            yield return context.Check(
                export,
                $"future-{Phrase.Slug(role)}",
                Where(dates, row => dates.Values[row].Date > asOf),
                dates.Length - dates.NullCount,
                $"have a {Phrase.Name(role)} after the as-of date {DateColumn.Show(asOf)}",
                Severity.Warn,
                dates);
        }

        var (earliest, furthest) = (context.Options.EarliestDate, asOf.Year + context.Options.FurthestYears > DateTime.MaxValue.Year ? DateTime.MaxValue.Date : asOf.AddYears(context.Options.FurthestYears));
        foreach (var dates in export.Table.Columns.OfType<DateColumn>())
        {
            var rows = Where(dates, row => dates.Values[row] < earliest || dates.Values[row].Date > furthest);
            if (rows.Length == 0) continue;
            yield return context.Check(
                export,
                "placeholder-date",
                rows,
                dates.Length - dates.NullCount,
                $"have a date in {dates.Name} before {DateColumn.Show(earliest)} or after {DateColumn.Show(furthest)}: a placeholder",
                Severity.Warn,
                dates);
        }

        foreach (var (check, first, second, what, least) in Pairs)
        {
            if (export.Find(first) is not DateColumn a || export.Find(second) is not DateColumn b) continue;
            var both = 0;
            var rows = new List<int>();
            for (var row = 0; row < a.Length; row++)
            {
                if (a.IsNull(row) || b.IsNull(row)) continue;
                both++;
                if (b.Values[row].Date < a.Values[row].Date) rows.Add(row);
            }

            yield return context.Check(export, check, [.. rows], both, what, least, a, b);
        }
    }

    private static (string Check, Role First, Role Second, string What, Severity Least)[] Pairs =>
    [
        ("end-before-start", Role.StartDate, Role.EndDate, "end before they start", Severity.Warn),
        ("created-after-modified", Role.CreatedDate, Role.ModifiedDate, "were created after their last modification", Severity.Warn),
        ("activity-before-creation", Role.CreatedDate, Role.LastActivityDate, "saw their last activity before they were created, as imported records do", Severity.Info),
    ];

    private static int[] Where(DateColumn dates, Predicate<int> isWrong)
    {
        var rows = new List<int>();
        for (var row = 0; row < dates.Length; row++)
        {
            if (!dates.IsNull(row) && isWrong(row)) rows.Add(row);
        }

        return [.. rows];
    }
}
