using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Load;

public sealed class WorkspaceContentTests
{
    [Theory]
    [InlineData("+49 30 23125 692", true)]
    [InlineData("(212) 555-0100 x12", true)]
    [InlineData("230-555-0114", true)]
    [InlineData("+15552120100", true)]
    [InlineData("2305550114", false)]
    [InlineData("2026-06-30", false)]
    [InlineData("30.06.2026", false)]
    [InlineData("12345-6789", false)]
    [InlineData("1234567.89", false)]
    [InlineData("call me", false)]
    public void A_phone_number_is_grouped_digits_and_nothing_else(string value, bool phone) => Assert.Equal(phone ? 1 : 0, Look(value).Phones);

    [Theory]
    [InlineData("ada@acme.example", 1, 0)]
    [InlineData("ada@acme", 0, 0)]
    [InlineData("ada @acme.example", 0, 0)]
    [InlineData("acme.example", 0, 1)]
    [InlineData("https://acme.example/x?y", 0, 1)]
    [InlineData("www.acme.example", 0, 1)]
    [InlineData("Acme Inc.", 0, 0)]
    [InlineData("3.5", 0, 0)]
    public void Emails_and_web_addresses_are_told_apart(string value, double emails, double web)
    {
        var content = Look(value);
        Assert.Equal((emails, web), (content.Emails, content.WebAddresses));
    }

    [Fact]
    public void A_huge_field_is_looked_at_in_bounded_time_and_is_text() =>
        Assert.Equal(0, Look(new string('1', 5_000_000) + "!").Phones + Look(new string('a', 5_000_000) + "@" + new string('.', 1000)).Emails);

    [Fact]
    public void A_sparse_column_is_still_looked_at()
    {
        var values = new string?[5000];
        values[4321] = "ada@acme.example";
        Assert.Equal(1, ColumnContent.Of(Column.Of("x", values), WorkspaceOptions.Default).Emails);
    }

    [Theory]
    [InlineData("2026-06")]
    [InlineData("2026/6")]
    [InlineData("202606")]
    [InlineData("06/2026")]
    [InlineData("Jun 2026")]
    [InlineData("june-26")]
    public void Months_in_the_usual_spellings_are_read(string text) => Assert.Equal(new DateTime(2026, 6, 1), PeriodText.Read(text));

    [Theory]
    [InlineData("2026-Q2", 4)]
    [InlineData("Q4 2026", 10)]
    public void A_quarter_is_its_first_day(string text, int month) => Assert.Equal(new DateTime(2026, month, 1), PeriodText.Read(text));

    [Theory]
    [InlineData("2026-13")]
    [InlineData("2026")]
    [InlineData("120000")]
    [InlineData("Juno 2026")]
    [InlineData("")]
    public void What_names_no_month_is_not_read(string text) => Assert.Null(PeriodText.Read(text));

    [Theory]
    [InlineData("Account ID", "accountid")]
    [InlineData(" account_id ", "accountid")]
    [InlineData("ARR__c", "arr")]
    [InlineData("Customer_Tier__c", "customertier")]
    [InlineData("# Employees", "employees")]
    [InlineData("Straße", "straße")]
    public void Case_spaces_underscores_and_custom_endings_do_not_count(string header, string key) => Assert.Equal(key, HeaderKey.Of(header));

    [Theory]
    [InlineData("ARR (USD)", "arr")]
    [InlineData("arr_eur", "arr")]
    [InlineData("SBQQ__StartDate__c", "startdate")]
    [InlineData("vitally.custom.arr", "arr")]
    [InlineData("Owner.Email", null)]
    [InlineData("Industry", null)]
    public void A_unit_prefix_or_path_is_cut_but_not_the_way_to_another_record(string header, string? core) => Assert.Equal(core, HeaderKey.Core(header));

    private static ColumnContent Look(string value) => ColumnContent.Of(Column.Of("x", [value]), WorkspaceOptions.Default);
}
