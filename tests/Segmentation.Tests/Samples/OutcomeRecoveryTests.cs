using System.Globalization;
using Segmentation.Clean;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Outcome;
using Segmentation.Statistics;

namespace Segmentation.Tests.Samples;

/// <summary>Who left and when, and at which monthly hazard, is planted (data-samples/README.md): the history and the cohort must find it account by account.</summary>
public sealed class OutcomeRecoveryTests(OutcomeRecoveryTests.Taken samples) : IClassFixture<OutcomeRecoveryTests.Taken>
{
    public sealed class Taken
    {
        public Taken()
        {
            var exports = Workspace.Open(SampleFiles.Folder);
            History = RevenueHistory.Read(exports)!;
            Cohort = OutcomeCohort.Take(
                Cleanup.Run(exports, CleanupDecisions.Load(Path.Combine(SampleFiles.Folder, "decisions"))).Workspace, FrameworkVersions.Load(SampleFiles.Folder).Current, OutcomeOptions.Default with { WindowDays = null });
            var records = SampleFiles.Read("truth/accounts-entities.csv").Rows;
            Truth = records.Where(r => r["kind"] == "original").ToDictionary(r => r["account_id"], StringComparer.Ordinal);
            var companies = Truth.Values.ToDictionary(t => t["entity_id"], StringComparer.Ordinal);
            OfCompany = records.Where(r => companies.ContainsKey(r["entity_id"])).ToDictionary(r => r["account_id"], r => companies[r["entity_id"]], StringComparer.Ordinal);
        }

        internal RevenueHistory History { get; }

        internal OutcomeCohort Cohort { get; }

        /// <summary>Gets the truth of each account as it was first recorded.</summary>
        internal Dictionary<string, Dictionary<string, string>> Truth { get; }

        /// <summary>Gets the truth of the company behind each record: the clean-up may keep a duplicate's id for it.</summary>
        internal Dictionary<string, Dictionary<string, string>> OfCompany { get; }
    }

    // The first month that is not paid after a paid one, and the first that is paid again; also where half of those that left vanish from the file.
    [Fact]
    public void Every_account_leaves_and_returns_in_the_months_that_were_planted()
    {
        var (left, returned) = (0, 0);
        foreach (var (id, truth) in samples.Truth)
        {
            var account = samples.History.Find(id);
            var churn = truth["churn_month"].Length > 0 ? Months(truth["churn_month"]) : -1;
            if (account < 0)
            {
                Assert.True(churn < 0, $"{id} churned in {truth["churn_month"]} and is not in the history");
                continue;
            }

            var paid = samples.History.Of(account).ToArray();
            var first = Array.FindIndex(paid, p => p > 0);
            var gone = Array.FindIndex(paid, first, p => p == 0);
            var back = gone < 0 ? -1 : Array.FindIndex(paid, gone, p => p > 0);
            Assert.Equal((id, churn, truth["return_month"].Length > 0 ? Months(truth["return_month"]) : -1), (id, gone, back));
            left += gone >= 0 ? 1 : 0;
            returned += back >= 0 ? 1 : 0;
        }

        Assert.Equal((SampleFiles.Planted("arr/churned-accounts"), SampleFiles.Planted("arr/returned-accounts")), (left, returned));
    }

    [Fact]
    public void What_was_planted_wrong_in_the_history_is_found()
    {
        Assert.Equal(SampleFiles.Planted("arr/negative-rows"), samples.History.Finding(RevenueCheck.BelowZero)!.Records.RowCount);
        Assert.Equal(3, samples.History.Finding(RevenueCheck.UnknownAccount)!.Accounts);
        Assert.Equal((int)SampleFiles.Planted("arr/returned-accounts"), samples.History.Finding(RevenueCheck.Gap)!.Accounts);
    }

    // Of each account of the cohort that had not left before, the planted month is the one found, and its end the day; those that never left are censored at the end.
    [Fact]
    public void The_cohort_of_the_launch_churns_in_the_planted_months()
    {
        var (cohort, found) = (samples.Cohort, 0);
        Assert.Equal((new DateTime(2025, 9, 30), new DateTime(2026, 6, 30)), (cohort.Start, cohort.End));
        for (var row = 0; row < cohort.Count; row++)
        {
            if (!samples.OfCompany.TryGetValue(cohort.Assigned!.Records.Ids[row]!, out var truth)) continue;
            var month = truth["churn_month"].Length == 0 ? (DateTime?)null : Date(truth["churn_month"]);
            if (month < new DateTime(2025, 10, 1)) continue;
            Assert.Equal((truth["account_id"], month is not null, month is { } m ? (m.AddMonths(1).AddDays(-1) - cohort.Start).TotalDays : 273), (truth["account_id"], cohort.Churned[row], cohort.Days[row]));
            found += month is null ? 0 : 1;
        }

        // Everyone planted to leave from October 2025 on for the first time, who paid in September: all that had come by then.
        Assert.Equal(samples.Truth.Values.Count(t => t["churn_month"].Length > 0 && Date(t["churn_month"]) >= new DateTime(2025, 10, 1) && samples.History.Of(samples.History.Find(t["account_id"]))[cohort.StartMonth] > 0), found);
        Assert.True(found > 100);
    }

    // Months in which an account could leave: it paid at the end of the month before. Industries with a factor of their own are left out. The six intervals hold together at 95%: each at 1 - 5%/6 (Bonferroni).
    [Theory]
    [InlineData("SMB", false, 0.025)]
    [InlineData("SMB", true, 0.0175)]
    [InlineData("Mid-Market", false, 0.0105)]
    [InlineData("Mid-Market", true, 0.0105)]
    [InlineData("Enterprise", false, 0.0035)]
    [InlineData("Enterprise", true, 0.0035)]
    public void Planted_hazards_lie_inside_the_intervals_of_churn_per_month(string tier, bool afterLaunch, double hazard)
    {
        var launch = samples.History.MonthAt(new DateTime(2025, 9, 30)) + 1;
        var (events, exposed) = (0, 0);
        foreach (var (id, truth) in samples.Truth)
        {
            if (truth["true_tier"] != tier || truth["true_industry"] is "Retail" or "Healthcare" || samples.History.Find(id) is not (>= 0 and var account)) continue;
            var paid = samples.History.Of(account);
            for (var month = afterLaunch ? launch : 1; month < (afterLaunch ? paid.Length : launch); month++)
            {
                if (!(paid[month - 1] > 0)) continue;
                exposed++;
                if (!(paid[month] > 0)) events++;
            }
        }

        var interval = RateInterval.Garwood(events, exposed, 1 - (0.05 / 6));
        Assert.True(interval.Contains(hazard), $"{tier}: {events} of {exposed} months, {interval.Low:0.0000} to {interval.High:0.0000}");

        // The interval must be able to tell the tiers apart, else holding the hazard would say little.
        Assert.InRange(interval.High / interval.Low, 1, 7);
    }

    private int Months(string month) => samples.History.MonthAt(Date(month).AddMonths(1).AddDays(-1));

    private static DateTime Date(string month) => DateTime.ParseExact(month, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
