using System.Globalization;
using Segmentation.Framework;
using Segmentation.Outcome;
using Segmentation.Tests.Clean;

namespace Segmentation.Tests.Samples;

/// <summary>Retention of the sample company against its files, read by the tests' own reader, and against the hazards that were planted.</summary>
public sealed class RetentionRecoveryTests(CleanedSamples samples) : IClassFixture<CleanedSamples>
{
    private static readonly DateTime YearBefore = new(2024, 9, 30);

    private readonly SegmentationFramework framework = SegmentationFramework.Load(Path.Combine(SampleFiles.Folder, "framework.yaml"));

    [Fact]
    public void The_bridge_starts_and_ends_with_what_the_billing_file_holds_to_the_cent()
    {
        var total = ArrBridge.Of(Take(OutcomeOptions.Default), "Customer Tier").Rows[^1].Figures;
        Assert.Equal(Billed("2025-09-01"), total.Start);
        Assert.Equal(Billed("2025-12-01"), total.End);

        // No amount below 0 was planted in these two months, so that the file's own sum is the truth.
        static decimal Billed(string month) => SampleFiles.Read("arr_history.csv").Rows.Where(r => r["month"] == month).Sum(r => decimal.Parse(r["arr"], CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Churn_by_event_of_the_year_before_the_launch_lies_around_the_planted_hazards()
    {
        var cohort = Take(OutcomeOptions.Default with { Start = YearBefore, WindowDays = 365 });
        var rows = SampleFiles.Read(Path.Combine("truth", "accounts-entities.csv")).Rows;

        // A duplicate that stayed in the master's place stands for the same company, whose hazard is on its original record.
        var companies = rows.Where(r => r["kind"] == "original").ToDictionary(r => r["entity_id"], StringComparer.Ordinal);
        var truth = rows.Where(r => companies.ContainsKey(r["entity_id"])).ToDictionary(r => r["account_id"], r => companies[r["entity_id"]], StringComparer.Ordinal);
        var result = Retention.Of(cohort, "Customer Tier");
        var tier = cohort.In("Customer Tier");
        var checkedSegments = 0;
        foreach (var segment in result.Segments.Where(s => s.IsSegment))
        {
            // Planted: a probability a month for each account. The observed count differs by chance with the sum of p(1 - p); four standard deviations.
            double[] planted = [.. Enumerable.Range(0, cohort.Count).Where(r => tier.NameOf(r) == segment.Segment).Select(r => truth[cohort.History!.Ids[cohort.HistoryRow[r]]]).Select(t => 1 - Math.Pow(1 - double.Parse(t["monthly_hazard"], CultureInfo.InvariantCulture), 12))];
            Assert.Equal(planted.Length, segment.Figures.Accounts);
            Assert.InRange(segment.Figures.Left, planted.Sum() - (4 * Math.Sqrt(planted.Sum(p => p * (1 - p)))), planted.Sum() + (4 * Math.Sqrt(planted.Sum(p => p * (1 - p)))));
            checkedSegments++;
        }

        Assert.Equal(3, checkedSegments);
    }

    [Fact]
    public void In_a_year_small_customers_are_seen_to_keep_less_than_the_others_and_large_ones_more()
    {
        var result = Retention.Of(Take(OutcomeOptions.Default with { Start = YearBefore, WindowDays = 365 }), "Customer Tier");
        Assert.Equal(OutcomeVerdict.Difference, result.Of("SMB").Gross!.Verdict);
        Assert.True(result.Of("SMB").Gross!.Difference < 0);
        Assert.True(result.Of("Enterprise").Gross!.Difference > 0);
    }

    private OutcomeCohort Take(OutcomeOptions options) => OutcomeCohort.Take(samples.Result.Workspace, framework, options);
}
