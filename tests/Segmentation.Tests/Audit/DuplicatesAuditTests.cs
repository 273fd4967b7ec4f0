using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;
using static Segmentation.Tests.Audit.RecordsWorkspace;

namespace Segmentation.Tests.Audit;

// Every expected number is counted by hand from the rows above it.
public sealed class DuplicatesAuditTests
{
    [Fact]
    public void Rate_and_records_in_clusters_are_two_figures()
    {
        // Six records, four companies: (Acme Inc, ACME LLC, acme) and Beta, Gamma, Delta.
        var result = DuplicatesAudit.Run(Of(Accounts(
            Texts(Role.AccountId, "1", "2", "3", "4", "5", "6"),
            Texts(Role.AccountName, "Acme Inc.", "Beta", "ACME, LLC", "Gamma", "acme", "Delta"),
            Numbers(Role.Arr, 100, 20, 50, 30, double.NaN, 10))));
        var accounts = result.Accounts!;
        Assert.Equal(4, accounts.Entities);
        Assert.Equal(2 / 6.0, accounts.DuplicateRate);
        Assert.Equal(3 / 6.0, accounts.InClustersShare);
        Assert.Equal(1, accounts.ClusterCount);
        Assert.Equal("1; 3; 5", accounts.Clusters.Text("ids")[0]);
        Assert.Equal("company name", accounts.Clusters.Text("joined by")[0]);
        Assert.Equal(150, accounts.Clusters.Number("ARR")[0]);
        Assert.Equal([3.0], accounts.Sizes.Number("records in cluster").Values.ToArray());
        var finding = result.Findings.Single(f => f.Check == "duplicates-accounts");
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Equal(2, finding.Count);
        Assert.Equal(150, finding.ArrAtStake);
        Assert.Equal(3, finding.Rows.RowCount);
    }

    [Theory]
    [InlineData(50, Severity.Error)] // 1 / 50 is the limit itself, and the limit is "below 2%".
    [InlineData(51, Severity.Info)]
    public void A_rate_on_the_limit_breaks_it(int records, Severity severity)
    {
        var names = Enumerable.Range(0, records).Select(i => i == 1 ? "Company 0" : $"Company {i}").ToArray();
        var result = DuplicatesAudit.Run(Of(Accounts(Column.Of(nameof(Role.AccountName), names))));
        Assert.Equal(severity, result.Findings.Single(f => f.Check == "duplicates-accounts").Severity);
    }

    [Fact]
    public void One_name_under_two_domains_or_countries_is_possible_and_not_joined()
    {
        var accounts = DuplicatesAudit.Run(Of(Accounts(
            Texts(Role.AccountName, "Acme Inc", "Acme GmbH", "Beta", "Beta", "Gamma", "Gamma"),
            Texts(Role.Website, "acme.com", "acme.de", "beta.com", "beta.com", "gamma.com", "www.gamma.com"),
            Texts(Role.Country, "US", "Germany", "US", "France", "USA", "United States")))).Accounts!;
        Assert.Equal(1, accounts.ClusterCount);
        Assert.Equal("Gamma; Gamma", accounts.Clusters.Text("names")[0]);
        Assert.Equal(2, accounts.Possible.RowCount);
    }

    [Fact]
    public void A_missing_domain_joins_only_where_the_others_agree()
    {
        // Acme: one domain known, the third record goes with it. Beta: two known, the record without one stays apart.
        var accounts = DuplicatesAudit.Run(Of(Accounts(
            Texts(Role.AccountName, "Acme", "Acme", "Acme", "Beta", "Beta", "Beta"),
            Texts(Role.Website, "acme.com", "acme.com", null, "beta.com", "beta.de", null)))).Accounts!;
        Assert.Equal(1, accounts.ClusterCount);
        Assert.Equal(3, accounts.InClusters);
    }

    [Fact]
    public void A_parent_and_its_subsidiary_are_not_duplicates()
    {
        var accounts = DuplicatesAudit.Run(Of(Accounts(
            Texts(Role.AccountId, "1", "2"),
            Texts(Role.AccountName, "Acme", "Acme"),
            Texts(Role.ParentAccountId, null, "1")))).Accounts!;
        Assert.Equal(0, accounts.ClusterCount);
        Assert.Equal(1, accounts.Possible.RowCount);
    }

    [Fact]
    public void A_shared_domain_under_other_names_is_possible_and_free_mail_is_nothing()
    {
        var accounts = DuplicatesAudit.Run(Of(Accounts(
            Texts(Role.AccountName, "Acme", "Acme Labs", "Beta", "Gamma"),
            Texts(Role.Email, "a@acme.com", "b@acme.com", "c@gmail.com", "d@gmail.com")))).Accounts!;
        Assert.Equal(0, accounts.ClusterCount);
        Assert.Equal(["acme.com"], Enumerable.Range(0, accounts.Possible.RowCount).Select(r => accounts.Possible.Text("key")[r]));
    }

    [Theory]
    [InlineData(50, 1, 0)]
    [InlineData(51, 0, 1)]
    public void A_key_of_too_many_records_joins_nothing(int records, int clusters, int generic)
    {
        var accounts = DuplicatesAudit.Run(Of(Accounts(Column.Of(nameof(Role.AccountName), Enumerable.Repeat("Test", records))))).Accounts!;
        Assert.Equal(clusters, accounts.ClusterCount);
        Assert.Equal(generic, accounts.GenericKeys.RowCount);
    }

    [Fact]
    public void People_are_joined_by_email_and_by_name_with_company()
    {
        // 1-2 email; 3-4 name + account; 2-5 name + email domain, which makes 1-2-5 one person. 6 shares a desk's mailbox with 7.
        var result = DuplicatesAudit.Run(Of(
            Accounts(Texts(Role.AccountId, "A", "B"), Texts(Role.AccountName, "Acme", "Beta")),
            Contacts(
                Texts(Role.ContactId, "1", "2", "3", "4", "5", "6", "7"),
                Texts(Role.Email, "JO@acme.com", "jo@acme.com ", null, "x@beta.com", "jo.smith@acme.com", "info@acme.com", "info@acme.com"),
                Texts(Role.FirstName, "Joanna", "Jo", "Ann", "Ann", "Jo", "Pat", "Kim"),
                Texts(Role.LastName, "Smith", "Smith", "Lee", "LEE", "Smith", "Roe", "Poe"),
                Texts(Role.AccountId, null, null, "B", "B", null, null, null))));
        var contacts = result.Contacts!;
        Assert.Equal(2, contacts.ClusterCount);
        Assert.Equal("1; 2; 5", contacts.Clusters.Text("ids")[0]);
        Assert.Equal("email, person name + email domain", contacts.Clusters.Text("joined by")[0]);
        Assert.Equal("3; 4", contacts.Clusters.Text("ids")[1]);
        Assert.Equal(4, contacts.Entities);
        Assert.True(contacts.Clusters["names"].IsPersonal);
    }

    [Fact]
    public void A_person_at_two_duplicate_accounts_is_found()
    {
        var contacts = DuplicatesAudit.Run(Of(
            Accounts(Texts(Role.AccountId, "A", "B"), Texts(Role.AccountName, "Acme", "Acme Ltd")),
            Contacts(Texts(Role.FullName, "Ann Lee", "Lee Ann"), Texts(Role.AccountId, "A", "B")))).Contacts!;
        Assert.Equal("person name + account", contacts.Clusters.Text("joined by")[0]);
    }

    [Fact]
    public void Missing_exports_and_columns_are_findings()
    {
        Assert.Equal(["duplicates-accounts", "duplicates-contacts"], DuplicatesAudit.Run(Of()).Findings.Select(f => f.Check));
        var result = DuplicatesAudit.Run(Of(Accounts(Column.Of("colour", ["red", "red"]))));
        Assert.Contains("AccountName", result.Findings[0].Message, StringComparison.Ordinal);
        Assert.Equal(0, result.Accounts!.ClusterCount);
    }

    [Fact]
    public void Empty_and_all_null_tables_work()
    {
        var empty = DuplicatesAudit.Run(Of(Accounts(Texts(Role.AccountName)), Contacts(Texts(Role.Email))));
        Assert.Null(empty.Accounts!.DuplicateRate);
        var nothing = DuplicatesAudit.Run(Of(Accounts(Texts(Role.AccountName, null, null)), Contacts(Texts(Role.Email, null, "  "))));
        Assert.Equal(2, nothing.Accounts!.WithoutKey);
        Assert.Equal(0, nothing.Contacts!.DuplicateRate);
        Assert.NotEmpty(nothing.ToHtml());
    }

    [Fact]
    public void Names_stay_hidden_under_the_mask()
    {
        var result = DuplicatesAudit.Run(Of(Accounts(Texts(Role.AccountName, "Acme <b>", "Acme <b>"))));
        Assert.DoesNotContain("Acme", result.Accounts!.ToHtml(new RenderOptions(Mask: true)), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", result.Accounts!.ToHtml(), StringComparison.Ordinal);
    }
}
