using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Framework;

/// <summary>Reckons the derived fields of <see cref="DerivedField"/> for one date. Each is null where the exports do not hold what it needs.</summary>
internal sealed class DerivedFieldValues(RecordSources sources)
{
    private const int MonthsInAYear = 12;

    private EngagementMonths? engagement;

    public Column? Of(EntityKind of, string name) => (of, name) switch
    {
        (EntityKind.Accounts, "arr") => sources.Arr,
        (EntityKind.Accounts, "arr_change_12m") => ArrChange(),
        (EntityKind.Accounts, "tenure_months") => Tenure(),
        (_, "days_since_activity") => SinceActivity(of),
        (EntityKind.Accounts, "days_to_renewal") => ToRenewal(),
        (EntityKind.Accounts, "contacts") => Contacts(),
        (EntityKind.Accounts, _) => (engagement ??= new EngagementMonths(sources)).Of(name),
        _ => null,
    };

    private NumberColumn? ArrChange()
    {
        if (!sources.HasDate) return null;
        var (now, then) = (AccountRevenue.OfHistory(sources.Workspace.Exports, sources.AsOf).Arr, AccountRevenue.OfHistory(sources.Workspace.Exports, sources.AsOf.AddMonths(-MonthsInAYear)).Arr);
        if (now is null || then is null) return null;
        return RecordSources.Numbers(now.Length, row => then[row] is > 0 and var before && now[row] is { } after ? (after / before) - 1 : double.NaN, NumberFormat.Share);
    }

    private NumberColumn? Tenure()
    {
        var export = sources.Export(EntityKind.Accounts);
        if (First(export, Role.StartDate, Role.CreatedDate) is not { } begin) return null;
        return Ages("tenure_months", "start", export.Table.RowCount, begin, (from, to) =>
        {
            var months = ((to.Year - from.Year) * MonthsInAYear) + to.Month - from.Month;
            return from.AddMonths(months) > to ? months - 1 : months;
        });
    }

    private NumberColumn? SinceActivity(EntityKind of)
    {
        var export = sources.Export(of);
        return First(export, Role.LastActivityDate) is { } last ? Ages("days_since_activity", "last activity", export.Table.RowCount, last, (from, to) => (to - from).Days) : null;
    }

    private NumberColumn? ToRenewal()
    {
        var export = sources.Export(EntityKind.Accounts);
        return sources.HasDate && First(export, Role.RenewalDate, Role.EndDate) is { } end
            ? RecordSources.Numbers(export.Table.RowCount, row => end(row) is { } day ? (day - sources.AsOf.Date).Days : double.NaN)
            : null;
    }

    private NumberColumn? Contacts()
    {
        if (sources.Workspace.Find(EntityKind.Contacts) is not { } contacts || contacts.Find(Role.AccountId) is not { } links) return null;
        var (accountOf, created) = (sources.AccountsOf(links), contacts.Find(Role.CreatedDate) as DateColumn);
        var counts = new int[sources.Export(EntityKind.Accounts).Table.RowCount];
        for (var row = 0; row < accountOf.Length; row++)
        {
            if (accountOf[row] >= 0 && !(sources.IsPast && created?[row] > sources.AsOf)) counts[accountOf[row]]++;
        }

        return sources.OfFirstRow(row => counts[row], NumberFormat.Count);
    }

    /// <summary>Returns the first date of a row that any of the roles holds; null where no column plays one.</summary>
    private static Func<int, DateTime?>? First(Export export, params ReadOnlySpan<Role> roles)
    {
        DateColumn[] columns = [.. Played(roles)];
        return columns.Length == 0 ? null : row =>
        {
            foreach (var column in columns)
            {
                if (column[row] is { } day) return day.Date;
            }

            return null;
        };

        List<DateColumn> Played(ReadOnlySpan<Role> all)
        {
            var played = new List<DateColumn>();
            foreach (var role in all)
            {
                if (export.Find(role) is DateColumn column) played.Add(column);
            }

            return played;
        }
    }

    /// <summary>Returns ages on the date of the values. What begins later has none: a negative age would fall into the lowest band.</summary>
    private NumberColumn? Ages(string field, string what, int rows, Func<int, DateTime?> begin, Func<DateTime, DateTime, double> age)
    {
        if (!sources.HasDate) return null;
        var (date, later) = (sources.AsOf.Date, 0);
        var ages = RecordSources.Numbers(rows, row =>
        {
            if (begin(row) is not { } from) return double.NaN;
            if (from <= date) return age(from, date);
            later++;
            return double.NaN;
        });
        if (later > 0) sources.Notes.Add($"{field} is blank for {Phrase.Count(later, "record")} whose {what} lies after {DateColumn.Show(date)}.");
        return ages;
    }
}
