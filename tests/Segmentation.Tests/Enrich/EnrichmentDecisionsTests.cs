using System.Collections.Immutable;
using Segmentation.Enrich;
using Segmentation.Load;

namespace Segmentation.Tests.Enrich;

public sealed class EnrichmentDecisionsTests
{
    private static readonly EnrichmentDecisions Full = new()
    {
        Currency = "USD",
        AccountTarget = .9,
        ContactTarget = .85,
        AccountFields = [Role.Employees, Role.AnnualRevenue],
        ContactFields = [Role.Title],
        Providers =
        [
            new ProviderDecision("ZoomInfo", "zoom: info.csv")
            {
                Cost = .6,
                Per = CostBasis.Attempted,
                Keys = [EnrichmentKey.Domain, EnrichmentKey.NameAndCountry],
                Columns = ImmutableSortedDictionary<Role, FieldMapping>.Empty.Add(Role.AnnualRevenue, new("Revenue (in 000s USD)", 1000)).Add(Role.Employees, new("# \"Employees\"")),
            },
            new ProviderDecision("true"),
        ],
        Vocabulary = ImmutableSortedDictionary<Role, ImmutableSortedDictionary<string, string>>.Empty
            .Add(Role.Industry, ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("Energy, Utilities & Waste", "Energy"), KeyValuePair.Create("=1+1", "no")])),
        Accepted = [new AcceptedConflict(EntityKind.Accounts, "001", Role.Employees, "ZoomInfo", "839")],
    };

    [Fact]
    public void What_is_written_loads_back_the_same()
    {
        var back = EnrichmentDecisions.Parse(Full.Write());
        Assert.Equal(Full.Write(), back.Write());
        Assert.Equal((Full.Currency, Full.AccountTarget, Full.ContactTarget), (back.Currency, back.AccountTarget, back.ContactTarget));
        Assert.Equal(Full.AccountFields.AsEnumerable(), back.AccountFields);
        Assert.Equal(Full.ContactFields.AsEnumerable(), back.ContactFields);
        Assert.Equal(Full.Providers.Select(p => (p.Name, p.File, p.Cost, p.Per)), back.Providers.Select(p => (p.Name, p.File, p.Cost, p.Per)));
        Assert.Equal(Full.Providers[0].Keys.AsEnumerable(), back.Providers[0].Keys);
        Assert.Equal(Full.Providers[0].Columns.AsEnumerable(), back.Providers[0].Columns);
        Assert.Equal(Full.Vocabulary[Role.Industry].AsEnumerable(), back.Vocabulary[Role.Industry]);
        Assert.Equal(Full.Accepted.AsEnumerable(), back.Accepted);
    }

    [Fact]
    public void No_file_and_an_empty_file_are_no_decisions()
    {
        Assert.Same(EnrichmentDecisions.Empty, EnrichmentDecisions.Load(Path.Combine(Path.GetTempPath(), "no-such-folder", "enrichment.yaml")));
        Assert.Same(EnrichmentDecisions.Empty, EnrichmentDecisions.Parse("# nothing yet\n"));
        Assert.Equal(EnrichmentDecisions.Empty.Write(), EnrichmentDecisions.Parse(EnrichmentDecisions.Empty.Write()).Write());
    }

    [Fact]
    public void A_mistake_says_where_it_stands_and_what_to_write()
    {
        var error = Assert.Throws<WorkspaceException>(() => EnrichmentDecisions.Parse("providers:\n  - name: ZoomInfo\n    per: matcht\n"));
        Assert.Equal("enrichment.yaml, line 3, column 10: 'per' of ZoomInfo names no thing to charge for; found 'matcht', expected one of attempted, matched, filled. Write 'matched', or another of them.", error.Message);
    }

    [Theory]
    [InlineData("provider: []", 1)]
    [InlineData("providers:\n  - file: a.csv", 2)]
    [InlineData("providers:\n  - name: A\n  - name: a", 3)]
    [InlineData("providers:\n  - name: A\n    cost: -1", 3)]
    [InlineData("providers:\n  - name: A\n    keys: [domains]", 3)]
    [InlineData("providers:\n  - name: A\n    columns: {employees: {column: x, scale: 0}}", 3)]
    [InlineData("providers:\n  - name: A\n    columns: {employees: {scale: 5}}", 3)]
    [InlineData("targets: {accounts: 80}", 1)]
    [InlineData("fields:\n  accounts: [arr]", 2)]
    [InlineData("fields:\n  accounts: [industry, industry]", 2)]
    [InlineData("vocabulary:\n  industry:\n    Soft Ware: A\n    ware soft: B", 4)]
    [InlineData("accepted:\n  - {table: accounts, record: A, field: industry, provider: Z}", 2)]
    public void What_is_not_known_is_refused_with_its_line(string yaml, int line)
    {
        var error = Assert.Throws<WorkspaceException>(() => EnrichmentDecisions.Parse(yaml));
        Assert.Equal(("enrichment.yaml", line), (error.File, error.Line));
        Assert.NotEmpty(error.Remedy);
    }

    [Fact]
    public void A_proposal_names_every_file_in_the_playbook_s_order()
    {
        var workspace = EnrichFolder.Open(
            ("accounts.csv", "Account ID,Account Name,Website,Industry,ARR\nA1,Acme,acme.example,Retail,1\n"),
            ("a_clay.csv", "Company Name,Company Domain,Enrich Company,Employee Count\nAcme,acme.example,found,5\n"),
            ("b_apollo.csv", "Company,Website,# Employees,Apollo Account Id\nAcme,http://acme.example,5,a\n"),
            ("c_zoominfo.csv", "ZoomInfo Company ID,Company Name,Website,Employees\n1,Acme,acme.example,5\n"));
        var proposal = EnrichmentDecisions.Propose(workspace);
        Assert.Equal(["ZoomInfo", "Apollo", "Clay"], proposal.Providers.Select(p => p.Name));
        Assert.Equal(proposal.Write(), EnrichmentDecisions.Parse(proposal.Write()).Write());
        Assert.Equal(AccountEnrichment.Run(workspace).ToTable().ToCsv(), AccountEnrichment.Run(workspace, proposal).ToTable().ToCsv());
    }

    [Fact]
    public void A_provider_without_a_file_this_month_is_a_note_and_a_column_that_is_gone_an_error()
    {
        var workspace = EnrichFolder.Open(("accounts.csv", "Account ID,Account Name,Website,Industry,ARR\nA1,Acme,acme.example,Retail,1\n"), ("zoominfo.csv", "ZoomInfo Company ID,Company Name,Website,Employees\n1,Acme,acme.example,5\n"));
        var result = AccountEnrichment.Run(workspace, EnrichmentDecisions.Parse("providers: [{name: Apollo}, {name: Old, file: old.csv}, {name: ZoomInfo}]"));
        Assert.Contains("Apollo is not asked: no file has its headers.", result.Notes);
        Assert.Contains("Old is not asked: the workspace has no file 'old.csv'.", result.Notes);
        Assert.Single(result.Providers);
        var error = Assert.Throws<WorkspaceException>(() => AccountEnrichment.Run(workspace, EnrichmentDecisions.Parse("providers: [{name: ZoomInfo, columns: {employees: Headcount}}]")));
        Assert.StartsWith("ZoomInfo is to fill employees from a column that zoominfo.csv does not have; found 'Headcount', expected one of 'ZoomInfo Company ID'", error.Message, StringComparison.Ordinal);
    }
}
