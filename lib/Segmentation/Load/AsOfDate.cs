using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>
/// Finds the date on which the exports were drawn, without a clock. The rule: the month end of the latest whole snapshot of the ARR
/// history (else of the engagement); unless records were created, modified or active much later, then the latest of their dates that
/// is not an error. Errors are what follows a gap of years, and the few dates scattered beyond the day on which records stop coming in.
/// </summary>
internal static class AsOfDate
{
    private static readonly ImmutableArray<Role> Records = [Role.LastActivityDate, Role.ModifiedDate, Role.CreatedDate];

    /// <summary>Returns the date and the reason; <see cref="DateTime.MinValue"/> where the exports hold no date at all.</summary>
    public static (DateTime Date, string Reason) Of(ImmutableArray<Export> exports, WorkspaceOptions options)
    {
        var snapshot = Snapshot(exports, EntityKind.ArrHistory, options) ?? Snapshot(exports, EntityKind.Engagement, options);
        var record = Latest(exports, export => Records.Select(export.Find).OfType<DateColumn>(), options);
        if (snapshot is { } end && (record is null || (record.Value.Date - end.Date).TotalDays <= options.SnapshotAgeDays)) return end;
        if (record is { } latest)
        {
            return (latest.Date, "latest plausible date on which a record was active, modified or created (" + latest.Column + " of " + latest.File + ")" + Ignored(latest.Later)
                + (snapshot is { } old ? $"; the last snapshot, {DateColumn.Show(old.Date)}, is more than {options.SnapshotAgeDays} days older" : string.Empty));
        }

        // Contract dates lie in the future as often as not: better than nothing, and said so.
        return Latest(exports, export => export.Table.Columns.OfType<DateColumn>(), options) is { } any
            ? (any.Date, $"latest plausible date of any column ({any.Column} of {any.File}), as no column says when records were active, modified or created{Ignored(any.Later)}; better: write as_of in workspace.yaml")
            : (DateTime.MinValue, "the exports hold no dates, so nothing has an age; write as_of in workspace.yaml");

        static string Ignored(int later) => later == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"; {later} later dates left out as implausible");
    }

    private static (DateTime Date, string Reason)? Snapshot(ImmutableArray<Export> exports, EntityKind kind, WorkspaceOptions options)
    {
        if (exports.Where(e => e.Kind == kind && e.Find(Role.Period) is DateColumn).MaxBy(e => e.Confidence) is not { } export) return null;
        var period = (DateColumn)export.Find(Role.Period)!;
        var rows = Days([period]).GroupBy(d => MonthEnd(d.Key), d => d.Value).ToDictionary(g => g.Key, g => g.Sum());
        if (rows.Count == 0) return null;
        var sizes = rows.Values.Order().ToArray();
        var median = sizes[sizes.Length / 2];
        var months = rows.Keys.OrderDescending().ToArray();
        var plausible = Array.FindIndex(months, m => rows[m] >= options.WholeSnapshot * median);
        return (months[plausible], $"month end of the latest whole month in {export.File} (at least {options.WholeSnapshot * 100:0}% of the median month's rows)"
            + (plausible == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"; {months[..plausible].Sum(m => rows[m])} rows of later months left out as implausible")));
    }

    private static (DateTime Date, string File, string Column, int Later)? Latest(
        ImmutableArray<Export> exports, Func<Export, IEnumerable<DateColumn>> columns, WorkspaceOptions options)
    {
        var all = exports.SelectMany(e => columns(e).Select(c => (e.File, Column: c))).ToArray();
        var days = Days(all.Select(a => a.Column));
        if (days.Count == 0) return null;
        var distinct = days.Keys.ToArray();
        var last = distinct.Length - 1;

        // Far future: cut at the highest gap that is too wide, as long as most records lie below it.
        var below = days.Values.Sum();
        var total = below;
        for (var i = distinct.Length - 1; i > 0; i--)
        {
            below -= days[distinct[i]];
            if ((distinct[i] - distinct[i - 1]).TotalDays > options.FarFutureDays && below * 2 >= total) last = i - 1;
        }

        var latest = distinct[RecordsStop(distinct, [.. distinct.Select(d => days[d])], last, options)];
        var holder = all.First(a => Enumerable.Range(0, a.Column.Length).Any(row => a.Column[row]?.Date == latest));
        return (latest, holder.File, holder.Column.Name, days.Where(d => d.Key > latest).Sum(d => d.Value));
    }

    /// <summary>
    /// Returns the index of the day after which records stop coming in: the one where the daily rate falls most sharply, if it falls
    /// to next to nothing for longer than a few days and hardly any record lies beyond; else the last day.
    /// </summary>
    private static int RecordsStop(DateTime[] days, int[] rows, int last, WorkspaceOptions options)
    {
        var (stop, sharpest) = (last, 1 / options.LateRate);
        var allowed = options.LateShare * rows.Take(last + 1).Sum();
        var after = 0;
        for (var i = last - 1; i >= 0; i--)
        {
            after += rows[i + 1];
            if (after > allowed) break;
            var daysAfter = (days[last] - days[i]).TotalDays;
            if (daysAfter <= options.LateDays) continue;
            var before = 0;
            for (var j = i; j >= 0 && (days[i] - days[j]).TotalDays < options.RecentDays; j--) before += rows[j];
            var fall = before / options.RecentDays / (after / daysAfter);
            if (fall >= sharpest) (stop, sharpest) = (i, fall);
        }

        return stop;
    }

    /// <summary>Returns the number of rows on each day, in order of the days.</summary>
    private static SortedDictionary<DateTime, int> Days(IEnumerable<DateColumn> columns)
    {
        var rows = new Dictionary<long, int>();
        foreach (var column in columns)
        {
            for (var row = 0; row < column.Length; row++)
            {
                if (!column.IsNull(row)) CollectionsMarshal.GetValueRefOrAddDefault(rows, column.Values[row].Ticks / TimeSpan.TicksPerDay, out _)++;
            }
        }

        return new SortedDictionary<DateTime, int>(rows.ToDictionary(r => new DateTime(r.Key * TimeSpan.TicksPerDay, DateTimeKind.Unspecified), r => r.Value));
    }

    private static DateTime MonthEnd(DateTime day) => new DateTime(day.Year, day.Month, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(DateTime.DaysInMonth(day.Year, day.Month) - 1);
}
