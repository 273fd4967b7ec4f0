using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Outcome;
using Segmentation.Playbook;
using Segmentation.Tables;
using Segmentation.Tests.Distribute;
using Segmentation.Tests.Load;

namespace Segmentation.Tests.Outcome;

/// <summary>Cohorts in memory, of so many accounts and churned ones a segment; a segment called null is Unassigned.</summary>
internal static class ComparisonCohort
{
    public const string Tier = "Tier";

    public static readonly DateTime Start = new(2025, 9, 30);

    /// <summary>Returns a cohort watched for 92 days; those that churned left half way. Everybody paid 100 at the start.</summary>
    public static OutcomeCohort Of(params (string? Segment, int Accounts, int Churned)[] segments) => Of(OutcomeOptions.Default, segments);

    public static OutcomeCohort Of(OutcomeOptions options, params (string? Segment, int Accounts, int Churned)[] segments)
    {
        string[] names = [.. segments.Select(s => s.Segment).OfType<string>().Distinct()];
        var assigned = SmallAssignment.Accounts.Dimension(Tier, names, SmallAssignment.Repeat([.. segments.Select(s => (s.Segment, s.Accounts))])).Run();
        ImmutableArray<bool> churned = [.. segments.SelectMany(s => Enumerable.Range(0, s.Accounts).Select(i => i < s.Churned))];
        return new OutcomeCohort
        {
            Framework = assigned.Framework,
            Options = options,
            Start = Start,
            End = Start.AddDays(92),
            IsClosed = true,
            Source = SegmentSource.Snapshot,
            Assigned = assigned.Accounts,
            AssignedToday = assigned.Accounts,
            ArrAtStart = [.. churned.Select(_ => 100d)],
            ArrAtEnd = [.. churned.Select(c => c ? 0d : 100)],
            Churned = churned,
            Days = [.. churned.Select(c => c ? 46d : 92)],
        };
    }

    /// <summary>Returns a cohort with a history: each segment loses so many accounts in each month, one after another.</summary>
    public static OutcomeCohort Monthly(params (string Segment, int Accounts, int[] Lost)[] segments) => Monthly(PlaybookLimits.Default, segments);

    public static OutcomeCohort Monthly(PlaybookLimits limits, params (string Segment, int Accounts, int[] Lost)[] segments)
    {
        var months = segments.Max(s => s.Lost.Length);
        var rows = new List<(string Id, DateTime Month, double Arr)>();
        var account = 0;
        foreach (var (_, accounts, lost) in segments)
        {
            for (var i = 0; i < accounts; i++)
            {
                account++;
                var leaves = Enumerable.Range(0, months).Where(m => i < lost.Take(m + 1).Sum()).DefaultIfEmpty(months).First();
                for (var m = -1; m < leaves; m++) rows.Add((FormattableString.Invariant($"R{account:000}"), new DateTime(2025, 9, 1).AddMonths(m + 1), 100));
            }
        }

        // One account that is in no segment keeps the history going to its last month.
        for (var m = -1; m < months; m++) rows.Add(("other", new DateTime(2025, 9, 1).AddMonths(m + 1), 100));
        var history = RevenueHistory.Read(InMemory.Open(FormattableString.Invariant($"as_of: {new DateTime(2025, 10, 1).AddMonths(months).AddDays(-1):yyyy-MM-dd}"),
        [
            InMemory.Of("accounts.csv", Column.Of("Account ID", Enumerable.Range(1, account).Select(i => (string?)FormattableString.Invariant($"R{i:000}"))), Column.Of("Account Name", Enumerable.Range(1, account).Select(i => (string?)FormattableString.Invariant($"Company {i}")))),
            InMemory.Of("arr_history.csv", Column.Of("Account ID", rows.Select(r => (string?)r.Id)), Column.Of("Month", rows.Select(r => (DateTime?)r.Month)), Column.Of("ARR", rows.Select(r => (double?)r.Arr))),
        ]))!;
        var cohort = Of([.. segments.Select(s => ((string?)s.Segment, s.Accounts, s.Lost.Sum()))]);
        return cohort with
        {
            Framework = cohort.Framework with { Limits = limits },
            History = history,
            HistoryRow = [.. Enumerable.Range(1, account).Select(i => history.Find(FormattableString.Invariant($"R{i:000}")))],
        };
    }
}
