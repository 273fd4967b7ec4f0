using Segmentation.Enrich;

namespace Segmentation.Tests.Enrich;

public sealed class ValueReadingTests
{
    private const string Head = "Account ID,Account Name,Website,Industry,Employees,Annual Revenue,Billing Country,Account Currency,ARR\n";

    private static EnrichmentResult Run(string accounts, (string File, string Text) provider, string decisions, string yaml = "", EnrichmentOptions? options = null) => AccountEnrichment.Run(
        EnrichFolder.Open(("accounts.csv", Head + accounts), provider, ("workspace.yaml", yaml)), EnrichmentDecisions.Parse(decisions), options);

    [Fact]
    public void Amounts_in_thousands_are_scaled_and_the_change_says_why()
    {
        var result = Run("A1,Acme,acme.example,Retail,10,,US,USD,1\n", ("zoominfo.csv", "ZoomInfo Company ID,Company Name,Website,Revenue (in 000s USD)\n1,Acme,acme.example,\"5,705\"\n"), "fields: {accounts: [annual_revenue]}");
        Assert.Equal(["5705000"], EnrichFolder.Values(result.Workspace.Accounts, "Annual Revenue"));
        Assert.Equal("ZoomInfo, by domain, 'Revenue (in 000s USD)': times 1,000, as the header 'Revenue (in 000s USD)' says thousands", result.Changes.Single().Cells.Single().Reason);
    }

    [Fact]
    public void A_decided_column_and_scale_come_before_what_the_headers_say()
    {
        var result = Run(
            "A1,Acme,acme.example,Retail,10,,US,USD,1\n", ("pitchbook.csv", "PBId,Companies,Website,Revenue,Total Raised,Company Financing Status\nP1,Acme,www.acme.example,1,7.5,Seed\n"),
            "fields: {accounts: [annual_revenue]}\nproviders:\n  - name: PitchBook\n    columns: {annual_revenue: {column: total raised, scale: 1000000}}\n");
        Assert.Equal(["7500000"], EnrichFolder.Values(result.Workspace.Accounts, "Annual Revenue"));
    }

    [Theory]
    [InlineData("$10M-$100M", "10000000")]
    [InlineData("$1M to $10M", "1000000")]
    [InlineData("$100M+", "100000000")]
    public void A_band_fills_no_number_unless_the_lower_end_is_asked_for(string band, string lower)
    {
        var file = ("clearbit.csv", $"domain,name,metrics.estimatedAnnualRevenue,metrics.employees\nacme.example,Acme,{band},70\n");
        const string Decisions = "fields: {accounts: [annual_revenue]}";
        var left = Run("A1,Acme,acme.example,Retail,10,,US,USD,1\n", file, Decisions);
        Assert.Empty(left.Filled);
        Assert.Equal((band, 1, "a band: a number would be invented"), (left.Candidates.Single().Value, left.Candidates.Single().Records, left.Candidates.Single().Why));
        var filled = Run("A1,Acme,acme.example,Retail,10,,US,USD,1\n", file, Decisions, options: EnrichmentOptions.Default with { Bands = BandRule.LowerEnd });
        Assert.Equal(lower, filled.Filled.Single().Value);
        Assert.EndsWith($"the lower end of the band '{band}'", filled.Changes.Single().Cells.Single().Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("201-1000", 201.0)]
    [InlineData("1,001 to 5,000", 1001.0)]
    [InlineData("10,000+", 10000.0)]
    [InlineData("< 50", null)]
    [InlineData("over $5B", 5e9)]
    [InlineData("51 - 200 employees", 51.0)]
    public void Bands_are_read_as_providers_write_them(string text, double? lower)
    {
        Assert.True(BandText.TryRead(text, out var end));
        Assert.Equal(lower, end);
    }

    [Theory]
    [InlineData("120")]
    [InlineData("about right")]
    [InlineData("2026-06-30x")]
    [InlineData("-")]
    public void Other_text_is_no_band(string text) => Assert.False(BandText.TryRead(text, out _));

    [Fact]
    public void An_amount_in_another_currency_is_not_filled()
    {
        var result = Run("A1,Acme,acme.example,Retail,10,,US,EUR,1\n", ("zoominfo.csv", "ZoomInfo Company ID,Company Name,Website,Revenue (in 000s USD)\n1,Acme,acme.example,5705\n"), "fields: {accounts: [annual_revenue]}");
        Assert.Empty(result.Filled);
        Assert.Equal("in USD, the CRM in EUR", result.Candidates.Single().Why);
    }

    [Fact]
    public void A_provider_s_word_fills_only_where_the_picklist_says_what_it_is()
    {
        const string Yaml = "picklists: {industry: [Technology, Retail]}";
        var file = ("clearbit.csv", "domain,name,category.industry,metrics.employees\nacme.example,Acme,retail,1\nbeta.example,Beta,Internet Software,2\ngamma.example,Gamma,Bakery,3\n");
        var result = Run("A1,Acme,acme.example,,1,,US,USD,1\nA2,Beta,beta.example,,1,,US,USD,1\nA3,Gamma,gamma.example,,1,,US,USD,1\n", file, "fields: {accounts: [industry]}\nvocabulary: {industry: {internet software: Technology}}\n", Yaml);
        Assert.Equal(["Retail", "Technology", null], EnrichFolder.Values(result.Workspace.Accounts, "Industry"));
        Assert.Equal("Clearbit, by domain, 'category.industry': 'Internet Software' by the vocabulary of enrichment.yaml", result.Changes.Single().Cells[1].Reason);
        Assert.Equal("Bakery", result.Candidates.Single().Value);
        Assert.Equal(1, result.Coverage.Single(c => c.Step == 1).Candidates);
    }

    [Fact]
    public void A_country_is_written_as_the_crm_writes_it()
    {
        var result = Run("A1,Acme,acme.example,Retail,1,,USA,USD,1\nA2,Beta,beta.example,Retail,1,,,USD,1\nA3,Gamma,gamma.example,Retail,1,,,USD,1\n", ("zoominfo.csv", "ZoomInfo Company ID,Company Name,Website,Company Country\n1,Acme,acme.example,United States\n2,Beta,beta.example,United States\n3,Gamma,gamma.example,Deutschland\n"), "fields: {accounts: [country]}");
        Assert.Equal(["USA", "USA", "Germany"], EnrichFolder.Values(result.Workspace.Accounts, "Billing Country"));
        Assert.Empty(result.Conflicts);
        Assert.Equal(1, result.Coverage[1].Confirmed);
    }

    [Fact]
    public void Implausible_numbers_formulas_markup_and_huge_texts_fill_nothing()
    {
        var accounts = string.Concat(Enumerable.Range(1, 6).Select(i => $"A{i},Acme {i},acme{i}.example,,,,US,USD,1\n"));
        var rows = new[] { "=1+1|0", "@SUM(A1)|-5", "<script>x</script>|9999999999", $"{new string('x', 100_000)}|1.5", "+cmd|many", "Retail|12" };
        var file = ("zoominfo.csv", "ZoomInfo Company ID,Company Name,Website,Primary Industry,Employees\n" + string.Concat(rows.Select((r, i) => $"{i},Acme {i + 1},acme{i + 1}.example,{r.Replace('|', ',')}\n")));
        var result = Run(accounts, file, "fields: {accounts: [industry, employees]}");
        Assert.Equal([null, null, null, null, null, "Retail"], EnrichFolder.Values(result.Workspace.Accounts, "Industry"));
        Assert.Equal([null, null, null, null, null, "12"], EnrichFolder.Values(result.Workspace.Accounts, "Employees"));
        Assert.All(result.Candidates, c => Assert.True(c.Value.Length <= EnrichmentOptions.Default.LongestText));
        Assert.DoesNotContain("<script>", result.CandidateTable.ToHtml(), StringComparison.Ordinal);
    }
}
