using Segmentation.Load;
using Segmentation.Standardize;
using Segmentation.Tables;
using Segmentation.Tests.Samples;
using Segmentation.Text;
using static Segmentation.Tests.Audit.RecordsWorkspace;

namespace Segmentation.Tests.Standardize;

public sealed class CountryStandardizationTests(SampleWorkspace samples) : IClassFixture<SampleWorkspace>
{
    private static IEnumerable<string?> Values(Export export, string column) => Enumerable.Range(0, export.Table.RowCount).Select(r => export.Table.Text(column)[r]);

    [Fact]
    public void Countries_get_code_and_region_and_what_is_not_known_is_listed()
    {
        var result = CountryStandardization.Apply(Of(Accounts(Texts(Role.Country, "USA", "Deutschland", "Japan", "Brasil", "Atlantis", null, "Antarctica"), Numbers(Role.Arr, 1, 2, 3, 4, 5, 6, 7))));
        Assert.Equal(["US", "DE", "JP", "BR", null, null, "AQ"], Values(result.Workspace.Accounts, "country_code"));
        Assert.Equal(["NA", "EMEA", "APAC", "LATAM", null, null, null], Values(result.Workspace.Accounts, "region"));
        var unknown = result.Unknown;
        Assert.Equal([(null, "no country", 6), ("Antarctica", "AQ has no region", 7), ("Atlantis", "no country of this name or code", 5)],
            Enumerable.Range(0, unknown.RowCount).Select(r => (unknown.Text("value")[r], unknown.Text("why")[r]!, unknown.Number("ARR")[r]!.Value)));
        Assert.Equal("region", result.Workspace.Accounts.Find(Role.Region)?.Name);
    }

    [Fact]
    public void A_state_becomes_the_code_of_its_own_country_and_stays_where_it_is_not_known()
    {
        var result = CountryStandardization.Apply(Of(Accounts(
            Texts(Role.AccountId, "a", "b", "c", "d", "e", "f"), Texts(Role.Country, "US", "Australia", "Canada", "Germany", "US", null), Texts(Role.State, "washington", "Western Australia", "Québec", "Bayern", "Bayern", "Texas"))));
        Assert.Equal(["WA", "WA", "QC", "Bayern", "Bayern", "Texas"], Values(result.Workspace.Accounts, "State"));
        Assert.Equal([("US", "Bayern", null), ("US", "washington", "WA")], result.States.Where(s => s.Country == "US").Select(s => (s.Country, s.Written, s.Code)));
        Assert.Equal(["a", "b", "c"], result.Changes.Single().Cells.Select(c => c.Record));
    }

    [Fact]
    public void A_region_can_be_moved_and_what_the_export_says_is_kept()
    {
        var options = CountryOptions.Default with { Regions = CountryOptions.Default.Regions.SetItem("MX", "NA") };
        var result = CountryStandardization.Apply(Of(Accounts(Texts(Role.Country, "Mexico", "Mexico", "France"), Column.Of("region", [null, "LATAM", "EMEA"]))), options);
        Assert.Equal(["NA", "LATAM", "EMEA"], Values(result.Workspace.Accounts, "region"));
        Assert.Equal(1, result.KeptRecords);
        Assert.Equal("LATAM", CountryOptions.Default.Regions["MX"]);
    }

    [Fact]
    public void Every_country_has_a_region_but_Antarctica_and_uninhabited_islands()
    {
        Assert.Equal(["AQ", "BV", "GS", "HM", "TF"], CountryName.AllCodes.Where(c => !CountryOptions.Default.Regions.ContainsKey(c)));
        Assert.Equal(["APAC", "EMEA", "LATAM", "NA"], CountryOptions.Default.Regions.Values.Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(CountryOptions.Default.Regions.Keys.Except(CountryName.AllCodes));
    }

    // The samples' accounts come from seven countries: US and CA are NA, GB, DE, FR and IE EMEA, AU APAC. "Untied States" is no country's name until the picklists are standardised.
    [Fact]
    public void The_samples_have_seven_countries_and_a_second_run_changes_nothing()
    {
        var clean = PicklistStandardization.Apply(samples.Workspace, PicklistDecisions.Load(Path.Combine(SampleFiles.Folder, "decisions", "picklists.yaml"))).Workspace;
        var result = CountryStandardization.Apply(clean);
        Assert.Equal(["AU", "CA", "DE", "FR", "GB", "IE", "US"], result.Countries.Select(c => c.Code).OfType<string>().Distinct().Order(StringComparer.Ordinal));
        Assert.All(result.Countries.Where(c => c.Written is not null), c => Assert.NotNull(c.Region));
        Assert.Equal(samples.Workspace.Accounts.Table.RowCount, result.Countries.Where(c => c.Table == "accounts").Sum(c => c.Records));
        Assert.Empty(CountryStandardization.Apply(result.Workspace).Changes);
    }

    [Fact]
    public void Without_a_country_column_nothing_changes()
    {
        var workspace = Of(Accounts(Texts(Role.AccountId, "a")));
        var result = CountryStandardization.Apply(workspace);
        Assert.Same(workspace, result.Workspace);
        Assert.Empty(result.Countries);
        Assert.Equal(0, result.ToTable().RowCount);
    }
}
