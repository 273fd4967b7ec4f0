using System.Text;
using Segmentation.Enrich;
using Segmentation.Load;

namespace Segmentation.Tests.Enrich;

/// <summary>Small files with the headers that each provider writes into its exports, from file to filled value.</summary>
public sealed class ProviderFilesTests
{
    private const string Accounts = "Account ID,Account Name,Website,Industry,Employees,Primary Platform,Billing Country,ARR\nA1,Acme,www.acme.example,,,,US,10\nA2,Beta,beta.example,Retail,5,Web shop,US,20\n";

    [Theory]
    [InlineData("ZoomInfo", "employees", "120", "ZoomInfo Company ID,Company Name,Website,Primary Industry,Employees,Employee Range,Revenue (in 000s USD),Company City,Company Country", "34,Acme,www.acme.example,Retail,120,100-250,5000,Berlin,Germany")]
    [InlineData("Apollo", "employees", "120", "Company,Company Name for Emails,Account Stage,# Employees,Industry,Website,Company Linkedin Url,Company City,SEO Description,Apollo Account Id", "Acme,Acme,Cold,120,retail,http://www.acme.example,http://www.linkedin.example/acme,Berlin,We sell,60f")]
    [InlineData("Clearbit", "employees", "120", "domain,name,category.industry,category.sector,metrics.employees,metrics.employeesRange,metrics.estimatedAnnualRevenue,metrics.raised,geo.city,geo.country,tech,foundedYear", "acme.example,Acme,Retail,Consumer,120,51-250,$1M-$10M,100000,Berlin,Germany,ticketing,1990")]
    [InlineData("Clay", "employees", "120", "Company Name,Company Domain,Enrich Company,Find Work Email,Employee Count", "Acme,acme.example,found,,120")]
    [InlineData("BuiltWith", "technology", "Web shop", "Domain,Location on Site,Company,Vertical,Technology,First Detected,Last Found,Tech Spend USD,Country", "acme.example,acme.example/x,Acme,Retail,Web Shop,2020-01-01,2026-06-01,500,DE")]
    [InlineData("HG Insights", "technology", "Web shop", "HG ID,Company Name,URL,Product,Product Category,Vendor Name,Intensity,Date First Verified,Date Last Verified", "7,Acme,acme.example,web shop,Commerce,Shopmaker,3,2020-01-01,2026-06-01")]
    [InlineData("PitchBook", "employees", "120", "Companies,Company Former Name,PBId,Website,Primary Industry Code,Employees,Total Raised,Last Financing Date,Company Financing Status,Year Founded", "Acme,,1234-5,www.acme.example,Retail,120,5.5,2024-01-01,Venture Backed,1990")]
    [InlineData("Crunchbase", "industry", "Retail", "Organization Name,Organization Name URL,Industries,Headquarters Location,CB Rank (Company),Number of Funding Rounds,Total Funding Amount,Number of Employees,Website", "Acme,https://crunchbase.example/acme,retail,Berlin,1000,2,5000000,101-250,https://acme.example")]
    public void A_provider_s_export_is_recognised_and_fills(string system, string field, string value, string headers, string row)
    {
        var workspace = EnrichFolder.Open(("accounts.csv", Accounts), ("table.csv", $"{headers}\n{row}\n"));
        var export = workspace.Exports.Single(e => e.File == "table.csv");
        Assert.Equal((EntityKind.Enrichment, system), (export.Kind, export.System));
        var result = AccountEnrichment.Run(workspace, EnrichmentDecisions.Parse($"fields: {{accounts: [{field}]}}"));
        Assert.Equal(("A1", value), (result.Filled.Single().Record, result.Filled.Single().Value));
    }

    [Fact]
    public void Several_products_of_one_company_are_one_record()
    {
        var workspace = EnrichFolder.Open(("accounts.csv", Accounts), ("builtwith.csv", "Domain,Location on Site,Company,Vertical,Technology,First Detected,Last Found\nacme.example,a,Acme,Retail,Web shop,2020-01-01,2026-06-01\nacme.example,b,Acme,Retail,Ticketing,2020-01-01,2026-06-01\n"));
        var result = AccountEnrichment.Run(workspace, EnrichmentDecisions.Parse("fields: {accounts: [technology, industry]}"));
        Assert.Equal((1, 0), (result.Providers[0].Known, result.Providers[0].Ambiguous));
        Assert.Equal("Retail", result.Filled.Single().Value);
        Assert.Equal("Web shop", result.Candidates.Single().Nearest);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("windows-1252")]
    public void The_encoding_of_a_provider_s_file_does_not_count(string name)
    {
        var encoding = name == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("ZoomInfo Company ID\tCompany Name\tWebsite\tCompany City\n1\tAcme\tacme.example\tMünchen\n")];
        var result = AccountEnrichment.Run(
            EnrichFolder.Open(("accounts.csv", Encoding.UTF8.GetBytes("Account ID,Account Name,Website,Industry,Billing City,ARR\nA1,Acme,acme.example,Retail,,1\n")), ("zoominfo.csv", bytes)),
            EnrichmentDecisions.Parse("fields: {accounts: [city]}"));
        Assert.Equal("München", result.Filled.Single().Value);
    }

    [Fact]
    public void Roles_of_workspace_yaml_say_which_column_fills()
    {
        var workspace = EnrichFolder.Open(
            ("accounts.csv", Accounts), ("zoominfo.csv", "ZoomInfo Company ID,Company Name,Website,Employees,Staff World\n1,Acme,acme.example,5,50\n"),
            ("workspace.yaml", "files: {zoominfo.csv: {roles: {employees: Staff World}}}"));
        Assert.Equal("50", AccountEnrichment.Run(workspace, EnrichmentDecisions.Parse("fields: {accounts: [employees]}")).Filled.Single().Value);
    }
}
