using Segmentation.Load;
using Segmentation.Standardize;
using Segmentation.Tables;
using static Segmentation.Tests.Audit.RecordsWorkspace;

namespace Segmentation.Tests.Standardize;

public sealed class IdentityStandardizationTests
{
    private static readonly Workspace Dirty = Of(
        Accounts(
            Texts(Role.AccountId, "A", "B", "C", "D", "E", "F"),
            Texts(Role.AccountName, " Acme,  Inc. ", "MÜLLER WERKE GMBH & CO. KG", "---", "\u200B", null, "Zenit Ltd"),
            Texts(Role.Website, "https://shop.Acme.co.uk/x", null, "gmail.com", "https://www.linkedin.com/company/d", null, "nonsense"),
            Texts(Role.Phone, "020 7946 0958 ext 5", "030 23125 821", "555-0100", "(212) 555-0100", "n/a", "+49 30 23125 821"),
            Texts(Role.Country, "UK", "Germany", "USA", null, "US", null)),
        Contacts(
            Texts(Role.ContactId, "1", "2", "3", "4", "5", "6"),
            Texts(Role.AccountId, "A", "B", "B", "B", "C", "none"),
            Texts(Role.FirstName, "Jo", " Mo\u00A0", "Al", null, "Di", "Ed"),
            Texts(Role.CompanyName, "Acme", "Mueller", null, null, null, null),
            Texts(Role.Email, "Jo@ACME.co.uk", "mailto:mo@mueller.de", "al@mueller.de.", "x@gmail.com", "di at c.com", null),
            Texts(Role.Phone, "020 7946 0958", "030 23125 821", null, null, "(212) 555-0100", "(212) 555-0100")));

    private static readonly IdentityResult Clean = IdentityStandardization.Apply(Dirty);

    [Fact]
    public void Names_lose_stray_characters_and_gain_a_key()
    {
        var accounts = Clean.Workspace.Accounts;
        Assert.Equal(["Acme, Inc.", "MÜLLER WERKE GMBH & CO. KG", "---", null, null, "Zenit Ltd"], Values(accounts.Find(Role.AccountName)!));
        Assert.Equal(["acme", "muller werke", null, null, null, "zenit"], Values(accounts.Table["company_key"]));
        Assert.Equal("Mo", Clean.Workspace.Contacts.Find(Role.FirstName)!.Raw(1));
        Assert.Equal("Müller Werke Gmbh & CO. KG", NameStandardization.Apply(Dirty, IdentityOptions.Default with { RecasesCapitals = true }).Workspace.Accounts.Find(Role.AccountName)!.Raw(1));
    }

    [Fact]
    public void Emails_have_one_form_and_a_key_and_what_is_none_stays_and_is_listed()
    {
        var contacts = Clean.Workspace.Contacts;
        Assert.Equal(["Jo@acme.co.uk", "mo@mueller.de", "al@mueller.de", "x@gmail.com", "di at c.com", null], Values(contacts.Find(Role.Email)!));
        Assert.Equal(["jo@acme.co.uk", "mo@mueller.de", "al@mueller.de", "x@gmail.com", null, null], Values(contacts.Table["email_key"]));
        var emails = EmailStandardization.Apply(Dirty);
        Assert.Equal([(IdentityVerdict.Changed, 3), (IdentityVerdict.Standard, 1), (IdentityVerdict.NotUsable, 1)], emails.Outcomes.Where(o => o.Field == "Email").Select(o => (o.Verdict, o.Records)));
        Assert.Equal(["contacts", "5", "Email", "di at c.com", "no @"], emails.Aside.Columns.Select(c => c.Raw(0)));
        Assert.True(emails.Aside["value"].IsPersonal);
        Assert.True(EmailStandardization.Apply(Dirty, IdentityOptions.Default with { EmptiesUnusable = true }).Workspace.Contacts.Find(Role.Email)!.IsNull(4));
    }

    [Fact]
    public void A_domain_comes_from_the_website_else_from_most_contacts_and_never_from_free_mail()
    {
        Assert.Equal(["acme.co.uk", "mueller.de", null, null, null, null], Values(Clean.Workspace.Accounts.Find(Role.Domain)!));
        Assert.Equal(["acme.co.uk", "mueller.de", "mueller.de", null, null, null], Values(Clean.Workspace.Contacts.Find(Role.Domain)!));
        var reasons = DomainStandardization.Apply(Dirty).Outcomes.Where(o => o is { Table: "accounts", Verdict: IdentityVerdict.NotUsable }).Select(o => o.Reason);
        Assert.Equal(["a page at somebody else's site", "free mail", "no domain in it"], reasons);
    }

    [Fact]
    public void Contacts_that_disagree_make_no_domain()
    {
        var two = Of(Accounts(Texts(Role.AccountId, "A")), Contacts(Texts(Role.ContactId, "1", "2"), Texts(Role.AccountId, "A", "A"), Texts(Role.Email, "a@one.com", "b@two.com")));
        Assert.Equal([null], Values(DomainStandardization.Apply(two).Workspace.Accounts.Find(Role.Domain)!));
        // Exactly half is not more than half; a lower limit lets it in.
        Assert.Equal(["one.com"], Values(DomainStandardization.Apply(two, IdentityOptions.Default with { EmailMajority = 0.49 }).Workspace.Accounts.Find(Role.Domain)!));
    }

    [Fact]
    public void A_domain_that_the_CRM_holds_is_kept_in_its_column()
    {
        var held = Of(Accounts(Texts(Role.AccountId, "A", "B"), Texts(Role.Domain, "WWW.Acme.com", "gmail.com"), Texts(Role.Website, "other.com", "b.com")));
        var result = DomainStandardization.Apply(held);
        Assert.Equal(["acme.com", "b.com"], Values(result.Workspace.Accounts.Table["Domain"]));
        Assert.Equal(["from Domain", "from Website"], result.Changes.Single().Cells.Select(c => c.Reason));
    }

    [Fact]
    public void Phones_are_read_in_the_country_of_the_record_or_its_account()
    {
        var accounts = Clean.Workspace.Accounts;
        Assert.Equal(["+442079460958", "+493023125821", "555-0100", "(212) 555-0100", "n/a", "+493023125821"], Values(accounts.Find(Role.Phone)!));
        Assert.Equal(["5", null, null, null, null, null], Values(accounts.Table["phone_extension"]));
        Assert.Equal(["+442079460958", "+493023125821", null, null, "+12125550100", "(212) 555-0100"], Values(Clean.Workspace.Contacts.Find(Role.Phone)!));
        var reasons = PhoneStandardization.Apply(Dirty).Outcomes.Where(o => o is { Table: "accounts", Field: "Phone", Verdict: IdentityVerdict.NotUsable }).Select(o => o.Reason);
        Assert.Equal(["country not known", "no number", "too short for its country"], reasons);
        Assert.Equal("+12125550100", PhoneStandardization.Apply(Dirty, IdentityOptions.Default with { DefaultCountry = "US" }).Workspace.Accounts.Find(Role.Phone)!.Raw(3));
    }

    [Fact]
    public void Applying_twice_changes_nothing_more()
    {
        var twice = IdentityStandardization.Apply(Clean.Workspace);
        Assert.Equal(Clean.Workspace.Accounts.Table.ToCsv(), twice.Workspace.Accounts.Table.ToCsv());
        Assert.Equal(Clean.Workspace.Contacts.Table.ToCsv(), twice.Workspace.Contacts.Table.ToCsv());
        Assert.Empty(twice.Changes.SelectMany(c => c.Cells));
        Assert.DoesNotContain(twice.Outcomes, o => o.Verdict == IdentityVerdict.Changed);
    }

    [Fact]
    public void Every_change_can_be_undone()
    {
        foreach (var kind in (EntityKind[])[EntityKind.Accounts, EntityKind.Contacts])
        {
            var table = Clean.Workspace.Require(kind).Table;
            foreach (var change in Clean.Changes.Reverse().Where(c => c.Table == table.Name)) table = change.Undo(table);
            Assert.Equal(Dirty.Require(kind).Table.ToCsv(), table.ToCsv());
        }
    }

    [Fact]
    public void Personal_columns_stay_marked_and_derived_ones_are()
    {
        var marked = Of(Contacts(Texts(Role.ContactId, "1"), Texts(Role.Email, " A@B.com").AsPersonal(), Texts(Role.Phone, "+44 20 7946 0958 x1").AsPersonal(), Texts(Role.CompanyName, "B Ltd").AsPersonal()));
        var table = IdentityStandardization.Apply(marked).Workspace.Contacts.Table;
        Assert.All((string[])["Email", "email_key", "domain", "Phone", "phone_extension", "CompanyName", "company_key"], name => Assert.True(table[name].IsPersonal, name));
    }

    [Fact]
    public void Each_different_value_is_looked_at_once()
    {
        var phones = Enumerable.Range(0, 1000).Select(i => i % 2 == 0 ? "(212) 555-0100" : "(212) 555-0101").ToArray();
        var result = PhoneStandardization.Apply(Of(Accounts(Texts(Role.Phone, phones), Texts(Role.Country, [.. phones.Select(_ => "US")]))));
        Assert.Equal((1000, 2), (result.Outcomes.Single().Records, result.Outcomes.Single().Distinct));
    }

    [Fact]
    public void Empty_exports_and_missing_columns_change_nothing()
    {
        var none = Of();
        Assert.Same(none, IdentityStandardization.Apply(none).Workspace);
        var bare = Of(Accounts(Texts(Role.AccountId, "A")), Contacts(Texts(Role.ContactId, "1")));
        Assert.Same(bare, IdentityStandardization.Apply(bare).Workspace);
        var empty = Of(Accounts(Texts(Role.AccountId), Texts(Role.AccountName), Texts(Role.Website), Texts(Role.Phone)), Contacts(Texts(Role.Email)));
        Assert.Empty(IdentityStandardization.Apply(empty).Outcomes);
        var nulls = Of(Contacts(Texts(Role.Email, null, null), Texts(Role.Phone, null, null), Texts(Role.CompanyName, null, null)));
        Assert.Empty(IdentityStandardization.Apply(nulls).Outcomes);
    }

    private static List<string?> Values(Column column) => TitleStandardizationTests.Values(column);
}
