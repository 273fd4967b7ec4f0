using Segmentation.Audit;
using Segmentation.Playbook;

namespace Segmentation.Tests.Audit;

// Bands and hours as the advisory's decision table and scoping factors print them.
public sealed class ScopingDecisionTests
{
    private static readonly ScopingFacts Plain = new(false, "none", 0.9, "industry", 2, "size, industry", 100, "ARR above 0", 0, ["Salesforce"]);

    [Theory]
    [InlineData(0.801, "approach 1")]
    [InlineData(0.80, "approach 2")]
    [InlineData(0.50, "approach 2")]
    [InlineData(0.499, "none")]
    public void Completeness_votes_by_bands_whose_ends_belong_to_approach_2(double share, string vote) =>
        Assert.Equal(vote, Decide(Plain with { Completeness = share }).Votes()[1].Vote);

    [Theory]
    [InlineData(199, "approach 1")]
    [InlineData(200, "approach 2")]
    [InlineData(1000, "approach 2")]
    [InlineData(1001, "approach 3")]
    public void Active_accounts_vote_by_bands_whose_ends_belong_to_approach_2(int accounts, string vote) =>
        Assert.Equal(vote, Decide(Plain with { ActiveAccounts = accounts }).Votes()[3].Vote);

    [Theory]
    [InlineData(0, false, "none")]
    [InlineData(2, false, "approach 1")]
    [InlineData(3, false, "approach 1 or 2")]
    [InlineData(4, false, "approach 2")]
    [InlineData(4, true, "approach 2 or 3")]
    [InlineData(5, false, "approach 2")]
    [InlineData(5, true, "approach 3")]
    public void Dimensions_vote_for_both_approaches_where_the_ranges_overlap(int dimensions, bool usage, string vote) =>
        Assert.Equal(vote, Decide(Plain with { Dimensions = dimensions, HasUsageData = usage }).Votes()[2].Vote);

    [Fact]
    public void Six_dimensions_are_over_segmentation() =>
        Assert.Contains("over-segmentation", Decide(Plain with { Dimensions = 6 }).Votes()[2].Found, StringComparison.Ordinal);

    [Theory]
    [InlineData(true, 0.95, 100, 3)] // Usage data against completeness and size: the votes are 3, 1 and 1.
    [InlineData(false, 0.95, 100, 1)]
    [InlineData(false, 0.80, 100, 2)]
    [InlineData(false, 0.95, 200, 2)]
    [InlineData(false, 0.95, 5000, 2)] // Size says 3, but nothing measures behaviour.
    public void Usage_data_decides_for_approach_3_else_the_most_demanding_vote(bool usage, double share, int accounts, int approach)
    {
        var decision = Decide(Plain with { HasUsageData = usage, Completeness = share, ActiveAccounts = accounts });
        var (chosen, rule) = decision.Approach(decision.Votes());
        Assert.Equal(approach, chosen);
        Assert.NotEmpty(rule);
    }

    [Theory]
    [InlineData(0.70, true)]
    [InlineData(0.699, false)]
    [InlineData(0.81, true)]
    public void The_start_gate_opens_on_its_limit(double share, bool mayStart) => Assert.Equal(mayStart, Decide(Plain with { Completeness = share }).StartGate().MayStart);

    [Fact]
    public void Without_accounts_nothing_starts() => Assert.False(Decide(Plain with { Completeness = null }).StartGate().MayStart);

    [Theory]
    [InlineData(29, ScopingFit.AddsNothing)]
    [InlineData(30, ScopingFit.Marginal)]
    [InlineData(49, ScopingFit.Marginal)]
    [InlineData(50, ScopingFit.Fits)]
    public void Fit_is_by_active_accounts(int accounts, ScopingFit fit) => Assert.Equal(fit, Decide(Plain with { ActiveAccounts = accounts }).Fit().Fit);

    [Theory]
    [InlineData(0.81, 30, 35)]
    [InlineData(0.80, 38, 47)] // Clean-up adds 8-12.
    [InlineData(0.49, 38, 47)]
    public void Clean_up_is_added_up_to_its_limit(double share, int from, int to) => Assert.Equal(new HourRange(from, to), Hours(Plain with { Completeness = share }, 1));

    [Theory]
    [InlineData(2, 499, 4, 6)]
    [InlineData(2, 500, 8, 12)]
    [InlineData(3, 499, 8, 12)]
    [InlineData(3, 500, 8, 12)]
    public void Enrichment_is_light_only_with_few_fields_and_few_accounts(int fields, int accounts, int from, int to) =>
        Assert.Equal(new HourRange(40, 50) + new HourRange(from, to), Hours(Plain with { FieldsToEnrich = fields, ActiveAccounts = accounts }, 2));

    [Fact]
    public void Everything_together_is_the_sum_of_its_lines() =>
        // 50-60 + 8-12 clean-up + 8-12 heavy enrichment + 6-10 two CRMs + 6-8 platform.
        Assert.Equal(new HourRange(78, 102), Hours(Plain with { HasUsageData = true, Completeness = 0.6, FieldsToEnrich = 3, ActiveAccounts = 600, CrmSystems = ["HubSpot", "Salesforce"] }, 3));

    private static ScopingDecision Decide(ScopingFacts facts) => new(facts, PlaybookLimits.Default, ScopeHours.Default);

    private static HourRange Hours(ScopingFacts facts, int approach) =>
        Decide(facts).HourLines(approach).Aggregate(default(HourRange), (sum, line) => sum + line.Hours);
}
