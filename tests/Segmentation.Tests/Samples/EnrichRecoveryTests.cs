using Segmentation.Enrich;
using Segmentation.Load;

namespace Segmentation.Tests.Samples;

/// <summary>Enrichment knows what the providers were planted with. Authority: <c>truth/</c>.</summary>
public sealed class EnrichRecoveryTests : IClassFixture<EnrichedSamples>
{
    private readonly EnrichedSamples samples;
    private readonly EnrichmentResult accounts;
    private readonly OrphanAttachmentResult orphans;
    private readonly Dictionary<string, Dictionary<string, string>> truth;

    public EnrichRecoveryTests(EnrichedSamples samples)
    {
        this.samples = samples;
        accounts = samples.Accounts;
        orphans = samples.Orphans;
        truth = samples.AccountTruth;
    }

    [Fact]
    public void Every_attached_contact_belongs_to_its_true_account()
    {
        var truly = SampleFiles.Read("truth/contacts-entities.csv").Rows.ToDictionary(r => r["contact_id"], r => r["true_account_id"], StringComparer.Ordinal);
        var cells = orphans.Changes.Single().Cells;
        Assert.Equal(SampleFiles.Planted("contacts/orphans/rescuable") + SampleFiles.Planted("contacts/orphans/dangling-rescuable"), cells.Length);
        Assert.All(cells, c => Assert.Equal(truly[c.Record!], c.After));
        Assert.Equal(SampleFiles.Planted("contacts/orphans/dangling-rescuable"), cells.Count(c => c.Before is not null));
    }

    [Fact]
    public void Attached_contacts_lift_the_share_with_a_company_above_the_limit()
    {
        // 12,000 contacts, 1,140 planted orphans, 545 of them with the domain of one account: 11,405 / 12,000.
        Assert.Equal(10860.0 / 12000, orphans.ShareBefore!.Value, 12);
        Assert.Equal(11405.0 / 12000, orphans.ShareAfter!.Value, 12);
        Assert.True(orphans.MeetsLimit);
        Assert.Equal(0, orphans.Missing);
        Assert.Equal(1140 - 545, orphans.LeftOver.RowCount);
    }

    [Fact]
    public void Each_provider_knows_about_a_third_of_the_companies_and_all_together_four_fifths()
    {
        // SamplePlan: 30, 35 and 34% of the companies and 80% together; counted by company, as duplicates are known twice.
        var companies = truth.Values.Select(r => r["entity_id"]).Distinct().Count();
        var known = SampleFiles.Read("truth/enrichment-values.csv").Rows.Select(r => (Provider: r["provider"], Entity: r["entity_id"])).ToHashSet();
        var inReach = accounts.Providers.Select(p => (p.Provider, Share: p.Known / (double)p.WithKey)).ToArray();
        Assert.Equal(.30, inReach[0].Share, .02);
        Assert.Equal(.35, inReach[1].Share, .02);
        Assert.Equal(.34, inReach[2].Share, .02);
        Assert.Equal(.80, known.Select(k => k.Entity).Distinct().Count() / (double)companies, .02);
    }

    [Fact]
    public void Every_filled_value_is_the_matched_provider_s_own_about_the_true_company()
    {
        var said = SampleFiles.Read("truth/enrichment-values.csv").Rows.ToLookup(r => (r["provider"], r["entity_id"]), r => r["employees_said"]);
        var filled = accounts.Filled.Where(f => f.Field == Role.Employees).ToArray();
        Assert.NotEmpty(filled);
        Assert.All(filled, f => Assert.Contains(f.Value, said[(f.Provider.ToLowerInvariant(), truth[f.Record!]["entity_id"])]));
    }

    [Fact]
    public void Filled_industries_are_the_true_ones_in_the_picklist_s_words()
    {
        var filled = accounts.Filled.Where(f => f.Field == Role.Industry).ToArray();
        Assert.NotEmpty(filled);
        Assert.All(filled, f => Assert.Equal(truth[f.Record!]["true_industry"], f.Value));
    }

    [Fact]
    public void Agreement_implies_the_accuracy_that_the_providers_truly_have()
    {
        // The truth: the share of each provider's employees, where two overlap, that is within the tolerance of the true number.
        var values = SampleFiles.Read("truth/enrichment-values.csv").Rows.GroupBy(r => r["provider"])
            .ToDictionary(g => g.Key, g => g.DistinctBy(r => r["domain"]).ToDictionary(r => r["domain"], StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var pair in accounts.Agreement.Where(a => a.Field == Role.Employees))
        {
            var (first, second) = (values[pair.First.ToLowerInvariant()], values[pair.Second.ToLowerInvariant()]);
            var both = first.Keys.Intersect(second.Keys).ToArray();
            var truly = Math.Sqrt(both.Average(d => Right(first[d])) * both.Average(d => Right(second[d])));
            Assert.True(pair.AccuracyInterval.Contains(truly), $"{pair}: {truly:0.000}");
        }

        static double Right(Dictionary<string, string> row) => row["employees"] == "right" ? 1 : 0;
    }

    [Fact]
    public void Undo_gives_the_table_before()
    {
        var change = accounts.Changes.Single();
        Assert.Equal(accounts.Filled.Length, change.Cells.Length);
        Assert.All(change.Cells, c => Assert.Null(c.Before));
        var undone = change.Undo(accounts.Workspace.Accounts.Table);
        Assert.Equal(EnrichedSamples.Before.Accounts.Table.ToCsv(), undone.ToCsv());
    }

    [Fact]
    public void No_industry_conflicts_once_names_are_known_as_providers_and_crm_say_the_truth_in_their_own_words() =>
        Assert.Empty(accounts.Conflicts.Where(c => c.Field == Role.Industry));

    [Fact]
    public void Employee_conflicts_are_nearly_all_planted_errors_and_impossible_numbers()
    {
        // Planted: 5% of the providers' numbers are another company's; the CRM has 12 zeros and 3 negative numbers. The rest is noise of 8% on a small number.
        var wrong = SampleFiles.Read("truth/enrichment-values.csv").Rows.Where(r => r["employees"] == "wrong").Select(r => (r["provider"], r["entity_id"])).ToHashSet();
        var conflicts = accounts.Conflicts.Where(c => c.Field == Role.Employees).ToArray();
        var explained = conflicts.Count(c => wrong.Contains((c.Provider.ToLowerInvariant(), truth[c.Record!]["entity_id"])) || c.Crm.StartsWith('-') || c.Crm == "0");
        Assert.InRange(explained / (double)conflicts.Length, .9, 1);
    }

    [Fact]
    public void A_filled_company_name_is_that_of_the_contact_s_true_account()
    {
        // Lookalikes share a website with another company: their contacts are left out of the comparison.
        var contacts = SampleFiles.Read("truth/contacts-entities.csv").Rows.Where(r => r["true_account_id"].Length > 0).ToDictionary(r => r["contact_id"], r => r["true_account_id"], StringComparer.Ordinal);
        var names = SampleFiles.Read("accounts.csv").Rows.ToDictionary(r => r["Account ID"], r => r["Account Name"], StringComparer.Ordinal);
        var filled = samples.Contacts.Filled.Where(f => f.Field == Role.CompanyName && contacts.ContainsKey(f.Record!) && truth[contacts[f.Record!]] is { } t && t["kind"] == "original" && t["lookalike"].Length == 0).ToArray();
        Assert.NotEmpty(filled);
        var same = filled.Count(f => Segmentation.Text.CompanyName.Normalize(f.Value) == Segmentation.Text.CompanyName.Normalize(names[contacts[f.Record!]]));
        Assert.InRange(same / (double)filled.Length, .95, 1);
    }

    [Fact]
    public void Projections_of_test_batches_hold_the_coverage_that_all_records_reach()
    {
        // The interval is made to hold it in 95 of 100 draws; of 20, fewer than 16 would happen once in 3,000 times (binomial, n 20, p .95).
        var truly = accounts.Coverage.Last(c => c.Field == Role.Employees).Coverage!.Value;
        var decisions = samples.Decisions with { AccountFields = [Role.Employees] };
        var held = Enumerable.Range(1, 20).Count(seed => TestBatch.Draw(EnrichedSamples.Before, EntityKind.Accounts, 100, seed).Evaluate(EnrichedSamples.Before, decisions).Projections.Single().ProjectedInterval.Contains(truly));
        Assert.InRange(held, 16, 20);
    }

    [Fact]
    public void The_best_order_of_the_samples_costs_no_more_than_the_decided_one()
    {
        var orders = ProviderOrdering.Best(EnrichedSamples.Before, EntityKind.Accounts, samples.Decisions, options: samples.Options);
        Assert.Equal(6, orders.Orders.Length);
        Assert.True(orders.Best!.CostToTarget <= orders.Decided!.CostToTarget);
        Assert.Equal(accounts.TotalCost!.Value, orders.Decided.TotalCost!.Value, 6);
    }
}
