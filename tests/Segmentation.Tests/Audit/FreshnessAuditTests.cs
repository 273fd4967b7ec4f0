using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Audit;

public sealed class FreshnessAuditTests
{
    private static FreshnessRow Row(IEnumerable<DateTime?> activity, IEnumerable<DateTime?>? created = null)
    {
        var columns = new List<(Role, Column)> { (Role.LastActivityDate, Column.Of("Last Activity", activity)) };
        if (created is not null) columns.Add((Role.CreatedDate, Column.Of("Created", created)));
        return FreshnessAudit.Run(AuditWorkspace.Of(AuditWorkspace.Export(EntityKind.Contacts, [.. columns]))).Rows.Single();
    }

    // The playbooks' limit is 12 months; the as-of date of the tests is 2026-06-30.
    [Fact]
    public void Exactly_twelve_months_is_stale_and_a_day_less_is_not()
    {
        var row = Row([new(2025, 6, 30), new(2025, 7, 1), new(2025, 6, 30, 23, 59, 59), new(2026, 6, 30), null]);
        Assert.Equal((5, 4, 2), (row.Records, row.Dated, row.Stale));
        Assert.Equal(.5, row.StaleShare);
    }

    [Fact]
    public void Future_and_placeholder_dates_have_no_age()
    {
        var row = Row([new(2026, 7, 1), new(1970, 1, 1), new(2026, 6, 20)]);
        Assert.Equal((1, 10), (row.Dated, row.MedianAgeDays));
    }

    // Ages of 0, 10, 30 and 61 days: the lower middle one is 10. As of 30 June, one month back is 30 May (31 days), two are 30 April (61 days).
    [Fact]
    public void The_curve_falls_from_one_and_the_median_is_an_age_that_occurs()
    {
        var row = Row([new(2026, 6, 30), new(2026, 6, 20), new(2026, 5, 31), new(2026, 4, 30)]);
        Assert.Equal(10, row.MedianAgeDays);
        Assert.Equal([1, .25, .25, 0], row.Curve.Take(4));
        Assert.Equal(37, row.Curve.Length);
    }

    // By hand: two records of 2020-06-30. One was last touched 2022-06-30 (quiet after 2 years), the other is fresh, so its follow-up ends
    // on 2025-06-30 (5 years). One event in 7 years: 1 - exp(-1/7) = 13.3%.
    [Fact]
    public void Decay_counts_time_at_risk_to_the_last_touch_or_to_the_stale_limit()
    {
        var decay = Row([new(2022, 6, 30), new(2026, 6, 1)], [new(2020, 6, 30), new(2020, 6, 30)]).Decay;
        Assert.Equal(1, decay.WentQuiet);
        Assert.Equal(7, decay.RecordYears, 2);
        Assert.Equal(1 - Math.Exp(-1 / 7.0), decay.YearlyDecay!.Value, 3);
        Assert.Equal(DecayVerdict.Inconclusive, decay.Verdict);
    }

    // Known construction: records created on each of 3,000 days that go quiet after the quantiles of an exponential life with
    // a yearly decay of 27%; before that they are touched on the as-of date.
    [Theory]
    [InlineData(.27, DecayVerdict.InLine)]
    [InlineData(.15, DecayVerdict.Slower)]
    [InlineData(.45, DecayVerdict.Faster)]
    public void A_known_decay_is_recovered_within_its_interval(double yearly, DecayVerdict verdict)
    {
        var hazard = -Math.Log(1 - yearly) / 365.2425;
        var (activity, created) = (new List<DateTime?>(), new List<DateTime?>());
        for (var day = 0; day < 3000; day++)
        {
            for (var quantile = .05; quantile < 1; quantile += .1)
            {
                var born = AuditWorkspace.AsOf.AddDays(-day);
                var quiet = born.AddDays(Math.Round(-Math.Log(1 - quantile) / hazard));
                created.Add(born);
                activity.Add(quiet <= AuditWorkspace.AsOf ? quiet : AuditWorkspace.AsOf);
            }
        }

        var decay = Row(activity, created).Decay;
        Assert.True(decay.Interval!.Value.Contains(yearly), $"{decay.YearlyDecay} in {decay.Interval}");
        Assert.Equal(verdict, decay.Verdict);
    }

    [Fact]
    public void Decay_is_not_answered_without_creation_dates_or_before_a_year_has_passed()
    {
        Assert.Equal("No creation date: the time at risk is unknown.", Row([new(2026, 6, 1)]).Decay.Note);
        var young = Row([new(2026, 6, 1)], [new(2026, 1, 1)]).Decay;
        Assert.Equal(DecayVerdict.NotAnswerable, young.Verdict);
        Assert.Null(young.YearlyDecay);
        Assert.Equal("No record was created more than 12 months ago: it is too early to tell.", young.Note);
    }

    [Fact]
    public void All_null_and_empty_columns_have_no_age_and_no_finding()
    {
        foreach (var dates in new DateTime?[][] { [], [null, null] })
        {
            var row = Row(dates, dates);
            Assert.Equal((0, (int?)null, (double?)null), (row.Dated, row.MedianAgeDays, row.StaleShare));
            Assert.Empty(row.Curve);
        }
    }

    [Fact]
    public void A_date_read_as_text_is_a_finding_that_names_the_remedy()
    {
        var contacts = AuditWorkspace.Export(EntityKind.Contacts, (Role.LastActivityDate, Column.Of("Last Activity", ["last week"])));
        var freshness = FreshnessAudit.Run(AuditWorkspace.Of(contacts));
        Assert.Empty(freshness.Rows);
        Assert.Equal(
            "contacts.csv: 'Last Activity' should tell the last activity but does not read as dates. Set its type or date order under 'columns' in workspace.yaml.",
            freshness.Findings.Single(f => f.Check == "missing-role-last-activity-date").Message);
    }

    [Fact]
    public void Without_an_as_of_date_nothing_has_an_age()
    {
        var contacts = AuditWorkspace.Export(EntityKind.Contacts, (Role.LastActivityDate, Column.Of("Last Activity", ["x"])));
        Assert.Empty(FreshnessAudit.Run(AuditWorkspace.Of(contacts) with { AsOf = DateTime.MinValue }).Rows);
    }
}
