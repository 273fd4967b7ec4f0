using Segmentation.Load;
using Segmentation.Match;
using Segmentation.Tests.Audit;
using static Segmentation.Tests.Audit.RecordsWorkspace;

namespace Segmentation.Tests.Match;

public sealed class ContactRecordsTests
{
    [Fact]
    public void Fields_are_normalised()
    {
        var records = ContactRecords.Of(RecordsWorkspace.Of(Contacts(
            Texts(Role.FirstName, "Dr. Bob"),
            Texts(Role.LastName, "O'Neill-Strauß"),
            Texts(Role.Email, " Bluecat77@ACME.co.uk "),
            Texts(Role.CompanyName, "Acme Ltd."),
            Texts(Role.Phone, "+44 20 7946 0123"))));
        Assert.Equal(("bob", "robert", "oneill strauss", "bo"), (Field(records, "first name"), Field(records, "first name in full"), Field(records, "last name"), Field(records, "initials")));
        Assert.Equal(("bluecat77@acme.co.uk", "bluecat77", "acme.co.uk"), (Field(records, "email"), Field(records, "mailbox"), Field(records, "domain")));
        Assert.Equal(("acme", "079460123"), (Field(records, "company"), Field(records, "phone")));
        Assert.All(["first name", "first name in full", "last name", "initials", "email", "mailbox", "domain", "phone", "company"], f => Assert.True(records.Fields[f].IsPersonal));
    }

    [Theory]
    [InlineData("info@acme.com", null, "acme.com")]
    [InlineData("jlark@acme", null, null)]
    [InlineData("jlark at acme.com", null, null)]
    [InlineData("jlark@gmail.com", "jlark@gmail.com", null)]
    public void A_desk_is_nobodys_email_a_malformed_one_nobodys_and_free_mail_no_company(string email, string? expected, string? domain)
    {
        var records = ContactRecords.Of(RecordsWorkspace.Of(Contacts(Texts(Role.Email, email))));
        Assert.Equal((expected, domain), (Field(records, "email"), Field(records, "domain")));
    }

    [Fact]
    public void A_mailbox_made_of_the_name_says_no_more_than_the_name()
    {
        var records = ContactRecords.Of(RecordsWorkspace.Of(Contacts(Texts(Role.FirstName, "Jo"), Texts(Role.LastName, "Lark"), Texts(Role.Email, "jo.lark+crm@acme.com"))));
        Assert.Null(Field(records, "mailbox"));
    }

    [Theory]
    [InlineData("Lark, Jo Ann", "jo ann", "lark")]
    [InlineData("Prof. Jo Ann Lark", "jo ann", "lark")]
    [InlineData("Lark", null, "lark")]
    public void A_full_name_gives_first_and_last(string name, string? first, string last)
    {
        var records = ContactRecords.Of(RecordsWorkspace.Of(Contacts(Texts(Role.FullName, name))));
        Assert.Equal((first, last), (Field(records, "first name"), Field(records, "last name")));
    }

    [Fact]
    public void What_a_contact_lacks_of_its_employer_is_taken_from_the_account()
    {
        var records = ContactRecords.Of(RecordsWorkspace.Of(
            Accounts(Texts(Role.AccountId, "a"), Texts(Role.AccountName, "Acme Inc."), Texts(Role.Website, "acme.com")),
            Contacts(Texts(Role.AccountId, "a"), Texts(Role.LastName, "Lark"))));
        Assert.Equal(("a", "acme", "acme.com", "known"), (Field(records, "account"), Field(records, "company"), Field(records, "domain"), Field(records, "employer")));
    }

    [Fact]
    public void Accounts_that_are_one_are_one_employer()
    {
        var workspace = RecordsWorkspace.Of(
            Accounts(Texts(Role.AccountId, "a", "b"), Texts(Role.AccountName, "Acme", "Acme")),
            Contacts(Texts(Role.AccountId, "a", "b", "gone"), Texts(Role.LastName, "Lark", "Lark", "Lark")));
        var entities = new EntityAssignment { Kind = EntityKind.Accounts, RecordIds = ["a", "b"], Entity = [0, 0], EntityIds = ["A-a"] };
        var account = ContactRecords.Of(workspace, entities).Fields.Text("account");
        Assert.Equal(("A-a", "A-a", "gone"), (account[0], account[1], account[2]));
    }

    [Fact]
    public void An_export_without_roles_says_that_nothing_can_be_compared() =>
        Assert.StartsWith("contacts.csv holds nothing to compare records by", Assert.Single(ContactRecords.Of(RecordsWorkspace.Of(Contacts(Segmentation.Tables.Column.Of("x", ["1"])))).Notes), StringComparison.Ordinal);

    [Fact]
    public void No_field_makes_all_candidate_pairs()
    {
        // Of every blocking rule there is another that works without any one of its fields.
        foreach (var field in MatchSettings.Contacts.Blocking.SelectMany(r => r.Fields).Distinct())
            Assert.Contains(MatchSettings.Contacts.Blocking, r => !r.Fields.Contains(field));
    }

    private static string? Field(MatchRecords records, string name) => records.Fields.Text(name)[0];
}
