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
        var none = new OutcomeCohort { Framework = framework, Options = options, Launch = workspace.Launch };
        if (workspace.Find(EntityKind.Accounts) is null) return none with { Reason = "the exports hold no accounts." };
        if (RevenueHistory.Read(workspace) is not { } history) return none with { Reason = "the exports hold no history of ARR. Add one: account, month, ARR." };
        var months = options.WindowDays is { } days ? Math.Max(1, (int)Math.Round(days / DaysInAMonth)) : (int?)null;
        var start = options.Start?.Date ?? workspace.Launch?.Date.AddDays(-1) ?? history.Months[Math.Max(0, history.Months.Length - 1 - (months ?? history.Months.Length))];
        var first = history.MonthAt(start);
        if (first < 0) return none with { History = history, Start = start, Reason = string.Create(CultureInfo.InvariantCulture, $"the history of ARR begins after {DateColumn.Show(start)}, the start of the cohort. Choose a later start.") };
        var last = months is { } m ? Math.Min(first + m, history.Months.Length - 1) : history.Months.Length - 1;
        var closed = months is null || first + months <= history.Months.Length - 1;
        var source = options.Segments ?? (snapshots?.Latest(start.AddDays(1)) is null ? SegmentSource.Replayed : SegmentSource.Snapshot);
        var then = source == SegmentSource.Snapshot && snapshots!.Latest(start.AddDays(1)) is { Accounts: { } kept } ? kept : Assignment.Run(framework, FrameworkRecords.Take(workspace, framework, EntityKind.Accounts, start));
        var today = Assignment.Run(framework, FrameworkRecords.Take(workspace, framework, EntityKind.Accounts));
        var todayOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var r = today.Records.Count - 1; r >= 0; r--)
        {
            if (today.Records.Ids[r] is { } id) todayOf[id.Trim()] = r;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        int[] rows = [.. Enumerable.Range(0, then.Records.Count).Where(r => then.Records.Ids[r]?.Trim() is { } id && todayOf.ContainsKey(id) && history.Find(id) is >= 0 and var h && history.Of(h)[first] > 0 && seen.Add(id))];
        var paid = rows.Select(r => history.Find(then.Records.Ids[r]!.Trim())).ToImmutableArray();
        var left = paid.Select(h => Left(history.Of(h), first, last)).ToArray();
        var assigned = Rows(then, rows);
        var todays = Rows(today, [.. rows.Select(r => todayOf[then.Records.Ids[r]!.Trim()])]);
        if (source == SegmentSource.Today) assigned = todays;
        return none with
        {
            History = history,
            Start = start,
            End = closed ? history.Months[last] : start.AddDays(options.WindowDays!.Value),
            IsClosed = closed,
            Source = source,
            Assigned = assigned,
            AssignedToday = todays,
            HistoryRow = paid,
            ArrAtStart = [.. paid.Select(h => history.Of(h)[first])],
            ArrAtEnd = [.. paid.Select(h => history.Of(h)[last])],
            Churned = [.. left.Select(l => l >= 0)],
            Days = [.. left.Select(l => (history.Months[l >= 0 ? l : last] - history.Months[first]).TotalDays)],
            TenureDays = [.. Enumerable.Repeat(double.NaN, rows.Length)],
            UpForRenewal = [.. Enumerable.Repeat((bool?)null, rows.Length)],
        };
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

    private static RecordAssignment Rows(RecordAssignment assignment, int[] rows) => assignment with
    {
        Records = RecordRows.Take(assignment.Records, rows),
        Exclusion = [.. rows.Select(r => assignment.Exclusion[r])],
        OpenExclusion = [.. rows.Select(r => assignment.OpenExclusion[r])],
        Dimensions =
        [
            .. assignment.Dimensions.Select(d => d with
            {
                Segment = [.. rows.Select(r => d.Segment[r])],
                State = [.. rows.Select(r => d.State[r])],
                BlankField = [.. rows.Select(r => d.BlankField[r])],
                Open = d.Open.Length == 0 ? d.Open : [.. rows.Select(r => d.Open[r])],
            }),
        ],
    };
}
