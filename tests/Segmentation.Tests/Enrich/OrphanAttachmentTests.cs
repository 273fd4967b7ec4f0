using Segmentation.Enrich;
using Segmentation.Load;

namespace Segmentation.Tests.Enrich;

public sealed class OrphanAttachmentTests
{
    private const string Accounts = "Account ID,Account Name,Website,Industry,ARR\nA1,Acme,www.acme.example,Retail,1\nA2,Beta,beta.example,Retail,1\nA3,Beta Two,www.beta.example,Retail,1\nA4,Mail,gmail.com,Retail,1\n";

    private static OrphanAttachmentResult Run(string contacts, string head = "Record ID - Contact,First Name,Last Name,Email,Salesforce Account ID,Lifecycle Stage\n") =>
        OrphanAttachment.Run(EnrichFolder.Open(("accounts.csv", Accounts), ("contacts.csv", head + contacts)));

    [Fact]
    public void An_orphan_is_attached_by_the_domain_of_one_account_and_by_nothing_else()
    {
        var result = Run("1,A,X,a@acme.example,,Lead\n2,B,X,b@beta.example,,Lead\n3,C,X,c@gmail.com,,Lead\n4,D,X,,,Lead\n5,E,X,e@unknown.example,,Lead\n6,F,X,f@mail.acme.example,A9,Lead\n7,G,X,g@beta.example,A2,Lead\n8,H,X,h@acme.example,A2,Lead\n");
        Assert.Equal(["A1", null, null, null, null, "A1", "A2", "A2"], EnrichFolder.Values(result.Workspace.Contacts, "Salesforce Account ID"));
        Assert.Equal((8, 6, 2), (result.Contacts, result.Orphans, result.Attached));
        Assert.Equal(["domain acme.example is this account's alone", "domain acme.example is this account's alone; the account named before does not exist"], result.Changes.Single().Cells.Select(c => c.Reason));
        Assert.Equal(
            ["domain of 2 accounts: merge them, or choose", "free-mail address", "no email", "domain of no account"],
            EnrichFolder.Values(result.Workspace.Contacts with { Table = result.LeftOver }, "why not attached"));
    }

    [Fact]
    public void The_limit_itself_is_not_above_it_and_the_verdict_says_how_many_are_missing()
    {
        // 9 of 10 is 90%, which is not above 90%: one more is missing.
        var result = Run(string.Concat(Enumerable.Range(1, 9).Select(i => $"{i},A,X,a{i}@acme.example,,Lead\n")) + "10,B,X,b@gmail.com,,Lead\n");
        Assert.Equal((.0, .9, false, 1), (result.ShareBefore!.Value, result.ShareAfter!.Value, result.MeetsLimit, result.Missing));
        Assert.Equal("90.0% of contacts have a company, 0.0% before; the limit of above 90% is not met: 1 more contact would have to be attached, and no email domain says where; the list says why for each.", result.Verdict());
    }

    [Fact]
    public void Without_an_account_column_one_is_added()
    {
        var result = Run("1,A,X,a@acme.example,Lead\n2,B,X,b@gmail.com,Lead\n", "Record ID - Contact,First Name,Last Name,Email,Lifecycle Stage\n");
        Assert.Equal(["A1", null], EnrichFolder.Values(result.Workspace.Contacts, "account_id"));
        Assert.Equal(["account_id"], result.Changes.Single().AddedColumns.ToArray());
        Assert.NotNull(result.Workspace.Contacts.Find(Role.AccountId));
    }

    [Fact]
    public void A_column_of_numbers_that_cannot_hold_the_identifier_is_replaced()
    {
        var result = Run("1,A,X,a@acme.example,77,Lead\n2,B,X,b@gmail.com,78,Lead\n");
        Assert.Equal("A1", result.Workspace.Contacts.Require(Role.AccountId).Raw(0));
        Assert.Equal("78", result.Workspace.Contacts.Require(Role.AccountId).Raw(1));
    }

    [Fact]
    public void Running_twice_attaches_nobody_more()
    {
        var first = Run("1,A,X,a@acme.example,,Lead\n");
        Assert.Equal(0, OrphanAttachment.Run(first.Workspace).Attached);
    }
}
