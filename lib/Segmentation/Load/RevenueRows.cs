using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>The rows of a history of revenue, read once: whose, from which day to which, at what a year's rate. Every question about a date is asked of this one reader.</summary>
/// <remarks>A snapshot counts from its day until the next one; a subscription from its start to its end, both included. Days are whole: a time of day does not count.
/// Where one month has several dates, those that name at least half of the month's accounts are snapshots of their own, and the other rows belong to the next of them (else the last);
/// without such dates the month is one snapshot. Of an account's rows in one snapshot those of the latest date count, and add up; a row equal in every column to an earlier one counts once.</remarks>
internal sealed class RevenueRows
{
    public const int OpenStart = int.MinValue;
    public const int OpenEnd = int.MaxValue;
    private const int MonthsInAYear = 12;

    private static readonly ConditionalWeakTable<Export, RevenueRows> Read = [];

    private readonly Dictionary<string, int> placeOf = new(StringComparer.Ordinal);
    private readonly List<string> ids = [];
    private readonly SortedDictionary<RevenueCheck, List<int>> faults = [];
    private readonly Lazy<(int[] Start, int[] Rows)> byAccount;

    // Per row: zero-based account, -1 where the row does not count; first and last day, of snapshots the zero-based snapshot and the day as written; amount a year.
    private readonly int[] account;
    private readonly int[] from;
    private readonly int[] to;
    private readonly double[] amount;

    private RevenueRows(int rows)
    {
        (account, from, to, amount) = (new int[rows], new int[rows], new int[rows], new double[rows]);
        byAccount = new(GroupByAccount);
    }

    /// <summary>Gets the file.</summary>
    public required Export Export { get; init; }

    /// <summary>Gets whether the amounts are a month's.</summary>
    public bool IsMonthly { get; init; }

    /// <summary>Gets whether the rows were made of churn dates.</summary>
    public bool IsEvents { get; private init; }

    /// <summary>Gets the days of the snapshots, ascending; null for subscriptions.</summary>
    public ImmutableArray<int>? Snapshots { get; private set; }

    /// <summary>Gets the ids, in the order in which they are named first; also those whose rows do not count.</summary>
    public IReadOnlyList<string> Ids => ids;

    /// <summary>Gets the rows of the file that were not taken as they stand, by what is the matter.</summary>
    public IReadOnlyDictionary<RevenueCheck, List<int>> Faults => faults;

    public int RowCount => account.Length;

    /// <summary>Returns the histories of a workspace, the surest first.</summary>
    public static IEnumerable<RevenueRows> Of(ImmutableArray<Export> exports) =>
        exports.Where(e => e.Kind == EntityKind.ArrHistory && IsHistory(e)).OrderByDescending(e => e.Confidence).Select(e => Read.GetValue(e, FromExport));

    public static int Day(DateTime date) => (int)(date.Ticks / TimeSpan.TicksPerDay);

    public static DateTime Date(int day) => new(day * TimeSpan.TicksPerDay, DateTimeKind.Unspecified);

    /// <summary>Returns the zero-based account of an id; -1 where the history does not name it.</summary>
    public int Find(string id) => placeOf.GetValueOrDefault(id, -1);

    /// <summary>Returns the zero-based account of a row, its days as written, and what it adds; account -1 where the row does not count.</summary>
    public (int Account, int From, int To, double Amount) this[int row] => (account[row], Snapshots is null ? from[row] : to[row], to[row], amount[row]);

    /// <summary>Returns the zero-based snapshot in force on a day; -1 where none is yet.</summary>
    public int SnapshotOn(int day)
    {
        var at = Snapshots!.Value.BinarySearch(day);
        return at >= 0 ? at : ~at - 1;
    }

    /// <summary>Returns the end of the month of the latest snapshot on or before a date, or the date where that comes first; the date itself for subscriptions, null where no snapshot is so early.</summary>
    public DateTime? End(DateTime asOf)
    {
        if (Snapshots is not { } snapshots) return asOf;
        if (SnapshotOn(Day(asOf)) is not (>= 0 and var at)) return null;
        var last = Date(snapshots[at]);
        var end = last.AddDays(DateTime.DaysInMonth(last.Year, last.Month) - last.Day);
        return end < asOf ? end : asOf;
    }

    /// <summary>Returns what each account paid on some days, account by account: NaN where the history says nothing of it on that day, amounts below 0 as they stand.</summary>
    /// <param name="days">Ascending.</param>
    public double[] On(ReadOnlySpan<int> days)
    {
        var amounts = new double[ids.Count * days.Length];
        Array.Fill(amounts, double.NaN);
        var columns = Snapshots is { } snapshots ? Columns(days, snapshots.Length) : null;
        for (var row = 0; row < account.Length; row++)
        {
            if (account[row] < 0) continue;
            var (first, last) = columns is null ? (Below(days, from[row]), Below(days, to[row] == OpenEnd ? OpenEnd : to[row] + 1)) : columns[from[row]];
            for (var column = first; column < last; column++)
            {
                ref var sum = ref amounts[(account[row] * days.Length) + column];
                sum = double.IsNaN(sum) ? amount[row] : sum + amount[row];
            }
        }

        return amounts;
    }

    /// <summary>Returns the last day before a day on which a subscription of an account ends; null where none does.</summary>
    public int? LastEndBefore(int place, int day)
    {
        int? last = null;
        foreach (var row in RowsOf(place))
        {
            if (to[row] < day && from[row] <= to[row] && !(to[row] <= last)) last = to[row];
        }

        return last;
    }

    /// <summary>Returns the rows of an account that count.</summary>
    public ReadOnlySpan<int> RowsOf(int place) => byAccount.Value.Rows.AsSpan(byAccount.Value.Start[place]..byAccount.Value.Start[place + 1]);

    /// <summary>Returns a history of churn events: each account pays what it pays, or paid, from its start until the day before it left.</summary>
    public static RevenueRows OfEvents(Export export, IReadOnlyList<(string Id, int From, int To, double Amount)> rows)
    {
        var result = new RevenueRows(rows.Count) { Export = export, IsEvents = true };
        for (var row = 0; row < rows.Count; row++)
        {
            result.account[row] = result.Place(rows[row].Id);
            (result.from[row], result.to[row], result.amount[row]) = (rows[row].From, rows[row].To, rows[row].Amount);
        }

        return result;
    }

    private static bool IsHistory(Export export) => export.Find(Role.AccountId) is not null && (export.Find(Role.Arr) ?? export.Find(Role.Mrr)) is NumberColumn
        && (export.Find(Role.Period) is DateColumn || export.Find(Role.StartDate) is DateColumn || export.Find(Role.EndDate) is DateColumn);

    private static RevenueRows FromExport(Export export)
    {
        var monthly = export.Find(Role.Arr) is not NumberColumn;
        var rows = new RevenueRows(export.Table.RowCount) { Export = export, IsMonthly = monthly };
        rows.ReadAccounts(export.Find(Role.AccountId)!);
        rows.ReadAmounts((NumberColumn)export.Find(monthly ? Role.Mrr : Role.Arr)!, monthly ? MonthsInAYear : 1);
        if (export.Find(Role.Period) is DateColumn period) rows.ReadSnapshots(period);
        else rows.ReadSubscriptions(export.Find(Role.StartDate) as DateColumn, export.Find(Role.EndDate) as DateColumn);
        rows.LeaveOutRepeats();
        return rows;
    }

    private int Place(string id)
    {
        if (placeOf.TryGetValue(id, out var place)) return place;
        placeOf[id] = place = ids.Count;
        ids.Add(id);
        return place;
    }

    private void Fault(RevenueCheck check, int row)
    {
        if (!faults.TryGetValue(check, out var rows)) faults[check] = rows = [];
        rows.Add(row);
    }

    private void ReadAccounts(Column column)
    {
        var text = column as TextColumn;
        var known = new int[text?.Dictionary.Length ?? 0];
        Array.Fill(known, -2);
        for (var row = 0; row < account.Length; row++)
        {
            if (text is null) account[row] = column.IsNull(row) ? -1 : Place(column.Raw(row));
            else if (text.Codes[row] is >= 0 and var code)
            {
                if (known[code] == -2) known[code] = text.Dictionary[code].Trim() is { Length: > 0 } id ? Place(id) : -1;
                account[row] = known[code];
            }
            else account[row] = -1;
            if (account[row] < 0) Fault(RevenueCheck.BlankId, row);
        }
    }

    private void ReadAmounts(NumberColumn column, int times)
    {
        var values = column.Values;
        for (var row = 0; row < values.Length; row++)
        {
            amount[row] = double.IsFinite(values[row]) ? values[row] * times : 0;
            if (!double.IsFinite(values[row]) && account[row] >= 0) Fault(RevenueCheck.BlankAmount, row);
        }
    }

    private void ReadSubscriptions(DateColumn? start, DateColumn? end)
    {
        for (var row = 0; row < account.Length; row++)
        {
            (from[row], to[row]) = (start?[row] is { } begin ? Day(begin) : OpenStart, end?[row] is { } last ? Day(last) : OpenEnd);
            if (account[row] < 0) continue;
            if (start?[row]?.TimeOfDay > TimeSpan.Zero || end?[row]?.TimeOfDay > TimeSpan.Zero) Fault(RevenueCheck.TimeOfDay, row);
            if (from[row] == OpenStart && to[row] == OpenEnd) Fault(RevenueCheck.BlankDate, row);
            if (from[row] <= to[row]) continue;
            Fault(RevenueCheck.EndBeforeStart, row);
            account[row] = -1;
        }
    }

    private void ReadSnapshots(DateColumn period)
    {
        var days = new Dictionary<int, int>();
        for (var row = 0; row < account.Length; row++)
        {
            if (account[row] < 0) continue;
            if (period.IsNull(row))
            {
                Fault(RevenueCheck.BlankDate, row);
                account[row] = -1;
                continue;
            }

            var day = period.Values[row];
            if (day.TimeOfDay > TimeSpan.Zero) Fault(RevenueCheck.TimeOfDay, row);
            to[row] = Day(day);
            days.TryAdd(to[row], 0);
        }

        var snapshotOf = SnapshotMonths.Of([.. days.Keys.Order()], account, to, ids.Count);
        Snapshots = [.. snapshotOf.Values.Distinct().Order()];
        var places = snapshotOf.ToDictionary(s => s.Key, s => Snapshots.Value.BinarySearch(s.Value));
        for (var row = 0; row < account.Length; row++)
        {
            if (account[row] >= 0) from[row] = places[to[row]];
        }

        if (snapshotOf.Count > Snapshots.Value.Length) LeaveOutEarlier();
    }

    /// <summary>Leaves out what a later date of the same snapshot says anew.</summary>
    private void LeaveOutEarlier()
    {
        var latest = new Dictionary<(int, int), int>();
        for (var row = 0; row < account.Length; row++)
        {
            if (account[row] < 0) continue;
            var key = (account[row], from[row]);
            if (!(latest.TryGetValue(key, out var day) && day >= to[row])) latest[key] = to[row];
        }

        for (var row = 0; row < account.Length; row++)
        {
            if (account[row] < 0 || latest[(account[row], from[row])] == to[row]) continue;
            Fault(RevenueCheck.EarlierInMonth, row);
            account[row] = -1;
        }
    }

    /// <summary>Leaves out rows that repeat an earlier one in every column, and notes those that add up.</summary>
    private void LeaveOutRepeats()
    {
        var seen = new Dictionary<(int Account, int Day), int>(account.Length);
        int[]? before = null;
        for (var row = 0; row < account.Length; row++)
        {
            if (account[row] < 0) continue;
            ref var last = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(seen, (account[row], from[row]), out var isRepeat);
            if (isRepeat)
            {
                before ??= new int[account.Length];
                var same = last;
                while (same > 0 && !IsSame(same - 1, row)) same = before[same - 1];
                if (same > 0)
                {
                    Fault(RevenueCheck.ExportedTwice, row);
                    account[row] = -1;
                    continue;
                }

                before[row] = last;
                if (Snapshots is not null) Fault(RevenueCheck.AddedUp, row);
            }

            last = row + 1;
        }
    }

    private bool IsSame(int first, int second)
    {
        if (amount[first] != amount[second] || to[first] != to[second]) return false;
        foreach (var column in Export.Table.Columns)
        {
            if (!Equals(column.Value(first), column.Value(second))) return false;
        }

        return true;
    }

    /// <summary>Returns, per snapshot, the days that it is in force on.</summary>
    private (int First, int Last)[] Columns(ReadOnlySpan<int> days, int snapshots)
    {
        var columns = new (int First, int Last)[snapshots];
        for (var column = 0; column < days.Length; column++)
        {
            if (SnapshotOn(days[column]) is not (>= 0 and var at)) continue;
            columns[at] = columns[at].Last == 0 ? (column, column + 1) : (columns[at].First, column + 1);
        }

        return columns;
    }

    /// <summary>Returns how many of the days lie before one.</summary>
    private static int Below(ReadOnlySpan<int> days, int day)
    {
        var (low, high) = (0, days.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (days[middle] < day) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private (int[] Start, int[] Rows) GroupByAccount()
    {
        var start = new int[ids.Count + 1];
        foreach (var place in account)
        {
            if (place >= 0) start[place + 1]++;
        }

        for (var place = 0; place < ids.Count; place++) start[place + 1] += start[place];
        var (rows, next) = (new int[start[^1]], start.ToArray());
        for (var row = 0; row < account.Length; row++)
        {
            if (account[row] >= 0) rows[next[account[row]]++] = row;
        }

        return (start, rows);
    }
}
