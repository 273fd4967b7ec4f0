using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Assign;
using Segmentation.Distribute;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>Builds cohorts.</summary>
internal static class OutcomeCohorts
{
    private const double DaysInAMonth = 365.25 / 12;

    public static OutcomeCohort Take(Workspace workspace, SegmentationFramework framework, OutcomeOptions options, Snapshots? snapshots)
    {
        if (options.WindowDays is { } length) ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length, "options.WindowDays");
        var none = new OutcomeCohort { Framework = framework, Options = options, Launch = workspace.Launch };
        if (workspace.Find(EntityKind.Accounts) is not { } accounts) return none with { Reason = "the exports hold no accounts." };
        if (accounts.Find(Role.AccountId) is null) return none with { Reason = $"{accounts.File} has no ids, so that nothing can be followed. Export the account's id." };
        if (RevenueHistory.Read(workspace)?.Smoothed(options.GraceMonths) is not { } history) return none with { Reason = "the exports hold no history of ARR and no churn dates. Add one: account, month, ARR." };
        var asked = options.Start?.Date ?? workspace.Launch?.Date.AddDays(-1) ?? Default(history, options);
        var first = history.MonthAt(asked);
        if (first < 0) return none with { History = history, Start = asked, End = asked, Reason = $"the history of ARR begins on {DateColumn.Show(history.Months[0])}, after {DateColumn.Show(asked)}, the start of the cohort. Choose a later start." };
        if (asked > history.Months[^1]) return none with { History = history, Start = asked, End = asked, Reason = $"the history of ARR ends on {DateColumn.Show(history.Months[^1])}, before {DateColumn.Show(asked)}, the start of the cohort. Export the later months, or choose an earlier start." };
        var start = history.Months[first];
        var end = MonthsOf(options) is { } months ? MonthEnd(start, months) : history.Months[^1];
        return Follow(none with { History = history, Start = start, End = end, IsClosed = history.Months[^1] >= end }, workspace, snapshots, asked);
    }

    /// <summary>Returns the window in month ends; null to the end of the history.</summary>
    private static int? MonthsOf(OutcomeOptions options) => options.WindowDays is { } days ? Math.Max(1, (int)Math.Round(days / DaysInAMonth)) : null;

    private static DateTime MonthEnd(DateTime date, int months) => new DateTime(date.Year, date.Month, 1).AddMonths(months + 1).AddDays(-1);

    /// <summary>Returns the latest month end whose window has closed; the first one where none has.</summary>
    private static DateTime Default(RevenueHistory history, OutcomeOptions options)
    {
        for (var month = history.Months.Length - 1; month > 0; month--)
        {
            if (MonthsOf(options) is { } months && MonthEnd(history.Months[month], months) <= history.Months[^1]) return history.Months[month];
        }

        return history.Months[0];
    }

    private static OutcomeCohort Follow(OutcomeCohort cohort, Workspace workspace, Snapshots? snapshots, DateTime asked)
    {
        var (history, options, start, first, last) = (cohort.History!, cohort.Options, cohort.Start, cohort.StartMonth, cohort.EndMonth);
        var (source, then, leftOut, said) = OutcomeSegments.At(workspace, cohort.Framework, options, snapshots, start);
        var today = Assignment.Run(cohort.Framework, FrameworkRecords.Take(workspace, cohort.Framework, EntityKind.Accounts));
        var todayOf = First(today.Records.Ids);
        var seen = new HashSet<int>();
        int[] rows = [.. Enumerable.Range(0, then.Records.Count).Where(r => then.Records.Ids[r]?.Trim() is { } id && history.Find(id) is >= 0 and var h && history.Of(h)[first] > 0 && seen.Add(h))];
        if (rows.Length == 0) return cohort with { Reason = $"no account paid on {DateColumn.Show(start)}.{(history.Finding(RevenueCheck.UnknownAccount) is { } unknown ? $" {unknown.Sentence}" : string.Empty)}" };
        var paid = rows.Select(r => history.Find(then.Records.Ids[r]!.Trim())).ToImmutableArray();
        var left = paid.Select(h => Left(history.Of(h), first, last)).ToArray();
        var assigned = OutcomeSegments.Rows(then, rows);
        var todays = OutcomeSegments.Rows(today, [.. rows.Select(r => todayOf.GetValueOrDefault(then.Records.Ids[r]!.Trim(), -1))]);
        var contracts = new OutcomeContracts(workspace, history, options, start, cohort.End);
        var exported = OutcomeContracts.RowsOf(workspace, assigned.Records.Ids);
        var (tenure, moved) = (new double[rows.Length], 0);
        for (var r = 0; r < rows.Length; r++)
        {
            tenure[r] = contracts.Tenure(exported[r], paid[r], out var isMoved);
            if (isMoved) moved++;
        }

        var others = Enumerable.Range(0, history.Ids.Length).Where(h => !(history.Of(h)[first] > 0)).ToArray();
        var comes = others.ToLookup(h => (Paid: history.Of(h)[..first].ContainsAnyExceptInRange(double.NegativeInfinity, 0.0), Pays: history.Of(h)[(first + 1)..(last + 1)].ContainsAnyExceptInRange(double.NegativeInfinity, 0.0)));
        if (options.Segments == SegmentSource.Today) (source, leftOut, said) = (SegmentSource.Today, [], "Segments are today's: what happened since may have made them, so that every rate by segment is biased (SegmentBias shows by how much).");
        cohort = cohort with
        {
            Source = source,
            Assigned = source == SegmentSource.Today ? todays : assigned,
            AssignedToday = todays,
            HistoryRow = paid,
            New = [.. comes[(false, true)]],
            Returned = [.. comes[(true, true)]],
            ArrAtStart = [.. paid.Select(h => history.Of(h)[first])],
            ArrAtEnd = [.. paid.Select(h => history.Of(h)[last])],
            Churned = [.. left.Select(l => l >= 0)],
            Days = [.. left.Select((l, r) => ((l >= 0 ? history.LeftOn(paid[r], l) : history.Months[last]) - start).TotalDays)],
            TenureDays = [.. tenure],
            UpForRenewal = [.. exported.Select((row, r) => contracts.UpForRenewal(row, paid[r]))],
            ExclusionsLeftOut = leftOut,
        };
        return cohort with { Remarks = Remarks(cohort, asked, said, moved, Missing(history, first, seen)) };
    }

    private static Dictionary<string, int> First(TextColumn ids)
    {
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var r = 0; r < ids.Length; r++)
        {
            if (ids[r] is { } id) rows.TryAdd(id.Trim(), r);
        }

        return rows;
    }

    /// <summary>Returns the first month without ARR after the start; -1 where there is none.</summary>
    private static int Left(ReadOnlySpan<double> paid, int first, int last)
    {
        for (var month = first + 1; month <= last; month++)
        {
            if (!(paid[month] > 0)) return month;
        }

        return -1;
    }

    /// <summary>Returns what paid at the start and is not followed, because it has no segment.</summary>
    private static (int Accounts, double Arr) Missing(RevenueHistory history, int first, HashSet<int> followed)
    {
        var (accounts, arr) = (0, 0.0);
        for (var h = 0; h < history.Ids.Length; h++)
        {
            if (!(history.Of(h)[first] > 0) || followed.Contains(h)) continue;
            accounts++;
            arr += history.Of(h)[first];
        }

        return (accounts, arr);
    }

    private static ImmutableArray<Func<RenderOptions, string>> Remarks(OutcomeCohort cohort, DateTime asked, string said, int moved, (int Accounts, double Arr) missing)
    {
        var remarks = ImmutableArray.CreateBuilder<Func<RenderOptions, string>>();
        var history = cohort.History!;
        remarks.Add(_ => said);
        if (asked != cohort.Start) remarks.Add(_ => $"The history is kept by the month: the cohort starts on {DateColumn.Show(cohort.Start)}, the month end before {DateColumn.Show(asked)}.");
        if (cohort.Options.WindowDays is { } days)
        {
            var real = (cohort.End - cohort.Start).Days;
            remarks.Add(_ => string.Create(CultureInfo.InvariantCulture, $"{days} days are taken as {MonthsOf(cohort.Options)} month ends, {real} days."));
        }

        if (!cohort.IsClosed) remarks.Add(o => $"The window is open: it closes on {DateColumn.Show(cohort.End)} and the history ends on {DateColumn.Show(history.Months[^1])}. Its {o.Count(cohort.Count)} accounts are followed so far; rates of the whole window are not known yet.");
        remarks.Add(_ => $"An account churned when it pays nothing at {(cohort.Options.GraceMonths == 0 ? "a month's end" : string.Create(CultureInfo.InvariantCulture, $"more than {cohort.Options.GraceMonths} month ends in a row"))}; one that comes back churned all the same. {(history.HasDays ? "Days are those of the exports where they know them." : "Only month ends are known: the day of churn is the month's end on which it was seen.")}");
        if (!cohort.ExclusionsLeftOut.IsEmpty) remarks.Add(_ => $"Not applied: the exclusion{(cohort.ExclusionsLeftOut.Length == 1 ? string.Empty : "s")} {string.Join(", ", cohort.ExclusionsLeftOut.Select(e => $"'{e}'"))}, which read fields known as of today only and would take out those that left.");
        if (missing.Accounts > 0) remarks.Add(o => $"Left out: {Accounts(o, missing.Accounts)} that paid {Money(o, missing.Accounts, missing.Arr)} at the start and {(cohort.Source == SegmentSource.Snapshot ? "that the snapshot does not hold" : missing.Accounts == 1 ? "is not among the accounts" : "are not among the accounts")}.");
        if (!cohort.New.IsEmpty) remarks.Add(o => $"Counted apart: {Accounts(o, cohort.New.Length)} that first paid after the start.");
        if (!cohort.Returned.IsEmpty) remarks.Add(o => $"Counted apart: {Accounts(o, cohort.Returned.Length)} that had left before the start and came back after it.");
        var unknown = cohort.TenureDays.Count(double.IsNaN);
        if (unknown > 0) remarks.Add(o => $"Tenure is not known for {Accounts(o, unknown)}{(moved > 0 ? $" ({o.Count(moved)} paid before their contract's start, so that a renewal has moved it)" : string.Empty)}.");
        return remarks.ToImmutable();
    }

    internal static string Accounts(RenderOptions options, int count) => $"{options.Count(count)} {(count == 1 ? "account" : "accounts")}";

    /// <summary>Returns an amount as it may be shown beside a count of accounts.</summary>
    internal static string Money(RenderOptions options, int count, double amount) =>
        options.Mask && count > 0 && count < options.SmallCell ? RenderOptions.Hidden : NumberColumn.Show(amount, NumberFormat.Money);
}
