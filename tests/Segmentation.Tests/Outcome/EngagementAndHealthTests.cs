using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Outcome;
using Segmentation.Statistics;
using Segmentation.Tables;
using Segmentation.Tests.Assign;
using Segmentation.Tests.Load;

namespace Segmentation.Tests.Outcome;

public sealed class EngagementAndHealthTests
{
    private static readonly SegmentationFramework Tier = Rules.Tier("employees: whole", "Small: employees < 100", "Large: employees >= 100", "Giant: employees >= 10_000");

    /// <summary>Of 10 executives 6 were active since 31 March, of 20 others 6: .6 and .3, together .4; 1.5 times the full database and twice the others.</summary>
    [Fact]
    public void A_segment_is_held_against_the_full_database_and_against_all_others()
    {
        var rates = EngagementRates.Of(Contacts(), Levels(), "level");

        Assert.Null(rates.Reason);
        Assert.Equal(new DateTime(2026, 3, 31), rates.Start);
        var whole = rates.Rates.Single(r => r.Segment is null);
        Assert.Equal((30, .4), (whole.Records, whole.Rate));
        var executives = rates.Rates.Single(r => r.Segment == "Executive");
        Assert.Equal((10, .6), (executives.Records, executives.Rate!.Value));
        Assert.Equal(ProportionInterval.Wilson(6, 10), executives.Interval);
        Assert.Equal(1.5, executives.AgainstAll!.Value, 12);
        Assert.Equal(2, executives.AgainstOthers!.Value, 12);
        Assert.True(executives.AgainstAllInterval!.Value.Contains(1.5));
        Assert.Equal(OutcomeVerdict.Inconclusive, executives.Verdict);
        Assert.Contains("benchmark is +20%", rates.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_activity_says_nothing_of_a_window_that_is_over()
    {
        var rates = EngagementRates.Of(Contacts(), Levels(), "Level", EngagementRatesOptions.Default with { End = new DateTime(2026, 3, 31) });

        Assert.Contains("say nothing of the engagement", rates.Reason, StringComparison.Ordinal);
        Assert.Contains(rates.Notes, n => n.Contains("holds the last activity only", StringComparison.Ordinal));
    }

    [Fact]
    public void Exports_without_the_records_say_so() => Assert.Contains("no contacts", EngagementRates.Of(Accounts(), Levels(), "Level").Reason, StringComparison.Ordinal);

    [Fact]
    public void A_dimension_that_is_not_there_is_refused()
    {
        Assert.Throws<ArgumentException>(() => EngagementRates.Of(Contacts(), Levels(), "Tier"));
        Assert.Throws<ArgumentException>(() => SegmentHealth.Of(Accounts(), Tier, "Level"));
    }

    /// <summary>By hand, April to June: small accounts 30 of 60 licences, large 90 of 120; together 120 of 180.</summary>
    [Fact]
    public void Licences_in_use_are_sums_by_sums()
    {
        var rates = EngagementRates.Of(Accounts(), Tier, "Tier");

        double? Rate(string? segment) => rates.Rates.Single(r => r.Measure == "active share" && r.Segment == segment).Rate;
        Assert.Equal(.5, Rate("Small")!.Value, 12);
        Assert.Equal(.75, Rate("Large")!.Value, 12);
        Assert.Equal(120d / 180, Rate(null)!.Value, 12);
        Assert.Null(Rate("Giant"));

        // Two accounts are too few for a bootstrap.
        Assert.Null(rates.Rates.Single(r => r.Measure == "active share" && r.Segment == "Small").Interval);
    }

    /// <summary>By hand: small accounts score 10 and 30, large 50 and nothing.</summary>
    [Fact]
    public void Health_is_told_with_its_blanks()
    {
        var health = SegmentHealth.Of(Accounts(), Tier, "Tier");

        var rows = health.Rows.Where(r => r.Measure == SegmentHealthMeasure.HealthScore).ToDictionary(r => r.Segment ?? string.Empty);
        Assert.Equal((20d, 20d, 0d), (rows["Small"].Score!.Value, rows["Small"].Median!.Value, rows["Small"].Blank!.Value));
        Assert.Equal((50d, .5), (rows["Large"].Score!.Value, rows["Large"].Blank!.Value));
        Assert.Equal(30, rows[string.Empty].Score!.Value, 12);
        Assert.Null(rows["Giant"].Score);
        Assert.Null(rows["Giant"].Blank);
        Assert.Null(rows["Large"].Interval);
        Assert.Contains("known as of today only", health.ToString(), StringComparison.Ordinal);
    }

    /// <summary>By hand: the latest answers are 10 and 9 of the small accounts (two promoters), 0 and 8 of the large (a detractor and neither).</summary>
    [Fact]
    public void Nps_is_promoters_less_detractors_of_the_latest_answers()
    {
        var rows = SegmentHealth.Of(Accounts(), Tier, "Tier").Rows.Where(r => r.Measure == SegmentHealthMeasure.Nps).ToDictionary(r => r.Segment ?? string.Empty);

        Assert.Equal(1, rows["Small"].Score!.Value, 12);
        Assert.Equal(-.5, rows["Large"].Score!.Value, 12);
        Assert.Equal(.25, rows[string.Empty].Score!.Value, 12);
        Assert.Equal(1.5, rows["Small"].Difference!.Value, 12);
        Assert.True(rows["Small"].Interval!.Value.Low < 1);
    }

    [Fact]
    public void Of_an_earlier_date_there_is_no_health_score()
    {
        var health = SegmentHealth.Of(Accounts(), Tier, "Tier", SegmentHealthOptions.Default with { AsOf = new DateTime(2026, 4, 30) });

        Assert.True(health.NoHealthScore);
        Assert.DoesNotContain(health.Rows, r => r.Measure == SegmentHealthMeasure.HealthScore);
    }

    private static SegmentationFramework Levels()
    {
        var fields = Rules.Fields(EntityKind.Contacts, "level: text");
        return Rules.Of(fields, Rules.Dimension("Level", EntityKind.Contacts, fields, "Executive: level = \"VP\"", "Other: level = \"IC\""));
    }

    private static Workspace Contacts()
    {
        var all = Enumerable.Range(0, 30).Select(i => (Id: FormattableString.Invariant($"C{i:00}"), Level: i < 10 ? "VP" : "IC", Active: i < 10 ? i < 6 : i < 16)).ToArray();
        return InMemory.Open(
            "as_of: 2026-06-30\nfiles:\n  contacts.csv:\n    holds: contacts\n    roles:\n      level: Level\n",
            [
                InMemory.Of("contacts.csv",
                    Column.Of("Contact ID", all.Select(c => c.Id)), Column.Of("Email", all.Select(c => $"{c.Id}@one.example")), Column.Of("Level", all.Select(c => c.Level)),
                    Column.Of("Created Date", all.Select(_ => (DateTime?)new DateTime(2025, 1, 1))),
                    Column.Of("Last Activity Date", all.Select(c => c.Active ? new DateTime(2026, 5, 1) : (DateTime?)new DateTime(2025, 5, 1)))),
            ]);
    }

    private static Workspace Accounts()
    {
        (string Id, double Employees, double? Health, double Active, double Licensed, double Nps)[] all = [("S1", 10, 10, 8, 15, 10), ("S2", 20, 30, 2, 5, 9), ("L1", 500, 50, 20, 30, 0), ("L2", 600, null, 10, 10, 8)];
        var rows = all.SelectMany(a => Enumerable.Range(1, 6).Select(m => (a.Id, Month: new DateTime(2026, m, 1), a.Active, a.Licensed, Nps: m < 6 ? 5 : a.Nps))).ToArray();
        return InMemory.Open(
            "as_of: 2026-06-30",
            [
                InMemory.Of("accounts.csv",
                    Column.Of("Account ID", all.Select(a => a.Id)), Column.Of("Account Name", all.Select(a => $"Company {a.Id}")), Column.Of("Employees", all.Select(a => a.Employees)),
                    Column.Of("Health Score", all.Select(a => a.Health)), Column.Of("ARR", all.Select(_ => 100d))),
                InMemory.Of("engagement.csv",
                    Column.Of("Account ID", rows.Select(r => r.Id)), Column.Of("Month", rows.Select(r => (DateTime?)r.Month)), Column.Of("Licensed Users", rows.Select(r => r.Licensed)),
                    Column.Of("Active Users", rows.Select(r => r.Active)), Column.Of("Logins", rows.Select(r => r.Active * 10)), Column.Of("NPS", rows.Select(r => r.Nps))),
            ]);
    }
}
