using Segmentation.Enrich;
using Segmentation.Load;

namespace Segmentation.Tests.Samples;

/// <summary>Enrichment knows what the providers were planted with. Authority: <c>truth/</c>.</summary>
public sealed class EnrichRecoveryTests : IClassFixture<EnrichedSamples>
{
    private readonly EnrichmentResult accounts;
    private readonly OrphanAttachmentResult orphans;
    private readonly Dictionary<string, Dictionary<string, string>> truth;

    public EnrichRecoveryTests(EnrichedSamples samples)
    {
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
}
