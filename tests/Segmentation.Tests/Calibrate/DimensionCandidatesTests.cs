using Segmentation.Calibrate;
using Segmentation.Playbook;
using Segmentation.Statistics;
using Segmentation.Tables;
using Segmentation.Tests.Statistics;

namespace Segmentation.Tests.Calibrate;

public sealed class DimensionCandidatesTests
{
    private static readonly string[] Industries = ["Retail", "Healthcare", "Energy"];

    /// <summary>600 accounts: employees drive what they pay and who leaves, annual revenue follows employees, industry changes who leaves, colour does nothing.</summary>
    private static CandidateAccounts Planted()
    {
        var random = new SeededRandom(20);
        var employees = Enumerable.Range(0, 600).Select(_ => Math.Round(Math.Exp(5 + (1.5 * AnalysisOfVarianceTests.Normal(random))))).ToArray();
        var industry = Enumerable.Range(0, 600).Select(_ => random.Next(3)).ToArray();
        var revenue = employees.Select(e => e * 200_000 * Math.Exp(0.3 * AnalysisOfVarianceTests.Normal(random))).ToArray();
        var arr = employees.Select(e => e * 100 * Math.Exp(0.5 * AnalysisOfVarianceTests.Normal(random))).ToArray();
        var churned = employees.Select((e, i) => random.NextDouble() < (e < 150 ? 0.35 : 0.1) * (industry[i] == 0 ? 1.8 : industry[i] == 1 ? 0.4 : 1)).ToArray();
        var colour = Enumerable.Range(0, 600).Select(_ => random.Next(4)).ToArray();
        return new CandidateAccounts(600).Number("employees", r => employees[r]).Number("annual_revenue", r => revenue[r]).Text("industry", r => Industries[industry[r]]).Text("colour", r => $"colour {colour[r]}")
            .Arr(r => arr[r]).Churned(r => churned[r]);
    }

    [Fact]
    public void Informative_candidates_are_recommended_redundant_and_noisy_ones_are_not()
    {
        var found = DimensionCandidates.Rank(Planted().Data(), OutcomeMeasure.Churned);
        Assert.Equal(["employees", "industry"], found.Recommended.Select(c => c.Name is "annual_revenue" ? "employees" : c.Name).Order());
        Assert.Equal(DimensionCandidateVerdict.NotShown, Of(found, "colour").Verdict);
        var passed = Assert.Single(found.Items, c => c.Verdict == DimensionCandidateVerdict.Redundant);
        Assert.Contains(passed.Name, (string[])["employees", "annual_revenue"]);
        Assert.Contains("of its information with", passed.Reason, StringComparison.Ordinal);
        Assert.Contains("fewer than the 3 that the playbook asks for", found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_redundancy_matrix_is_symmetric_and_holds_the_pair_that_says_the_same()
    {
        var redundancy = DimensionCandidates.Rank(Planted().Data(), OutcomeMeasure.Churned).Redundancy;
        var m = redundancy.Names.Length;
        Assert.Equal(4, m);
        for (var i = 0; i < m; i++)
        {
            Assert.Equal(1, redundancy.Shared[i][i]);
            for (var j = 0; j < m; j++)
            {
                Assert.Equal(redundancy.Shared[i][j], redundancy.Shared[j][i]);
                Assert.Equal(600, redundancy.Accounts[i][j]);
            }
        }

        Assert.Equal(("employees", "annual_revenue"), (redundancy.Pairs.Text("first")[0], redundancy.Pairs.Text("second")[0]));
        Assert.True(redundancy.Pairs.Number("shared information")[0] > 0.5 && redundancy.Pairs.Number("shared information")[1] < 0.02);
    }

    [Fact]
    public void In_data_without_any_relation_something_is_recommended_in_no_more_than_five_studies_of_a_hundred()
    {
        // 300 studies of 5 candidates that mean nothing. At 5% the share has a standard error of 1.26%; three of those are allowed above.
        var random = new SeededRandom(21);
        var wrong = 0;
        for (var study = 0; study < 300; study++)
        {
            var noise = Enumerable.Range(0, 120).Select(_ => Enumerable.Range(0, 7).Select(_ => random.NextDouble()).ToArray()).ToArray();
            var data = new CandidateAccounts(120).Number("a", r => noise[r][0]).Number("b", r => noise[r][1]).Text("c", r => noise[r][2] < 0.4 ? "x" : noise[r][2] < 0.7 ? "y" : "z").Flag("d", r => noise[r][3] < 0.5).Number("active_share", r => noise[r][4])
                .Arr(r => Math.Exp(noise[r][5])).Churned(r => noise[r][6] < 0.2).Data();
            if (DimensionCandidates.Rank(data, OutcomeMeasure.Churned).Recommended.Length > 0) wrong++;
        }

        Assert.InRange(wrong, 0, 300 * (0.05 + (3 * 0.0126)));
    }

    [Fact]
    public void A_field_that_comes_after_the_outcome_is_shown_with_the_reason_and_not_held_against_it()
    {
        var data = new CandidateAccounts(200).Number("health", r => r % 100, isAfter: true).Arr(r => 1000 + r).Churned(r => r % 100 < 30).Data();
        var health = Of(DimensionCandidates.Rank(data, OutcomeMeasure.Churned), "health");
        Assert.Equal("health is known as of 2026-06-30 only, but the outcome is watched from 2025-06-30 to 2026-06-30: what happened may have made the value", health.Outcome.Refused);
        Assert.True(double.IsNaN(health.Outcome.PValue));
        Assert.All(health.Segments, s => Assert.Null(s.Outcome));
        Assert.Contains(health.Notes, n => n.StartsWith("Not held against churned", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_made_of_a_yardstick_is_not_held_against_it()
    {
        var data = new CandidateAccounts(100).Number("arr", r => r).Number("active_share", r => r % 10).Dimension("Size", ("Large", "arr >= 50"), ("Small", "arr < 50")).Arr(r => r).Data();
        var found = DimensionCandidates.Rank(data, OutcomeMeasure.Churned);
        Assert.Equal("it is made of ARR", Of(found, "arr").Arr.Refused);
        Assert.Equal("it is made of ARR", Of(found, "Size").Arr.Refused);
        Assert.Equal("active_share", Of(found, "Size").Behaviour.Of);
        Assert.Equal("no field of behaviour stands beside it", Of(found, "active_share").Behaviour.Refused);
    }

    [Fact]
    public void Long_tails_are_pooled_and_names_are_no_way_of_dividing()
    {
        var data = new CandidateAccounts(200).Text("industry", r => r < 120 ? $"industry {r % 4}" : $"industry {4 + (r % 20)}").Text("city", r => $"city {r}").Arr(r => 1 + r).Data();
        var found = DimensionCandidates.Rank(data, OutcomeMeasure.Churned);
        var industry = Of(found, "industry");
        Assert.Equal("the 4 most frequent values, 20 others as Other", industry.How);
        Assert.Equal(80, industry.Segments.Single(s => s.Name == "Other").Accounts);
        Assert.Equal((DimensionCandidateVerdict.Unfit, "200 different values for 200 accounts: a name, no way of dividing."), (Of(found, "city").Verdict, Of(found, "city").Reason));
    }

    [Fact]
    public void Numbers_and_dates_stand_in_bands_of_equal_count_and_a_value_on_a_cut_is_in_the_band_above()
    {
        var data = new CandidateAccounts(8).Number("size", r => r).Number("tied", r => r < 6 ? 0 : r).Date("since", r => CandidateAccounts.To.AddDays(-10 * r)).Data();
        var found = DimensionCandidates.Rank(data, OutcomeMeasure.Churned);
        Assert.Equal([("below 2", 2), ("2 to below 4", 2), ("4 to below 6", 2), ("6 and above", 2)], Of(found, "size").Segments.Select(s => (s.Name, s.Accounts)));
        Assert.Equal([("below 6", 6), ("6 and above", 2)], Of(found, "tied").Segments.Select(s => (s.Name, s.Accounts)));
        Assert.Equal("4 bands of about equal count, by age in days", Of(found, "since").How);
    }

    [Fact]
    public void Coverage_is_of_accounts_and_of_what_they_pay()
    {
        // Of 100 accounts the first 60 have a value; they pay 60 * 1 of 60 * 1 + 40 * 3.
        var data = new CandidateAccounts(100).Number("size", r => r < 60 ? r : null).Arr(r => r < 60 ? 1 : 3).Data();
        var size = Of(DimensionCandidates.Rank(data, OutcomeMeasure.Churned), "size");
        Assert.Equal((0.6, 60 / 180.0, 1), (size.AccountShare, size.ArrShare!.Value, Math.Round(size.Evenness, 12)));
    }

    [Fact]
    public void A_dimension_of_the_framework_goes_before_a_field_that_says_the_same()
    {
        var found = DimensionCandidates.Rank(Planted().Dimension("Customer Tier", ("Large", "employees >= 400"), ("Middle", "employees >= 150 and employees < 400"), ("Small", "employees < 150")).Data(), OutcomeMeasure.Churned);
        Assert.Equal(["Customer Tier", "industry"], found.Recommended.Select(c => c.Name).Order());
        Assert.Equal((DimensionCandidateVerdict.Redundant, "Customer Tier"), (Of(found, "employees").Verdict, Of(found, "employees").MostLike));
    }

    [Theory]
    [InlineData(OutcomeMeasure.Churned)]
    [InlineData(OutcomeMeasure.Expanded)]
    [InlineData(OutcomeMeasure.NetRetention)]
    [InlineData(OutcomeMeasure.TimeToChurn)]
    public void Data_that_cannot_answer_is_answered_in_words(OutcomeMeasure measure)
    {
        (string What, CandidateAccounts Accounts)[] poor =
        [
            ("no account", new CandidateAccounts(0).Number("size", r => r).Arr(r => 1)),
            ("no field", new CandidateAccounts(50).Arr(r => 1)),
            ("all blank", new CandidateAccounts(50).Number("size", r => null).Text("kind", r => null).Arr(r => null)),
            ("constant", new CandidateAccounts(50).Number("size", r => 7).Text("kind", r => "x").Flag("on", r => true).Arr(r => 100).Churned(r => false)),
            ("everybody left", new CandidateAccounts(50).Number("size", r => r).Arr(r => 100 + (r * 37 % 50)).Churned(r => true)),
            ("without ARR", new CandidateAccounts(50).Number("size", r => r).Text("kind", r => r % 2 == 0 ? "x" : "y")),
            ("twelve accounts", new CandidateAccounts(12).Number("size", r => r).Text("kind", r => r % 2 == 0 ? "x" : "y").Arr(r => 100 * r).Churned(r => r < 3)),
            ("one candidate", new CandidateAccounts(60).Number("size", r => r).Arr(r => 1 + (r * 37 % 60)).Churned(r => r % 7 == 0)),
            ("negative ARR", new CandidateAccounts(60).Number("size", r => r).Arr(r => -r)),
        ];
        foreach (var (what, accounts) in poor)
        {
            var found = DimensionCandidates.Rank(accounts.Data(), measure);
            Assert.True(found.Recommended.IsEmpty, what);
            Assert.Contains("No dimension is recommended", found.ToString(), StringComparison.Ordinal);
            Assert.All(found.Items, c => Assert.NotEqual(string.Empty, c.Reason));
            Assert.NotEmpty(found.ToHtml());
            Assert.NotEmpty(found.Redundancy.ToString());
            Assert.Equal(3 * found.Items.Length, found.Tests.RowCount);
        }
    }

    [Fact]
    public void Few_accounts_are_said_and_what_could_have_been_found()
    {
        var found = DimensionCandidates.Rank(new CandidateAccounts(12).Number("size", r => r).Text("kind", r => r % 2 == 0 ? "x" : "y").Arr(r => 100 * (1 + (r * 5 % 12))).Churned(r => r % 4 == 0).Data(), OutcomeMeasure.Churned);
        Assert.Contains("12 accounts are fewer than 30", found.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("fewer than 30 accounts", Of(found, "kind").Reason, StringComparison.Ordinal);
        Assert.True(Of(found, "size").Outcome is { IsPermuted: true, Detectable: > 0.9 });
        Assert.Contains("•", found.ToString(RenderOptions.Default with { Mask = true }) + "•", StringComparison.Ordinal);
    }

    [Fact]
    public void The_playbook_s_most_dimensions_bound_the_choice()
    {
        var found = DimensionCandidates.Rank(Planted().Limits(PlaybookLimits.Default with { MostDimensions = 1 }).Data(), OutcomeMeasure.Churned);
        Assert.Single(found.Recommended);
        Assert.Contains(found.Items, c => c.Verdict == DimensionCandidateVerdict.RunnerUp && c.Reason.StartsWith("the 1 before it are stronger", StringComparison.Ordinal));
    }

    private static DimensionCandidate Of(DimensionCandidatesResult found, string name) => found.Items.Single(c => c.Name == name);
}
