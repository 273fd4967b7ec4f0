using Segmentation.Audit;

namespace Segmentation.Tests.Samples;

/// <summary>The audit finds the planted duplicates, and does not take lookalikes for them. Authority: <c>truth/</c>.</summary>
public sealed class DuplicatesRecoveryTests(SampleWorkspace samples) : IClassFixture<SampleWorkspace>
{
    private readonly DuplicatesResult found = DuplicatesAudit.Run(samples.Workspace);

    [Fact]
    public void Accounts_of_one_name_are_one_company()
    {
        var planted = SampleFiles.PlantedBelow("accounts/duplicates");
        var triples = SampleFiles.Planted("accounts/duplicate-triples");
        Assert.Equal(planted["exact"] + planted["suffix"], found.Accounts!.Surplus);
        Assert.Equal(planted["exact"] + planted["suffix"] - triples, found.Accounts.ClusterCount);
        Assert.Equal((2 * found.Accounts.ClusterCount) + triples, found.Accounts.InClusters);
    }

    [Fact]
    public void Contacts_of_one_email_or_one_name_at_one_account_are_one_person()
    {
        // Namesakes at one account cannot be told apart by an exact key: they are the known false positives.
        var planted = SampleFiles.PlantedBelow("contacts/duplicates");
        Assert.Equal(planted["exact-email"] + planted["email-case"] + planted["name-account"] + SampleFiles.Planted("contacts/namesakes"), found.Contacts!.Surplus);
    }

    [Theory]
    [InlineData("accounts", "Account ID", "account_id", "duplicate-exact", "duplicate-suffix")]
    [InlineData("contacts", "Record ID - Contact", "contact_id", "duplicate-exact-email", "duplicate-email-case", "duplicate-name-account", "namesake")]
    public void The_clusters_are_the_planted_records(string name, string id, string truthId, params string[] kinds)
    {
        var truth = SampleFiles.Read($"truth/{name}-entities.csv").Rows;
        // A namesake is a person of its own: its entity is that of its double with an N behind it.
        var expected = truth.Where(r => kinds.Contains(r["kind"])).Select(r => r["entity_id"].TrimEnd('N')).ToHashSet(StringComparer.Ordinal);
        var members = truth.Where(r => expected.Contains(r["entity_id"].TrimEnd('N')) && (kinds.Contains(r["kind"]) || r["kind"] == "original")).Select(r => r[truthId]);
        var clusters = name == "accounts" ? found.Accounts! : found.Contacts!;
        Assert.Equal(members.Order(StringComparer.Ordinal), SampleWorkspace.Values(clusters.Members, id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Lookalikes_and_shared_domains_are_offered_and_not_joined()
    {
        // Pairs of one name in two countries, of one website, of parent and subsidiary; duplicates under another name; the domains of test and internal records.
        var expected = SampleFiles.PlantedBelow("accounts/lookalike-pairs").Values.Sum() + SampleFiles.Planted("accounts/duplicates/domain") + 2;
        Assert.Equal(expected, found.Accounts!.Possible.RowCount);
    }
}
