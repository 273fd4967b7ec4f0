using Segmentation.Load;
using Segmentation.Match;
using Segmentation.Tables;
using Segmentation.Tests.Audit;
using static Segmentation.Tests.Audit.RecordsWorkspace;

namespace Segmentation.Tests.Match;

public sealed class AccountRecordsTests
{
    [Fact]
    public void Fields_are_normalised()
    {
        var records = AccountRecords.Of(RecordsWorkspace.Of(Accounts(
            Texts(Role.AccountId, " 001A "),
            Texts(Role.AccountName, "Müller Werkzeug GmbH & Co. KG"),
            Texts(Role.Website, "https://www.Mueller-Werkzeug.de/start"),
            Texts(Role.Phone, "+49 (0)30 2312-5098 x12"),
            Texts(Role.Country, "Deutschland"),
            Texts(Role.City, "Köln"),
            Texts(Role.PostalCode, "D-01 067"),
            Texts(Role.Industry, "Machinery, Industrial"),
            Texts(Role.Employees, "1,250"))));
        Assert.Equal("001A", Assert.Single(records.Ids));
        Assert.Equal("muller werkzeug", Field(records, "name"));
        Assert.Equal("eeegkllmrruuwz", Field(records, "name letters"));
        Assert.Equal(("muller", "werkzeug", "m"), (Field(records, "name start"), Field(records, "name end"), Field(records, "name initial")));
        Assert.Equal("mueller-werkzeug.de", Field(records, "domain"));
        Assert.Equal("023125098", Field(records, "phone"));
        Assert.Equal(("DE", "koln", "D01067"), (Field(records, "country"), Field(records, "city"), Field(records, "postcode")));
        Assert.Equal(("industrial machinery", "1250"), (Field(records, "industry"), Field(records, "employees")));
    }

    [Fact]
    public void Names_domains_and_phones_are_personal()
    {
        var fields = AccountRecords.Of(RecordsWorkspace.Of(Accounts(Texts(Role.AccountName, "Acme")))).Fields;
        Assert.All(["name", "name letters", "name initial", "name start", "name end", "domain", "phone"], f => Assert.True(fields[f].IsPersonal));
    }

    [Fact]
    public void A_company_without_website_has_the_domain_that_most_of_its_contacts_write_from()
    {
        var workspace = RecordsWorkspace.Of(
            Accounts(Texts(Role.AccountId, "a", "b", "c"), Texts(Role.AccountName, "Alba", "Brio", "Cavo"), Texts(Role.Website, null, null, "cavo.com")),
            Contacts(
                Texts(Role.AccountId, "a", "a", "a", "b", "b", "c"),
                Texts(Role.Email, "x@alba.com", "y@alba.com", "z@gmail.com", "x@one.com", "y@two.com", "x@other.com")));
        var domain = AccountRecords.Of(workspace).Fields.Text("domain");
        Assert.Equal(("alba.com", null, "cavo.com"), (domain[0], domain[1], domain[2]));
    }

    [Fact]
    public void Tests_and_the_vendors_own_records_hold_no_field_and_are_counted()
    {
        var records = AccountRecords.Of(RecordsWorkspace.Of(
            Accounts(Texts(Role.AccountName, "Acme", "Test Account", "Vendor internal"), Texts(Role.Website, "acme.com", null, "vendor.com")),
            RecordsWorkspace.Export(EntityKind.Users, Texts(Role.Email, "a@vendor.com", "b@vendor.com"))));
        Assert.Equal([true, false, false], Enumerable.Range(0, 3).Select(r => records.Fields.Columns.Any(c => !c.IsNull(r))));
        Assert.Contains("2 records of accounts.csv are a test, an example or the vendor's own, and compared with nothing (1 by a word or a domain that belongs to nobody).", records.Notes);
    }

    [Fact]
    public void An_export_without_roles_has_fields_without_values_and_says_so()
    {
        var records = AccountRecords.Of(RecordsWorkspace.Of(Accounts(Column.Of("x", ["1", "2"]))));
        Assert.Equal(["row 1", "row 2"], records.Ids.ToArray());
        Assert.All(records.Fields.Columns, c => Assert.Equal(2, c.NullCount));
        Assert.StartsWith("accounts.csv holds nothing to compare records by", Assert.Single(records.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void An_export_without_rows_has_no_records_and_nothing_to_say()
    {
        var records = AccountRecords.Of(RecordsWorkspace.Of(Accounts(Texts(Role.AccountName))));
        Assert.Empty(records.Ids);
        Assert.Empty(records.Notes);
    }

    [Theory]
    [InlineData("(209) 555-0180", "095550180")]
    [InlineData("+1 209.555.0180", "095550180")]
    [InlineData("0030 23125 098", "023125098")]
    [InlineData("555-0180", "5550180")]
    [InlineData("555-018", null)]
    [InlineData("000 000 000", null)]
    [InlineData("n/a", null)]
    [InlineData("", null)]
    [InlineData("call 2095550180 ext. 7", "095550180")]
    public void Phones_are_their_last_nine_digits(string text, string? expected) => Assert.Equal(expected, PhoneDigits.Of(text));

    private static string? Field(MatchRecords records, string name) => records.Fields.Text(name)[0];
}
