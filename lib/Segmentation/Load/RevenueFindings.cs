using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Tables;

namespace Segmentation.Load;

/// <summary>Words what a history of revenue could not be taken for as it stands. Every row that does not count is in one of the findings.</summary>
internal sealed class RevenueFindings(
    Workspace workspace, RevenueRows rows, RevenueHistory history, int[] days, IReadOnlyDictionary<int, double> below, IReadOnlyDictionary<int, ImmutableArray<int>> churnDays, ImmutableArray<RevenueRows> others)
{
    private readonly int asOf = RevenueRows.Day(workspace.AsOf);
    private readonly string file = rows.Export.File;

    public ImmutableArray<RevenueFinding> All() =>
    [
        .. new[]
        {
            OfRows(RevenueCheck.BlankId, n => $"{Rows(n)} no account.", "Left out.", "Export the account's id with each row."),
            OfRows(RevenueCheck.BlankDate, n => $"{Rows(n)} no date.", rows.Snapshots is null ? "Taken as active at all times." : "Left out.", "Export the date with each row."),
            OfRows(RevenueCheck.BlankAmount, n => $"{Rows(n)} no amount.", "Taken as 0.", "Export 0 where nothing is paid, and the amount where something is."),
            OfRows(RevenueCheck.EndBeforeStart, n => $"{Count(n, "subscription")} {(n == 1 ? "ends" : "end")} before {(n == 1 ? "its" : "their")} start.", "Left out.", "Correct the dates."),
            OfRows(RevenueCheck.ExportedTwice, n => $"{Count(n, "row")} {(n == 1 ? "repeats" : "repeat")} an earlier one in every column.", "Counted once.", "Export each row once; if they are two products, export the product too."),
            OfRows(RevenueCheck.EarlierInMonth, n => $"{Count(n, "row")} {(n == 1 ? "is" : "are")} said anew by a later date of the same month.", "The latest date of the account in the month counts.", "Export one snapshot a month."),
            SeveralInMonth(),
            AddedUp(),
            TimeOfDay(),
            BelowZero(),
            AfterExports(),
            LongBefore(),
            MonthMissing(),
            MonthIncomplete(),
            Gaps(),
            UnknownAccounts(),
            Currencies(),
            EndsEarly(),
            OtherFiles(),
            ChurnDates(),
            UnknownAmounts(),
            UnknownStarts(),
        }.OfType<RevenueFinding>(),
    ];

    private static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {noun}{(count == 1 ? string.Empty : "s")}");

    private static string Rows(int count) => $"{Count(count, "row")} {(count == 1 ? "has" : "have")}";

    private RevenueFinding? OfRows(RevenueCheck check, Func<int, string> found, string done, string? remedy) =>
        rows.Faults.TryGetValue(check, out var at) ? OfRows(check, at, found(at.Count), done, remedy) : null;

    private RevenueFinding? OfRows(RevenueCheck check, IReadOnlyList<int> at, string found, string done, string? remedy)
    {
        if (at.Count == 0) return null;
        var amounts = rows.Export.Find(rows.IsMonthly ? Role.Mrr : Role.Arr) as NumberColumn;
        return new(check, file, found, done, remedy, at.Count, Accounts(at), amounts is null ? null : at.Sum(r => amounts[r] ?? 0) * (rows.IsMonthly ? 12 : 1)) { RecordsOnDemand = () => Records(at) };
    }

    private int Accounts(IReadOnlyList<int> at)
    {
        var (ids, seen) = (rows.Export.Find(Role.AccountId)!, new HashSet<string>(StringComparer.Ordinal));
        foreach (var row in at)
        {
            if (!ids.IsNull(row)) seen.Add(ids.Raw(row).Trim());
        }

        return seen.Count;
    }

    private Table Records(IReadOnlyList<int> at)
    {
        int[] taken = [.. at];
        return new("rows", new Column[] { Column.Of("row", taken.Select(r => r + 1)) }.Concat(
            rows.Export.Table.Take(taken).Columns.Where(c => !c.Name.Equals("row", StringComparison.OrdinalIgnoreCase)).Select(c => c.Name == rows.Export.Find(Role.AccountId)!.Name ? c.AsPersonal() : c)));
    }

    private RevenueFinding OfAccounts(RevenueCheck check, IReadOnlyCollection<int> accounts, string found, string done, string? remedy) =>
        new(check, file, found, done, remedy, null, accounts.Count, accounts.Sum(LastPaid)) { RecordsOnDemand = () => AccountTable(accounts) };

    private double LastPaid(int account)
    {
        var paid = history.Of(account);
        var last = paid.LastIndexOfAnyExceptInRange(double.NegativeInfinity, 0.0);
        return last < 0 ? 0 : paid[last];
    }

    private Table AccountTable(IReadOnlyCollection<int> accounts) => new(
        "accounts",
        Column.Of("id", accounts.Select(a => history.Ids[a])).AsPersonal(),
        Column.Of("first paid month", accounts.Select(a => Month(history.Of(a).IndexOfAnyExceptInRange(double.NegativeInfinity, 0.0)))),
        Column.Of("last paid month", accounts.Select(a => Month(history.Of(a).LastIndexOfAnyExceptInRange(double.NegativeInfinity, 0.0)))),
        Column.Of("ARR paid last", accounts.Select(LastPaid), NumberFormat.Money));

    private DateTime? Month(int month) => month < 0 ? null : history.Months[month];

    private RevenueFinding? SeveralInMonth()
    {
        if (rows.Snapshots is not { } snapshots) return null;
        var several = snapshots.GroupBy(s => RevenueRows.Date(s) is var d ? (d.Year, d.Month) : default).Count(m => m.Count() > 1);
        return several == 0 ? null : new(RevenueCheck.SeveralInMonth, file, $"{Count(several, "month")} {(several == 1 ? "has" : "have")} more than one whole snapshot.", "The last one of a month is the month's.", "Export one snapshot a month.", null, null, null);
    }

    private RevenueFinding? AddedUp() => rows.Faults.TryGetValue(RevenueCheck.AddedUp, out var at)
        ? OfRows(RevenueCheck.AddedUp, at, $"{Count(at.Count, "row")} {(at.Count == 1 ? "stands" : "stand")} beside another of the same account and date with another amount, product or number.", "Added up, as products of one account.", null)
        : null;

    private RevenueFinding? TimeOfDay()
    {
        if (!rows.Faults.TryGetValue(RevenueCheck.TimeOfDay, out var at)) return null;
        DateColumn[] dates = [.. new[] { Role.Period, Role.StartDate, Role.EndDate }.Select(rows.Export.Find).OfType<DateColumn>()];

        // Places on earth are at most 14 hours ahead of UTC and 12 behind it: nearer than that to a month's turn another zone has another month.
        var near = at.Count(r => dates.Any(c => c[r] is { } day && day.TimeOfDay > TimeSpan.Zero && (day.AddHours(14).Month != day.Month || day.AddHours(-12).Month != day.Month)));
        return OfRows(RevenueCheck.TimeOfDay, at, $"{Count(at.Count, "row")} {(at.Count == 1 ? "has a date" : "have dates")} with a time of day, {Count(near, "row")} so near a month's turn that another time zone has another month.",
            "The day counts as it is written, in UTC where an offset is given.", "Export dates without a time, in the company's own time zone.");
    }

    private RevenueFinding? BelowZero()
    {
        if (below.Count == 0) return null;
        var months = history.Months.Length;
        int[] accounts = [.. below.Keys.Select(at => at / months).Distinct().Order()];
        return new(RevenueCheck.BelowZero, file, $"{Count(below.Count, "month")} of {Count(accounts.Length, "account")} {(below.Count == 1 ? "has" : "have")} an amount below 0, which is a mistake.", "What was paid before it holds; 0 in the first month.",
            "Correct the amounts; credits belong into the month's total.", null, accounts.Length, below.Values.Sum())
        {
            RecordsOnDemand = () => new Table("amounts below 0", Column.Of("id", below.Keys.Order().Select(at => history.Ids[at / months])).AsPersonal(), Column.Of("month", below.Keys.Order().Select(at => (DateTime?)history.Months[at % months])), Column.Of("ARR", below.OrderBy(b => b.Key).Select(b => b.Value), NumberFormat.Money)),
        };
    }

    private RevenueFinding? AfterExports()
    {
        if (rows.IsEvents) return null;
        int[] after = [.. Enumerable.Range(0, rows.RowCount).Where(r => rows[r] is { Account: >= 0 } row && row.From > asOf)];
        return OfRows(RevenueCheck.AfterExports, after, $"{Count(after.Length, "row")} {(after.Length == 1 ? "begins" : "begin")} after {DateColumn.Show(workspace.AsOf.Date)}, the date of the exports.", "Left out.", "Correct the dates, or write a later as_of in workspace.yaml.");
    }

    private RevenueFinding? LongBefore()
    {
        if (rows.Snapshots is null) return null;
        var first = RevenueRows.Day(new DateTime(history.Months[0].Year, history.Months[0].Month, 1));
        int[] before = [.. Enumerable.Range(0, rows.RowCount).Where(r => rows[r] is { Account: >= 0 } row && row.To < first)];
        return OfRows(RevenueCheck.LongBefore, before, $"{Count(before.Length, "row")} {(before.Length == 1 ? "lies" : "lie")} long before the rest, which {DateColumn.Show(history.Months[0])} begins.", "Left out.", "Correct the dates.");
    }

    private RevenueFinding? MonthMissing()
    {
        if (rows.Snapshots is null) return null;
        int[] missing = [.. Enumerable.Range(1, Math.Max(0, days.Length - 1)).Where(m => rows.SnapshotOn(days[m]) == rows.SnapshotOn(days[m - 1]))];
        return missing.Length == 0 ? null : new(RevenueCheck.MonthMissing, file, $"There is no snapshot of {Listed(missing)}.", "The month is as the one before it.", "Export every month: what changed then shows a month late.", null, null, null);
    }

    private string Listed(int[] months)
    {
        const int Named = 3;
        var names = string.Join(", ", months.Take(Named).Select(m => history.Months[m].ToString("yyyy-MM", CultureInfo.InvariantCulture)));
        return months.Length <= Named ? names : string.Create(CultureInfo.InvariantCulture, $"{months.Length:#,0} months, {names} the first");
    }

    private RevenueFinding? MonthIncomplete()
    {
        if (rows.Snapshots is null) return null;
        var said = new int[history.Months.Length];
        for (var account = 0; account < history.Ids.Length; account++)
        {
            for (var month = 0; month < said.Length; month++)
            {
                if (!double.IsNaN(history.Said(account, month))) said[month]++;
            }
        }

        int[] thin = [.. Enumerable.Range(1, Math.Max(0, said.Length - 1)).Where(m => said[m] < WorkspaceOptions.Default.WholeSnapshot * said[m - 1])];
        return thin.Length == 0 ? null : new(RevenueCheck.MonthIncomplete, file, $"The snapshot of {Listed(thin)} names fewer than half of the accounts of the month before.", "Taken as it is: whoever is missing counts as having left.",
            "If the export was cut short, export the month again.", null, said[thin[0] - 1] - said[thin[0]], null);
    }

    private RevenueFinding? Gaps()
    {
        var (accounts, lengths) = (new List<int>(), new List<int>());
        for (var account = 0; account < history.Ids.Length; account++)
        {
            var paid = history.Of(account);
            var (last, has) = (-1, false);
            for (var month = 0; month < paid.Length; month++)
            {
                if (!(paid[month] > 0)) continue;
                if (last >= 0 && month - last > 1)
                {
                    lengths.Add(month - last - 1);
                    has = true;
                }

                last = month;
            }

            if (has) accounts.Add(account);
        }

        if (accounts.Count == 0) return null;
        lengths.Sort();
        return OfAccounts(RevenueCheck.Gap, accounts,
            string.Create(CultureInfo.InvariantCulture, $"{Count(accounts.Count, "account")} {(accounts.Count == 1 ? "pays" : "pay")} nothing at {lengths[0]} to {lengths[^1]} month ends (median {lengths[lengths.Count / 2]}) and {(accounts.Count == 1 ? "comes" : "come")} back."),
            "Churn at the first month end without ARR, and a reactivation when it comes back.", "If they are late renewals, set GraceMonths: a gap of so many months is no churn.");
    }

    private RevenueFinding? UnknownAccounts()
    {
        if (workspace.Find(EntityKind.Accounts)?.Find(Role.AccountId) is not { } ids) return null;
        var known = new bool[history.Ids.Length];
        for (var row = 0; row < ids.Length; row++)
        {
            if (!ids.IsNull(row) && history.Find(ids.Raw(row).Trim()) is >= 0 and var account) known[account] = true;
        }

        int[] unknown = [.. Enumerable.Range(0, known.Length).Where(a => !known[a])];
        return unknown.Length == 0 ? null : OfAccounts(RevenueCheck.UnknownAccount, unknown,
            string.Create(CultureInfo.InvariantCulture, $"{Count(unknown.Length, "id")} of the history {(unknown.Length == 1 ? "is" : "are")} not among the accounts; {(unknown.Length == 1 ? "it" : "they")} paid {unknown.Sum(LastPaid):#,0} when last seen."),
            "Left out of cohorts: no segment is known.", "Export all accounts, also those that left.");
    }

    private RevenueFinding? Currencies()
    {
        var code = CurrencyOf();
        if (code is null) return null;
        var counts = Enumerable.Range(0, rows.RowCount).Where(r => rows[r].Account >= 0).Select(r => (Row: r, Code: code(r)?.Trim().ToUpperInvariant())).Where(r => r.Code is { Length: > 0 }).GroupBy(r => r.Code!, r => r.Row, StringComparer.Ordinal)
            .Select(g => (Code: g.Key, Rows: g.Count(), Accounts: g.Select(r => rows[r].Account).Distinct().Count(), Arr: g.Where(IsLast).Sum(r => rows[r].Amount))).OrderByDescending(c => c.Rows).ThenBy(c => c.Code, StringComparer.Ordinal).ToArray();
        if (counts.Length < 2) return null;
        return new(RevenueCheck.Currencies, file, $"Amounts are in {counts.Length} currencies: {string.Join(", ", counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Code} ({Count(c.Accounts, "account")}, {Count(c.Rows, "row")}, {c.Arr:#,0} at the end)")))}.",
            "Added up as they stand, not converted.", "Export one currency: sums and shares of ARR mix them until then; counts of accounts are not touched.", counts.Skip(1).Sum(c => c.Rows), counts.Skip(1).Sum(c => c.Accounts), null)
        {
            RecordsOnDemand = () => new Table("currencies", Column.Of("currency", counts.Select(c => c.Code)), Column.Of("rows", counts.Select(c => c.Rows)), Column.Of("accounts", counts.Select(c => c.Accounts)), Column.Of("amount at the end", counts.Select(c => c.Arr), NumberFormat.Money)),
        };

        bool IsLast(int row) => rows.Snapshots is null ? rows[row].From <= days[^1] && rows[row].To >= days[^1] : rows.SnapshotOn(rows[row].To) == rows.SnapshotOn(days[^1]);
    }

    /// <summary>Returns the currency of a row: its own, else that of its account; null where neither file says.</summary>
    private Func<int, string?>? CurrencyOf()
    {
        if (!rows.IsEvents && rows.Export.Find(Role.Currency) is TextColumn own) return row => own[row];
        if (workspace.Find(EntityKind.Accounts) is not { } accounts || accounts.Find(Role.AccountId) is not { } ids || accounts.Find(Role.Currency) is not TextColumn theirs || theirs.Dictionary.Length < 2) return null;
        var ofAccount = new string?[history.Ids.Length];
        for (var row = 0; row < ids.Length; row++)
        {
            if (!ids.IsNull(row) && history.Find(ids.Raw(row).Trim()) is >= 0 and var account) ofAccount[account] ??= theirs[row];
        }

        return row => ofAccount[rows[row].Account];
    }

    private RevenueFinding? EndsEarly() => history.Months[^1] >= workspace.AsOf.Date ? null : new(
        RevenueCheck.EndsEarly, file, $"The history ends on {DateColumn.Show(history.Months[^1])}, before the exports, which are of {DateColumn.Show(workspace.AsOf.Date)}.", "Windows close with the history.", "Export the later months.", null, null, null);

    private RevenueFinding? OtherFiles() => others.IsEmpty ? null : new(
        RevenueCheck.OtherFiles, file, $"{string.Join(", ", others.Select(o => o.Export.File))} {(others.Length == 1 ? "holds" : "hold")} a history too.", $"Only {file} is read.", "Join the files into one, or write 'holds: other' for those that do not count.", others.Sum(o => o.RowCount), null, null);

    private RevenueFinding? ChurnDates()
    {
        var (contradicted, agreeing) = (new List<int>(), 0);
        foreach (var (account, dates) in churnDays.OrderBy(c => c.Key))
        {
            var paid = history.Of(account);
            foreach (var day in dates)
            {
                var month = history.MonthAt(RevenueRows.Date(day).AddDays(-1)) + 1;
                if (month < 1 || month >= paid.Length || day > asOf) continue;
                if (paid[month - 1] > 0 && !(paid[month] > 0)) agreeing++;
                else if (contradicted.Count == 0 || contradicted[^1] != account) contradicted.Add(account);
            }
        }

        return contradicted.Count == 0 ? null : OfAccounts(RevenueCheck.ChurnDate, contradicted,
            $"{Count(contradicted.Count, "account")} {(contradicted.Count == 1 ? "has a churn date" : "have churn dates")} in a month in which the history does not end; {Count(agreeing, "date")} {(agreeing == 1 ? "agrees" : "agree")} with it.",
            "The history holds; the day is taken from the churn date only where both say the same month.", "Find out which is right.");
    }

    private RevenueFinding? UnknownAmounts()
    {
        if (!rows.IsEvents) return null;
        int[] unknown = [.. Enumerable.Range(0, rows.RowCount).Where(r => rows[r].Amount == ChurnEvents.UnknownAmount).Select(r => rows[r].Account)];
        return unknown.Length == 0 ? null : OfAccounts(RevenueCheck.UnknownAmount, unknown, $"{Count(unknown.Length, "account")} that left {(unknown.Length == 1 ? "holds" : "hold")} no ARR today, so that nobody knows what {(unknown.Length == 1 ? "it" : "they")} paid.",
            "They count as accounts; their ARR stands at 1, so that retention of ARR looks better than it was.", "Export ARR by month, or the ARR lost with each churn date.");
    }

    private RevenueFinding? UnknownStarts()
    {
        if (!rows.IsEvents) return null;
        int[] unknown = [.. Enumerable.Range(0, rows.RowCount).Where(r => rows[r].From == RevenueRows.OpenStart).Select(r => rows[r].Account)];
        return unknown.Length == 0 ? null : OfAccounts(RevenueCheck.UnknownStart, unknown, $"{Count(unknown.Length, "account")} {(unknown.Length == 1 ? "has" : "have")} no start before {(unknown.Length == 1 ? "its" : "their")} churn date.", "Taken as paying from the beginning.", "Export the start of each contract.");
    }
}
