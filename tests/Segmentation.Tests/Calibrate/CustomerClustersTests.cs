using System.Globalization;
using Segmentation.Assign;
using Segmentation.Calibrate;
using Segmentation.Clustering;
using Segmentation.Framework;
using Segmentation.Playbook;
using Segmentation.Statistics;
using Segmentation.Tests.Statistics;

namespace Segmentation.Tests.Calibrate;

public sealed class CustomerClustersTests
{
    /// <summary>Three kinds of customers, 60 each: small and hardly active, small and active, large; each spreads normally about its middle.</summary>
    private static (CandidateAccounts Accounts, int[] Kind) Planted(bool isAfter = false)
    {
        var random = new SeededRandom(30);
        int[] kind = [.. Enumerable.Range(0, 180).Select(r => r % 3)];
        var employees = kind.Select(k => Math.Round(Math.Exp((k == 2 ? 8 : 3.5) + (0.4 * AnalysisOfVarianceTests.Normal(random))))).ToArray();
        var active = kind.Select(k => Math.Clamp((k == 0 ? 0.25 : 0.75) + (0.05 * AnalysisOfVarianceTests.Normal(random)), 0, 1)).ToArray();
        var accounts = new CandidateAccounts(180).Number("employees", r => employees[r]).Number("active_share", r => active[r], isAfter).Arr(r => employees[r] * 100).Churned(r => kind[r] == 0 && r % 2 == 0);
        return (accounts, kind);
    }

    [Fact]
    public void Planted_kinds_are_found_and_their_rules_run_as_criteria()
    {
        var (accounts, kind) = Planted();
        var data = accounts.Data();
        var found = CustomerClusters.Find(data);
        Assert.Equal(3, found.Clusters.Length);
        Assert.Equal(1, ClusterQuality.AdjustedRand(kind, found.Labels.AsSpan()), 6);
        Assert.Equal(["Large", "Small and active", "Small and less active"], found.Clusters.Select(c => c.Name).Order(StringComparer.Ordinal));
        Assert.All(found.Clusters, c => Assert.True(c is { Accounts: 60, Precision: > 0.95, Recall: > 0.95, Recovery.Reading: ClusterReading.Stable }));
        Assert.Equal(FeatureCodingKind.Logarithm, found.Features.Fields.Single(f => f.Name == "employees").Kind);

        var framework = found.AddTo(data.Framework);
        var dimension = Assert.Single(framework.Dimensions);
        Assert.Equal((ItemStatus.Assumed, "03-calibration: customer-clusters"), (dimension.Standing.Status, dimension.Standing.Evidence));
        Assert.False(string.IsNullOrEmpty(dimension.Standing.Question));
        var placed = Assignment.Run(framework, data.Today).Dimensions[0];
        for (var r = 0; r < 180; r++) Assert.Equal(found.ByRule[r] < 0 ? DimensionAssignment.Unassigned : found.Clusters[found.ByRule[r]].Name, placed.NameOf(r));
        Assert.Equal(framework.Dimensions[0], SegmentationFramework.Parse(framework.Write()).Dimensions[0], (a, b) => a!.Segments.Zip(b!.Segments).All(s => s.First.Criteria.Equals(s.Second.Criteria)));
    }

    [Fact]
    public void Cuts_have_two_digits_and_what_lies_below_one_and_above_meet_there()
    {
        var found = CustomerClusters.Find(Planted().Accounts.Data());
        var cuts = found.ToDimension().Segments.SelectMany(s => s.Criteria.Thresholds(CandidateAccounts.To)).ToArray();
        Assert.NotEmpty(cuts);
        foreach (var value in cuts.Select(c => c.Value)) Assert.Equal(double.Parse(value.ToString("E1", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), value);
        Assert.DoesNotContain(-1, found.ByRule);
    }

    [Fact]
    public void What_became_of_them_is_told_of_those_whom_the_rules_find_at_the_start()
    {
        // Half of the 60 that are small and hardly active churned, nobody else did.
        var found = CustomerClusters.Find(Planted().Accounts.Data());
        var fading = found.Clusters.Single(c => c.Name == "Small and less active");
        Assert.InRange(fading.Outcome!.Value, 0.47, 0.53);
        Assert.InRange(fading.Outcome.Value, fading.OutcomeInterval!.Value.Low, fading.OutcomeInterval.Value.High);
        Assert.Equal(0, found.Clusters.Single(c => c.Name == "Large").Outcome);
        Assert.Equal(180, found.Clusters.Sum(c => c.Watched));
    }

    [Fact]
    public void Rules_over_a_field_that_comes_after_the_outcome_are_not_held_against_it()
    {
        var found = CustomerClusters.Find(Planted(isAfter: true).Accounts.Data() with { Options = CalibrationOptions.Default with { AssumedUnchanged = ["employees"] } });

        // active_share is reckoned for the date of the window from its history, whatever is assumed; under another name it is not.
        Assert.Null(found.OutcomeRefused);
        var (random, kinds) = (new SeededRandom(31), Enumerable.Range(0, 120).Select(r => r % 3).ToArray());
        var data = new CandidateAccounts(120).Number("score", r => (20 * kinds[r]) + random.NextDouble(), isAfter: true).Number("employees", r => (kinds[r] == 1 ? 30 : 0) + random.NextDouble()).Arr(r => 1).Churned(r => r % 5 == 0).Data();
        var refused = CustomerClusters.Find(data);
        Assert.Equal(3, refused.Clusters.Length);
        Assert.Equal("score is known as of 2026-06-30 only, after the window began", refused.OutcomeRefused);
        Assert.All(refused.Clusters, c => Assert.Null(c.Outcome));
        Assert.Contains("What became of them is not said: score is known as of 2026-06-30 only", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Accounts_that_spread_evenly_have_no_clusters_and_make_no_dimension()
    {
        var random = new SeededRandom(32);
        var data = new CandidateAccounts(150).Number("a", r => random.NextDouble()).Number("b", r => random.NextDouble()).Data();
        var found = CustomerClusters.Find(data);
        Assert.Empty(found.Clusters);
        Assert.StartsWith("no clusters are supported", found.Why, StringComparison.Ordinal);
        Assert.Same(data.Framework, found.AddTo(data.Framework));
        var error = Assert.Throws<CalibrationException>(() => found.ToDimension());
        Assert.StartsWith("The clusters make no dimension: no clusters are supported: ", error.Message, StringComparison.Ordinal);
        Assert.All(found.Labels, l => Assert.Equal(-1, l));

        var asked = CustomerClusters.Find(data, options: CustomerClustersOptions.Default with { Clusters = 4 });
        Assert.Equal(4, asked.Clusters.Length);
        Assert.StartsWith("4 clusters, as asked. The data by themselves: no clusters are supported", asked.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Even_clouds_are_taken_for_clusters_in_no_more_than_five_of_a_hundred()
    {
        // 40 clouds of 60 accounts; a share of 5% has a standard error of 3.4%, three of which are allowed above.
        var random = new SeededRandom(33);
        var quick = CustomerClustersOptions.Default with { Count = CustomerClustersOptions.Default.Count with { References = 19, Search = KMeansOptions.Default with { Starts = 2 } }, Stability = ClusterStabilityOptions.Default with { Resamples = 2 } };
        var wrong = Enumerable.Range(0, 40).Count(_ => !CustomerClusters.Find(new CandidateAccounts(60).Number("a", r => random.NextDouble()).Number("b", r => random.NextDouble()).Data(), options: quick).Clusters.IsEmpty);
        Assert.InRange(wrong, 0, 6);
    }

    [Fact]
    public void Categories_and_flags_become_rules_that_name_them()
    {
        // Where they are divides all: half in EMEA with the flag, half elsewhere (many small regions) without.
        var random = new SeededRandom(34);
        var data = new CandidateAccounts(200).Text("region", r => r < 100 ? "EMEA" : $"Region {r % 12}").Flag("partner", r => r % 2 == 0).Number("size", r => (r < 100 ? 0 : 40) + (r % 2 == 0 ? 10 : 0) + random.NextDouble()).Data();
        var found = CustomerClusters.Find(data, ["region", "partner"], CustomerClustersOptions.Default with { Clusters = 4 });
        Assert.Equal(4, found.Clusters.Length);
        Assert.Equal(1, found.Accuracy!.Value, 6);
        Assert.Contains(found.Clusters, c => c.Rule!.Text.Contains("region = EMEA", StringComparison.Ordinal));
        Assert.Contains(found.Clusters, c => c.Rule!.Text.Contains("partner", StringComparison.Ordinal) && !c.Rule.Text.Contains("not partner", StringComparison.Ordinal));
        Assert.Contains(found.Clusters, c => c.Rule!.Text.Contains("not partner", StringComparison.Ordinal));
        Assert.NotNull(found.AddTo(data.Framework).Write());
    }

    [Fact]
    public void The_profile_tells_medians_and_shares_by_cluster()
    {
        var (accounts, _) = Planted();
        var found = CustomerClusters.Find(accounts.Data());
        var employees = found.Profile!.Rows.Single(r => r.Field == "employees");
        var large = found.Clusters.Select((c, i) => (c, i)).Single(c => c.c.Name == "Large").i;

        // e^8 = 2,981 and e^3.5 = 33 are the middles planted.
        Assert.InRange(employees.ByCluster[large], 2500, 3500);
        Assert.InRange(employees.ByCluster[(large + 1) % 3], 25, 42);
        Assert.True(employees.Deviations[large] > 1);
        Assert.Contains("arr", found.Profile.Rows.Select(r => r.Field));
        Assert.Equal(180, found.Accounts.RowCount);
        Assert.True(found.Accounts["id"].IsPersonal);
        Assert.Equal(2, found.Separation.Length);
    }

    [Fact]
    public void The_same_seed_gives_the_same_answer()
    {
        var (first, second) = (CustomerClusters.Find(Planted().Accounts.Data()), CustomerClusters.Find(Planted().Accounts.Data()));
        Assert.Equal(first.ToString(), second.ToString());
        Assert.Equal(first.Labels.ToArray(), second.Labels.ToArray());
    }

    [Fact]
    public void Data_that_cannot_answer_is_answered_in_words()
    {
        (string Says, CandidateAccounts Accounts, string[]? Fields)[] poor =
        [
            ("no field can be used", new CandidateAccounts(0).Number("size", r => r), null),
            ("no field can be used", new CandidateAccounts(50).Arr(r => 1), null),
            ("no field can be used", new CandidateAccounts(50).Number("size", r => null).Text("kind", r => null), null),
            ("no field can be used", new CandidateAccounts(50).Number("size", r => 7).Text("kind", r => "x").Flag("on", r => true), null),
            ("no field can be used", new CandidateAccounts(50).Number("size", r => r), ["nothing"]),
            ("no account has a value in every field", new CandidateAccounts(50).Number("a", r => r % 2 == 0 ? r : null).Number("b", r => r % 2 == 1 ? r : null), ["a", "b"]),
            ("12 accounts have a value in every field that is used, fewer than 30", new CandidateAccounts(12).Number("size", r => r), null),
            ("clusters are supported", new CandidateAccounts(60).Text("name", r => $"company {r}").Number("size", r => r % 60), null),
        ];
        foreach (var (says, accounts, fields) in poor)
        {
            var found = CustomerClusters.Find(accounts.Data(), fields);
            Assert.Empty(found.Clusters);
            Assert.Contains(says, found.ToString(), StringComparison.Ordinal);
            Assert.NotEmpty(found.ToHtml() + found.Features.ToHtml() + found.Accounts.ToHtml());
        }
    }

    [Fact]
    public void Where_the_data_support_fewer_than_the_playbook_asks_for_both_numbers_are_said()
    {
        var random = new SeededRandom(35);
        int[] kind = [.. Enumerable.Range(0, 120).Select(r => r % 2)];
        var accounts = new CandidateAccounts(120).Number("a", r => (10 * kind[r]) + AnalysisOfVarianceTests.Normal(random)).Number("b", r => (10 * kind[r]) + AnalysisOfVarianceTests.Normal(random));
        var found = CustomerClusters.Find(accounts.Data());
        Assert.InRange(found.Clusters.Length, 3, 5);
        Assert.Contains("of the 3 to 5 that the playbook asks for, the number with the highest silhouette", found.Why, StringComparison.Ordinal);
        Assert.Contains("The data by themselves: 2 clusters", found.Why, StringComparison.Ordinal);

        var allowed = CustomerClusters.Find(accounts.Limits(PlaybookLimits.Default with { FewestSegments = 2 }).Data());
        Assert.Equal(1, ClusterQuality.AdjustedRand(kind, allowed.Labels.AsSpan()), 6);
    }
}
