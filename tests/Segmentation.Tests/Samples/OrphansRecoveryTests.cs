using Segmentation.Audit;

namespace Segmentation.Tests.Samples;

/// <summary>The audit finds the planted orphans, and which of them a domain rescues. Authority: <c>truth/</c>.</summary>
public sealed class OrphansRecoveryTests(SampleWorkspace samples) : IClassFixture<SampleWorkspace>
{
    private readonly OrphansResult found = OrphansAudit.Run(samples.Workspace);

    [Fact]
    public void Contacts_without_an_account_are_counted_by_cause()
    {
        var planted = SampleFiles.PlantedBelow("contacts/orphans");
        var dangling = planted["dangling-rescuable"] + planted["dangling-stranger"];
        Assert.Equal(dangling, Count("contacts-dangling-account"));
        Assert.Equal(planted.Values.Sum() - dangling, Count("contacts-no-account"));
        Assert.Equal(1 - ((double)planted.Values.Sum() / SampleFiles.Planted("contacts/rows")), found.ContactsWithCompany!.Value, 12);
    }

    [Fact]
    public void Rescued_contacts_are_the_planted_ones_and_go_to_their_true_account()
    {
        var expected = SampleFiles.Read("truth/contacts-entities.csv").Rows.Where(r => r["orphan"] is "rescuable" or "dangling-rescuable").Select(r => (r["contact_id"], r["true_account_id"]));
        var rescue = found.Rescue;
        Assert.Equal(expected.Order(), Enumerable.Range(0, rescue.RowCount).Select(r => (rescue["contact id"].Raw(r), rescue["account id"].Raw(r))).Order());
        Assert.Equal(SampleFiles.Planted("contacts/orphans/ambiguous"), found.Ambiguous.RowCount);
    }

    [Fact]
    public void Revenue_of_unknown_accounts_is_counted() => Assert.Equal(SampleFiles.Planted("arr/unknown-account-rows"), Count("arr-without-account"));

    [Fact]
    public void Parents_that_lead_nowhere_or_in_a_ring_are_counted()
    {
        Assert.Equal(SampleFiles.Planted("accounts/dangling-parents"), Count("parent-missing"));
        Assert.Equal(SampleFiles.Planted("accounts/records-in-parent-cycles"), Count("parent-self") + Count("parent-cycle"));
    }

    private int Count(string check) => found.Checks.Single(c => c.Check == check).Count;
}
