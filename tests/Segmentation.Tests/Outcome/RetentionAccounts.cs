using System.Globalization;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Outcome;
using Segmentation.Tables;
using Segmentation.Tests.Distribute;
using Segmentation.Tests.Load;

namespace Segmentation.Tests.Outcome;

/// <summary>Cohorts of accounts with a path of revenue each, one amount a month end.</summary>
internal static class RetentionAccounts
{
    public const string Tier = "Tier";

    // Of the history; the cohort starts at the end of its first month where nothing else is asked for.
    public static readonly DateTime First = new(2025, 9, 1);

    /// <summary>The seven accounts that Finance and Customer Success argue about: 100→120, 80→60, 50→0, 40→40, 0→30, 30→0→25, 60→90→50.</summary>
    public static readonly (string? Segment, double[] Path)[] Seven =
    [
        ("SMB", [100, 100, 120]), ("SMB", [80, 80, 60]), ("SMB", [50, 0, 0]), ("Enterprise", [40, 40, 40]), (null, [0, 30, 30]), ("Enterprise", [30, 0, 25]), ("Enterprise", [60, 90, 50]),
    ];

    public static OutcomeCohort Of(params (string? Segment, double[] Path)[] accounts) => Of(OutcomeOptions.Default, 0, accounts);

    /// <summary>Returns the cohort of those that pay in a month, followed to the last one; the id of account i is <c>R001</c>, <c>R002</c> ….</summary>
    public static OutcomeCohort Of(OutcomeOptions options, int start, params (string? Segment, double[] Path)[] accounts)
    {
        var months = accounts[0].Path.Length;
        int[] all = [.. Enumerable.Range(0, accounts.Length)];
        var rows = all.SelectMany(a => Enumerable.Range(0, months).Select(m => (Id: Id(a), Month: First.AddMonths(m), Arr: accounts[a].Path[m]))).ToArray();
        var history = RevenueHistory.Read(InMemory.Open(string.Create(CultureInfo.InvariantCulture, $"as_of: {First.AddMonths(months).AddDays(-1):yyyy-MM-dd}"),
        [
            InMemory.Of("accounts.csv", Column.Of("Account ID", all.Select(a => (string?)Id(a))), Column.Of("Account Name", all.Select(a => (string?)$"Company {Id(a)}"))),
            InMemory.Of("arr_history.csv", Column.Of("Account ID", rows.Select(r => (string?)r.Id)), Column.Of("Month", rows.Select(r => (DateTime?)r.Month)), Column.Of("ARR", rows.Select(r => (double?)r.Arr))),
        ]))!;
        int[] paying = [.. all.Where(a => accounts[a].Path[start] > 0)];
        var run = SmallAssignment.Accounts.Dimension(Tier, ["SMB", "Mid-Market", "Enterprise"], [.. accounts.Select(a => a.Segment)]).Run();
        var assigned = run.Accounts! with
        {
            Records = Segmentation.Assign.RecordRows.Take(run.Accounts!.Records, paying),
            Exclusion = [.. paying.Select(r => run.Accounts.Exclusion[r])],
            OpenExclusion = [.. paying.Select(r => run.Accounts.OpenExclusion[r])],
            Dimensions = [.. run.Accounts.Dimensions.Select(d => d with { Segment = [.. paying.Select(r => d.Segment[r])], State = [.. paying.Select(r => d.State[r])], BlankField = [.. paying.Select(r => d.BlankField[r])], Open = [] })],
        };
        return new()
        {
            Framework = run.Framework,
            Options = options,
            History = history,
            Start = history.Months[start],
            End = history.Months[^1],
            IsClosed = true,
            Source = SegmentSource.Snapshot,
            Assigned = assigned,
            AssignedToday = assigned,
            HistoryRow = [.. paying.Select(a => history.Find(Id(a)))],
            ArrAtStart = [.. paying.Select(a => accounts[a].Path[start])],
            ArrAtEnd = [.. paying.Select(a => accounts[a].Path[^1])],
            Churned = [.. paying.Select(a => accounts[a].Path[start..].Any(p => p == 0))],
        };
    }

    /// <summary>Returns a cohort for which the exports hold nothing.</summary>
    public static OutcomeCohort Nothing => new() { Framework = new SegmentationFramework { Version = "v1" }, Options = OutcomeOptions.Default, Reason = "the exports hold no history of ARR." };

    public static string Id(int account) => string.Create(CultureInfo.InvariantCulture, $"R{account + 1:000}");
}
