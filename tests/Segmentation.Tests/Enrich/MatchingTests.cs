using Segmentation.Enrich;

namespace Segmentation.Tests.Enrich;

public sealed class MatchingTests
{
    private const string ZoomInfo = "ZoomInfo Company ID,Company Name,Website,Employees,Company Country\n";

    private static EnrichmentResult Run(string accounts, string zoomInfo) => AccountEnrichment.Run(EnrichFolder.Open(
        ("accounts.csv", "Account ID,Account Name,Website,Industry,Employees,Billing Country,ARR\n" + accounts), ("zoominfo.csv", ZoomInfo + zoomInfo)), EnrichmentDecisions.Parse("fields: {accounts: [employees]}"));

    private static IReadOnlyList<string?> Employees(EnrichmentResult result) => EnrichFolder.Values(result.Workspace.Accounts, "Employees");

    [Fact]
    public void Name_and_country_match_without_legal_form_where_a_domain_is_missing()
    {
        var result = Run("A1,Acme Inc.,,Retail,,USA,1\nA2,Acme,,Retail,,Germany,1\n", "1,\"ACME, LLC\",acme.example,70,United States\n");
        Assert.Equal(["70", null], Employees(result));
        Assert.Equal(EnrichmentKey.NameAndCountry, result.Filled.Single().Key);
    }

    [Fact]
    public void Name_and_country_do_not_match_against_another_domain() =>
        Assert.Equal([null, "70"], Employees(Run("A1,Acme,www.acme-bakery.example,Retail,,US,1\nA2,Other,acme.example,Retail,,US,1\n", "1,Acme,acme.example,70,US\n")));

    [Fact]
    public void Free_mail_and_site_hosts_are_no_keys() =>
        Assert.Equal([null, null], Employees(Run("A1,Acme,gmail.com,Retail,,,1\nA2,Beta,github.io,Retail,,,1\n", "1,Google,www.gmail.com,70,US\n2,Hub,github.io,80,US\n")));

    [Fact]
    public void A_record_with_two_contradicting_rows_is_not_filled_but_counted()
    {
        var result = Run("A1,Acme,acme.example,Retail,,US,1\n", "1,Acme,acme.example,70,US\n2,Acme,acme.example,900,US\n");
        Assert.Equal([null], Employees(result));
        Assert.Equal((1, 0, 1), (result.Providers[0].Ambiguous, result.Providers[0].Known, result.Providers[0].RepeatedRows));
    }

    [Fact]
    public void Rows_that_say_the_same_are_one()
    {
        var result = Run("A1,Acme,acme.example,Retail,,US,1\n", "1,Acme,acme.example,70,US\n2,Acme,acme.example,,US\n3,Acme,www.acme.example,70,US\n");
        Assert.Equal(["70"], Employees(result));
        Assert.Equal(2, result.Providers[0].RepeatedRows);
    }

    [Fact]
    public void A_domain_of_several_companies_fills_only_the_one_of_the_provider_s_name()
    {
        var result = Run("A1,Acme Holding,acme.example,Retail,,,1\nA2,Acme Bakery,www.acme.example,Retail,,,1\n", "1,Acme Bakery Ltd,acme.example,70,US\n");
        Assert.Equal([null, "70"], Employees(result));
        Assert.Equal(1, result.Providers[0].SharedDomain);
    }

    [Fact]
    public void Two_provider_rows_of_one_domain_are_told_apart_by_name() =>
        Assert.Equal(["900"], Employees(Run("A1,Acme Holding,acme.example,Retail,,,1\n", "1,Acme Bakery,acme.example,70,US\n2,Acme Holding,acme.example,900,US\n")));

    [Fact]
    public void The_crm_s_identifier_comes_before_every_other_key()
    {
        var workspace = EnrichFolder.Open(
            ("accounts.csv", "Account ID,Account Name,Website,Industry,Employees,ARR\n001A,Acme,acme.example,Retail,,1\n001B,Beta,beta.example,Retail,,1\n"),
            ("clay.csv", "Salesforce Account ID,Company Name,Company Domain,Enrich Company,Employee Count\n001B,Renamed,acme.example,found,55\n"));
        var result = AccountEnrichment.Run(workspace, EnrichmentDecisions.Parse("fields: {accounts: [employees]}\nproviders: [{name: Clay, keys: [id]}]"));
        Assert.Equal([null, "55"], EnrichFolder.Values(result.Workspace.Accounts, "Employees"));
        Assert.Equal(EnrichmentKey.Id, result.Filled.Single().Key);
    }

    [Fact]
    public void What_is_the_person_s_comes_by_email_and_what_is_the_company_s_also_by_its_domain()
    {
        var workspace = EnrichFolder.Open(
            ("contacts.csv", "Record ID - Contact,First Name,Last Name,Email,Job Title,Phone Number,Company Name,Lifecycle Stage\n1,Ada,Example,ADA@acme.example,,,,Lead\n2,Bob,Example,bob@acme.example,,,,Lead\n3,Cy,Example,cy@gmail.com,,,,Lead\n"),
            ("apollo.csv", "First Name,Last Name,Title,Company,Company Name for Emails,Email,Email Status,Seniority,Apollo Contact Id\nAda,Example,CEO,Acme,Acme,ada@acme.example,Verified,C suite,c1\nEve,Example,CTO,Acme,Acme,eve@acme.example,Verified,C suite,c2\n"));
        var result = ContactEnrichment.Run(workspace);
        Assert.Equal(["CEO", null, null], EnrichFolder.Values(result.Workspace.Contacts, "Job Title"));
        Assert.Equal(["Acme", "Acme", null], EnrichFolder.Values(result.Workspace.Contacts, "Company Name"));
        Assert.Equal(["C suite", null, null], EnrichFolder.Values(result.Workspace.Contacts, "level"));
        Assert.Equal(["level"], result.Changes.Single().AddedColumns.ToArray());
        Assert.All(result.Coverage, c => Assert.Null(c.CoverageOfArr));
    }

    [Fact]
    public void A_file_of_companies_is_not_asked_for_what_is_the_person_s()
    {
        var workspace = EnrichFolder.Open(
            ("contacts.csv", "Record ID - Contact,First Name,Last Name,Email,Job Title,Company Name,Country/Region,Lifecycle Stage\n1,Ada,Example,ada@acme.example,,,,Lead\n"),
            ("zoominfo.csv", ZoomInfo + "1,Acme,acme.example,70,Germany\n"));
        var result = ContactEnrichment.Run(workspace);
        Assert.Equal([null], EnrichFolder.Values(result.Workspace.Contacts, "Country/Region"));
        Assert.Equal(["Acme"], EnrichFolder.Values(result.Workspace.Contacts, "Company Name"));
    }
}
