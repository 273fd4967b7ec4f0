using Segmentation.Enrich;
using Segmentation.Load;

namespace Segmentation.Tests.Enrich;

/// <summary>
/// Ten accounts, of which two have employees. ZoomInfo knows 1 to 5 (the first as the CRM does, the second otherwise), Apollo 4 to 7, Clearbit 7 and 8. Every
/// figure below is counted by hand from these.
/// </summary>
public sealed class WaterfallTests
{
    private const string Accounts = """
        Account ID,Account Name,Website,Employees,ARR
        A1,One,www.one.example,100,100
        A2,Two,www.two.example,200,100
        A3,Three,www.three.example,,50
        A4,Four,www.four.example,,50
        A5,Five,www.five.example,,0
        A6,Six,www.six.example,,100
        A7,Seven,www.seven.example,,
        A8,Eight,www.eight.example,,
        A9,Nine,www.nine.example,,
        A10,Ten,www.ten.example,,
        """;

    private const string Decisions = """
        currency: USD
        fields: {accounts: [employees]}
        providers:
          - {name: ZoomInfo, cost: 1, per: matched}
          - {name: Apollo, cost: 0.5, per: attempted}
          - {name: Clearbit, cost: 2, per: filled}
        """;

    private static readonly Workspace Before = EnrichFolder.Open(
        ("accounts.csv", Accounts),
        ("zoominfo.csv", "ZoomInfo Company ID,Company Name,Website,Employees\n1,One,one.example,110\n2,Two,two.example,400\n3,Three,three.example,30\n4,Four,four.example,40\n5,Five,five.example,50\n"),
        ("apollo.csv", "Company,Website,# Employees,Apollo Account Id\nFour,http://four.example,44,a4\nFive,http://five.example,55,a5\nSix,http://six.example,66,a6\nSeven,http://seven.example,77,a7\n"),
        ("clearbit.csv", "domain,name,metrics.employees\nseven.example,Seven,70\neight.example,Eight,80\n"));

    private static EnrichmentResult Run(string decisions = Decisions, EnrichmentOptions? options = null) => AccountEnrichment.Run(Before, EnrichmentDecisions.Parse(decisions), options);

    [Fact]
    public void Each_step_counts_what_was_asked_known_filled_and_unique()
    {
        var steps = Run().Coverage;
        Assert.Equal(["CRM", "ZoomInfo", "Apollo", "Clearbit"], steps.Select(s => s.Provider));
        Assert.Equal([10, 8, 5, 3], steps.Select(s => s.Attempted));
        Assert.Equal([10, 3, 2, 1], steps.Select(s => s.Matched));
        Assert.Equal([2, 3, 2, 1], steps.Select(s => s.Filled));
        Assert.Equal([0, 1, 1, 1], steps.Select(s => s.Unique));
        Assert.Equal([1, 0, 0], steps.Skip(1).Select(s => s.Confirmed));
        Assert.Equal([1, 0, 0], steps.Skip(1).Select(s => s.Conflicts));
    }

    [Fact]
    public void Coverage_adds_up_by_count_and_by_arr_and_the_target_itself_is_met()
    {
        var steps = Run().Coverage;
        Assert.Equal([.2, .5, .7, .8], steps.Select(s => s.Coverage!.Value));
        Assert.Equal([.5, .75, 1, 1], steps.Select(s => s.CoverageOfArr!.Value));
        Assert.Equal([false, false, false, true], steps.Select(s => s.MeetsTarget));
    }

    [Fact]
    public void Costs_follow_what_each_provider_charges_for()
    {
        var result = Run();
        Assert.Equal([3.0, 2.5, 2.0], result.Providers.Select(p => p.Cost!.Value));
        Assert.Equal([1.0, 1.25, 2.0], result.Providers.Select(p => p.CostPerFilled!.Value));
        Assert.Equal(7.5, result.TotalCost);
        Assert.Contains("All providers together cost USD 7.50.", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_provider_in_order_fills_and_what_the_crm_says_stays()
    {
        var result = Run();
        Assert.Equal(["100", "200", "30", "40", "50", "66", "77", "80", null, null], EnrichFolder.Values(result.Workspace.Accounts, "Employees"));
        Assert.Equal("ZoomInfo, by domain, 'Employees'", result.Changes.Single().Cells[0].Reason);
        Assert.Equal(EnrichFolder.Values(Before.Accounts, "Employees"), EnrichFolder.Values(Before.Accounts with { Table = result.Changes.Single().Undo(result.Workspace.Accounts.Table) }, "Employees"));
    }

    [Fact]
    public void A_difference_of_exactly_the_tolerance_is_no_conflict()
    {
        // 110 against 100 is 10/110 of the larger; 400 against 200 is one half.
        Assert.Equal(.5, Run().Conflicts.Single().Difference);
        Assert.Empty(Run(options: EnrichmentOptions.Default with { Tolerance = .5 }).Conflicts);
        Assert.Equal(2, Run(options: EnrichmentOptions.Default with { Tolerance = .09 }).Conflicts.Length);
        Assert.Single(Run(options: EnrichmentOptions.Default with { Tolerance = 10.0 / 110 }).Conflicts);
    }

    [Fact]
    public void An_accepted_value_replaces_the_crm_s_and_only_that_value()
    {
        const string Accepted = "\naccepted:\n  - {table: accounts, record: A2, field: employees, provider: ZoomInfo, value: \"400\"}\n";
        var result = Run(Decisions + Accepted);
        Assert.Equal("400", EnrichFolder.Values(result.Workspace.Accounts, "Employees")[1]);
        Assert.True(result.Conflicts.Single().Accepted);
        Assert.Equal("ZoomInfo, by domain, accepted in enrichment.yaml instead of '200'", result.Changes.Single().Cells.Single(c => c.Record == "A2").Reason);

        var stale = Run(Decisions + Accepted.Replace("400", "399", StringComparison.Ordinal));
        Assert.Equal("200", EnrichFolder.Values(stale.Workspace.Accounts, "Employees")[1]);
        Assert.Contains("An accepted value has no effect any more: ZoomInfo does not say '399' for employees of A2, or the CRM says the same.", stale.Notes);
    }

    [Fact]
    public void What_is_left_over_goes_to_a_researcher()
    {
        var left = Run().LeftOver;
        Assert.Equal(["A9", "A10"], Enumerable.Range(0, left.RowCount).Select(left["account id"].Raw));
        Assert.Equal("employees", left["lacks"].Raw(0));
        Assert.True(left["account name"].IsPersonal);
    }

    [Fact]
    public void Running_twice_fills_nothing_more()
    {
        var first = Run();
        var second = AccountEnrichment.Run(first.Workspace, EnrichmentDecisions.Parse(Decisions));
        Assert.Empty(second.Filled);
        Assert.Empty(second.Changes.Single().Cells);
        Assert.Equal(first.ToTable().ToCsv(), Run().ToTable().ToCsv());
    }

    [Fact]
    public void Without_providers_the_waterfall_is_what_the_crm_holds()
    {
        var result = AccountEnrichment.Run(EnrichFolder.Open(("accounts.csv", Accounts)));
        Assert.Empty(result.Providers);
        Assert.Equal(.2, result.Coverage.Single(c => c.Field == Role.Employees).Coverage);
        Assert.Null(result.TotalCost);
    }

    [Fact]
    public void The_best_order_is_the_cheapest_of_all_tried_by_hand()
    {
        // Costs: ZAC 3+2.5+2, ZCA 3+4+1.5, AZC 4+1+2, ACZ 4+2+1, CZA 4+3+1.5, CAZ 4+3+1. Apollo is charged by the attempt, so it pays to ask it while
        // it knows most; of the two at 7 the one nearer the decided order is named.
        var result = ProviderOrdering.Best(Before, EntityKind.Accounts, EnrichmentDecisions.Parse(Decisions));
        Assert.True(result.IsExact);
        Assert.Equal(6, result.Orders.Length);
        Assert.Equal(["Apollo", "ZoomInfo", "Clearbit"], result.Best!.Providers.ToArray());
        Assert.Equal([7, 7, 7.5, 8, 8.5, 8.5], result.Orders.Select(o => o.CostToTarget!.Value));
        Assert.Equal(7.5, result.Decided!.TotalCost);
        Assert.All(result.Orders, o => Assert.Equal(3, o.NeededProviders));
        Assert.Equal([Role.Employees], result.Reachable.ToArray());
    }

    [Fact]
    public void More_providers_than_the_exact_limit_are_ordered_greedily_and_it_says_so()
    {
        // Values per cost: ZoomInfo 3/3, Apollo 4/4, Clearbit 2/4; of equals the more values: Apollo. Then ZoomInfo 1/1, Clearbit 1/2.
        var result = ProviderOrdering.Best(Before, EntityKind.Accounts, EnrichmentDecisions.Parse(Decisions), options: EnrichmentOptions.Default with { MostExactProviders = 2 });
        Assert.False(result.IsExact);
        Assert.Equal(["Apollo", "ZoomInfo", "Clearbit"], result.Best!.Providers.ToArray());
        Assert.Contains("built greedily", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_prices_the_order_with_the_most_coverage_on_the_way_is_best()
    {
        // Covered after each step: AZC and ACZ 6+7+8, ZAC 5+7+8.
        var result = ProviderOrdering.Best(Before, EntityKind.Accounts, EnrichmentDecisions.Parse("fields: {accounts: [employees]}"));
        Assert.Null(result.Best!.CostToTarget);
        Assert.Equal("Apollo", result.Best.Providers[0]);
        Assert.Equal(21.0 / 30, result.Best.MeanCoverage, 12);
    }
}
