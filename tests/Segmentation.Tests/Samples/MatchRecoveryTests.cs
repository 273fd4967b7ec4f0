using Segmentation.Load;
using Segmentation.Match;

namespace Segmentation.Tests.Samples;

/// <summary>The planted duplicates are recovered with the weights that the records themselves teach, at the default threshold. Authority: <c>truth/</c>.</summary>
public sealed class MatchRecoveryTests(MatchedSamples samples) : IClassFixture<MatchedSamples>
{
    private const double LeastPrecision = 0.98;
    private const double LeastRecall = 0.95;

    [Theory]
    [InlineData(EntityKind.Accounts)]
    [InlineData(EntityKind.Contacts)]
    public void Pairs_are_recovered_at_the_stated_precision_and_recall(EntityKind kind)
    {
        var match = samples.Of(kind);
        var score = match.Options.Labels!.Score(match.Clusters);
        Assert.True(score.Precision >= LeastPrecision, $"precision {score.Precision} with {score.Wrong} wrong");
        Assert.True(score.Recall >= LeastRecall, $"recall {score.Recall} with {score.Missed} missed");
    }

    // 66 duplicate accounts make 66 pairs with their originals, and the 8 companies that have two one more between these; 480 contacts are each duplicated once.
    [Fact]
    public void What_is_to_be_found_is_what_was_planted()
    {
        var accounts = samples.Of(EntityKind.Accounts).Options.Labels!.Score(samples.Of(EntityKind.Accounts).Clusters);
        var triples = SampleFiles.Planted("accounts/duplicate-triples");
        Assert.Equal(SampleFiles.PlantedBelow("accounts/duplicates").Values.Sum() + triples, accounts.Right + accounts.Missed);
        var contacts = samples.Of(EntityKind.Contacts).Options.Labels!.Score(samples.Of(EntityKind.Contacts).Clusters);
        Assert.Equal(SampleFiles.PlantedBelow("contacts/duplicates").Values.Sum(), contacts.Right + contacts.Missed);
    }

    [Theory]
    [InlineData("parent-subsidiary")]
    [InlineData("two-countries")]
    [InlineData("shared-website")]
    public void Lookalike_accounts_stay_apart(string lookalike)
    {
        var entity = samples.EntityOf(EntityKind.Accounts);
        var pairs = 0;
        var truth = SampleFiles.Read("truth/accounts-entities.csv").Rows;
        foreach (var row in truth.Where(r => r["lookalike"] == lookalike && r["kind"] == "original"))
        {
            var other = truth.Single(r => r["entity_id"] == row["lookalike_of"] && r["kind"] == "original");
            Assert.NotEqual(entity[row["account_id"]], entity[other["account_id"]]);
            pairs++;
        }

        Assert.Equal(2 * SampleFiles.Planted($"accounts/lookalike-pairs/{lookalike}"), pairs);
    }

    // The three kinds are every pair of accounts that share a name or domain and are two companies, so that nothing else may be listed.
    [Fact]
    public void The_lookalikes_listed_are_the_planted_ones_each_with_a_reason()
    {
        var listed = samples.Of(EntityKind.Accounts).Lookalikes;
        var truth = SampleFiles.Read("truth/accounts-entities.csv").Rows.Where(r => r["kind"] == "original").ToDictionary(r => r["account_id"], StringComparer.Ordinal);
        Assert.All(listed.Pairs, p => Assert.Equal(truth[p.Left]["lookalike_of"], truth[p.Right]["entity_id"]));
        Assert.All(listed.Pairs, p => Assert.NotNull(p.Forbidden));
        Assert.Equal(SampleFiles.PlantedBelow("accounts/lookalike-pairs").Values.Sum(), listed.Pairs.Length);
        Assert.Equal(SampleFiles.Planted("contacts/namesakes"), samples.Of(EntityKind.Contacts).Lookalikes.Pairs.Length);
    }

    [Theory]
    [InlineData(EntityKind.Accounts)]
    [InlineData(EntityKind.Contacts)]
    public void The_closest_call_is_a_joined_pair_and_no_other_joined_pair_weighs_less(EntityKind kind)
    {
        var match = samples.Of(kind);
        var closest = match.ClosestJoin!;
        var group = match.Clusters.Group;
        Assert.Equal(group[match.Records.Ids.IndexOf(closest.Left)], group[match.Records.Ids.IndexOf(closest.Right)]);
        var bound = MatchParameters.WeightOf(match.Settings.Threshold);
        var least = Enumerable.Range(0, match.Pairs.Weight.Length).Where(i => match.Pairs.Weight[i] >= bound && group[match.Pairs.Left[i]] == group[match.Pairs.Right[i]]).Min(i => match.Pairs.Weight[i]);
        Assert.Equal(least, closest.Weight, 9);
    }

    [Fact]
    public void Namesakes_at_one_company_stay_two_people()
    {
        var entity = samples.EntityOf(EntityKind.Contacts);
        var truth = SampleFiles.Read("truth/contacts-entities.csv").Rows;
        var namesakes = truth.Where(r => r["kind"] == "namesake").ToList();
        Assert.Equal(SampleFiles.Planted("contacts/namesakes"), namesakes.Count);
        foreach (var row in namesakes)
            Assert.NotEqual(entity[row["contact_id"]], entity[truth.Single(r => r["entity_id"] == row["entity_id"][..^1] && r["kind"].StartsWith("original", StringComparison.Ordinal))["contact_id"]]);
    }

    [Theory]
    [InlineData(EntityKind.Accounts)]
    [InlineData(EntityKind.Contacts)]
    public void Test_and_internal_records_are_nobodys_duplicates(EntityKind kind)
    {
        var match = samples.Of(kind);
        var name = kind == EntityKind.Accounts ? "accounts" : "contacts";
        var nobody = SampleFiles.Read($"truth/{name}-entities.csv").Rows.Where(r => r["kind"] is "test" or "internal").Select(r => r.Values.First()).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(match.Clusters.Clusters.SelectMany(c => c.Rows), row => nobody.Contains(match.Records.Ids[row]));
    }

    [Theory]
    [InlineData(EntityKind.Accounts)]
    [InlineData(EntityKind.Contacts)]
    public void Blocking_looks_at_few_pairs_and_loses_none_that_is_one(EntityKind kind)
    {
        var match = samples.Of(kind);
        Assert.True(match.Blocking.Candidates < match.Records.Ids.Length);
        Assert.Equal(match.Blocking.Candidates, match.Pairs.Candidates);
        var groups = MatchClusters.Of(
            PairEngine.Score(match.Records, match.Settings, match.Model.Parameters, double.NegativeInfinity), double.NegativeInfinity, MatchDecisions.Empty, HierarchyGuard.None);
        Assert.Equal(0, match.Options.Labels!.Score(groups).Missed);
    }
}
