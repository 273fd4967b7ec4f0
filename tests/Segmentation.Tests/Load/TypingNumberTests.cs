using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Load;

public sealed class TypingNumberTests
{
    [Theory]
    [InlineData("12", 12)]
    [InlineData("-12.5", -12.5)]
    [InlineData("$12,300.50 ", 12300.5)]
    [InlineData("(1,200.00)", -1200)]
    [InlineData("($1,200.00)", -1200)]
    [InlineData("-$5.25", -5.25)]
    [InlineData("$-5.25", -5.25)]
    [InlineData("100.5-", -100.5)]
    [InlineData("\u22127.5", -7.5)]
    [InlineData("+3.5", 3.5)]
    [InlineData("1,234,567", 1234567)]
    [InlineData("12,34,567.00", 1234567)]
    [InlineData("1'234'567.89", 1234567.89)]
    [InlineData("1 234 567.5", 1234567.5)]
    [InlineData("1\u00A0234\u00A0567", 1234567)]
    [InlineData("1\u202F234.5", 1234.5)]
    [InlineData("USD 1,200.75", 1200.75)]
    [InlineData("1200.75 EUR", 1200.75)]
    [InlineData("US$ 99.95", 99.95)]
    [InlineData("£0.99", 0.99)]
    [InlineData("1.5k", 1500)]
    [InlineData("$1.2M", 1200000)]
    [InlineData("3.5 bn", 3500000000)]
    [InlineData("1.25E+05", 125000)]
    [InlineData("2.5e-03", 0.0025)]
    [InlineData(".5", 0.5)]
    [InlineData("0", 0)]
    [InlineData("000", 0)]
    [InlineData("0.1", 0.1)]
    [InlineData("123456789012345", 123456789012345)]
    [InlineData("12.3456789012345678", 12.345678901234568)]
    public void A_number_reads_with_point_decimals(string cell, double expected)
    {
        var (column, decision, _) = CsvFiles.Column("Amount", [cell, "1.5"]);
        Assert.Equal(ColumnType.Number, decision.Type);
        Assert.Equal(expected, ((NumberColumn)column)[0]);
    }

    [Theory]
    [InlineData("1.234,56", 1234.56)]
    [InlineData("1.234.567", 1234567)]
    [InlineData("1 234,5", 1234.5)]
    [InlineData("€ 12,50", 12.5)]
    [InlineData("12,50 €", 12.5)]
    [InlineData("-0,75", -0.75)]
    [InlineData("1.234", 1234)]
    [InlineData("1'234,5", 1234.5)]
    [InlineData("1234,567", 1234.567)]
    public void A_number_reads_with_comma_decimals_where_the_column_decides_so(string cell, double expected)
    {
        var (column, decision, _) = CsvFiles.Column("Betrag", [cell, "0,5"]);
        Assert.Equal(ColumnType.Number, decision.Type);
        Assert.Equal(expected, ((NumberColumn)column)[0]);
        Assert.Contains("comma decimals", decision.Format, StringComparison.Ordinal);
        Assert.False(decision.Undecidable);
    }

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("10.0.0.1")]
    [InlineData("1,23,45")]
    [InlineData("12,3456,789")]
    [InlineData("1.234,567.8")]
    [InlineData("12E5")]
    [InlineData("5 apples")]
    [InlineData("A12")]
    [InlineData("12-34")]
    [InlineData("(12")]
    [InlineData("12)")]
    [InlineData("--5")]
    [InlineData("NaN5")]
    [InlineData("0x1F")]
    [InlineData("1234567890123456")]
    [InlineData("+14155552671")]
    [InlineData("(415) 555-2671")]
    [InlineData("00123")]
    [InlineData("12%%")]
    public void What_only_looks_like_a_number_is_text(string cell)
    {
        var (column, decision, _) = CsvFiles.Column("Value", [cell, cell]);
        Assert.Equal(ColumnType.Text, decision.Type);
        Assert.Equal(cell, ((TextColumn)column)[0]);
    }

    [Fact]
    public void Percentages_become_proportions()
    {
        var (column, decision, _) = CsvFiles.Column("Churn", ["12%", "5.5 %", "-3%", "100%"]);
        Assert.Equal([0.12, 0.055, -0.03, 1], ((NumberColumn)column).Values.ToArray());
        Assert.Equal(NumberFormat.Share, ((NumberColumn)column).Format);
        Assert.Equal("percent", decision.Format);
        Assert.Equal("all 4 values read as percentages (held as proportions)", decision.Reason);
    }

    [Fact]
    public void Percentages_among_plain_numbers_do_not_share_a_unit()
    {
        var (_, decision, _) = CsvFiles.Column("Mixed", ["12%", "15", "20%", "30"]);
        Assert.Equal(ColumnType.Text, decision.Type);
        Assert.Equal("text: 2 values in percent and 2 plain numbers do not share a unit", decision.Reason);
    }

    [Fact]
    public void Currencies_are_counted_and_not_converted()
    {
        var (column, decision, _) = CsvFiles.Column("ARR", ["$100.50", "$200.25", "€300.75"]);
        Assert.Equal([100.5, 200.25, 300.75], ((NumberColumn)column).Values.ToArray());
        Assert.Equal(NumberFormat.Money, ((NumberColumn)column).Format);
        Assert.Equal("currency", decision.Format);
        Assert.Equal("all 3 values read as numbers; currency $ ×2, € ×1, not converted", decision.Reason);
    }

    [Fact]
    public void One_separator_before_three_digits_alone_is_undecidable_and_the_convention_is_said()
    {
        var (column, decision, _) = CsvFiles.Column("Employees", ["1,234", "5,678", "12"]);
        Assert.Equal([1234.0, 5678, 12], ((NumberColumn)column).Values.ToArray());
        Assert.True(decision.Undecidable);
        Assert.Equal("all 3 values read as numbers; 2 values such as 1,234 can be read in two ways and no value decides: the decimal point was taken by convention", decision.Reason);
    }

    [Fact]
    public void In_a_file_of_semicolons_the_convention_is_the_decimal_comma()
    {
        var loaded = CsvFiles.Read("Firma;Mitarbeiter\nA;1.234\nB;5.678\n");
        Assert.Equal([1234.0, 5678], loaded.Table.Number("Mitarbeiter").Values.ToArray());
        Assert.True(loaded.Report.Columns[1].Undecidable);
        Assert.EndsWith("the decimal comma was taken by convention, as the file is divided by semicolons", loaded.Report.Columns[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unambiguous_value_decides_for_the_others()
    {
        var (column, decision, _) = CsvFiles.Column("Score", ["1.234", "5.678", "12.5"]);
        Assert.Equal([1.234, 5.678, 12.5], ((NumberColumn)column).Values.ToArray());
        Assert.False(decision.Undecidable);
    }

    [Fact]
    public void Contradicting_values_are_read_as_they_must_be_and_the_rest_with_the_majority()
    {
        var (column, decision, _) = CsvFiles.Column("Amount", ["1.234,56", "1,234.56", "2,345.50", "3,456"]);
        Assert.Equal([1234.56, 1234.56, 2345.5, 3456], ((NumberColumn)column).Values.ToArray());
        Assert.True(decision.Undecidable);
        Assert.Contains("decimal point in 2 and decimal comma in 1 values contradict each other", decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_that_do_not_read_are_kept_aside_with_their_line_and_counted()
    {
        var cells = Enumerable.Range(1, 40).Select(i => $"{i}").Append("about fifty").Append("7");
        var (column, decision, report) = CsvFiles.Column("Employees", cells);
        Assert.Equal(ColumnType.Number, decision.Type);
        Assert.Equal((41, 1, 0), (decision.Values, decision.Unreadable, decision.Blanks));
        Assert.True(column.IsNull(40));
        Assert.Equal("41 of 42 values read as numbers, the others are kept aside", decision.Reason);
        Assert.Equal(42, report.CellsAside.Number("line")[0]);
        Assert.Equal("about fifty", report.CellsAside.Text("value")[0]);
        Assert.Equal("Employees", report.CellsAside.Text("column")[0]);
        Assert.Equal("a number", report.CellsAside.Text("expected")[0]);
    }

    [Theory]
    [InlineData(19, ColumnType.Number)]
    [InlineData(18, ColumnType.Text)]
    public void Exactly_the_evidence_asked_for_is_enough(int numbers, ColumnType expected)
    {
        // 19 of 20 is 95%, the default; 18 of 19 is below it.
        var (_, decision, _) = CsvFiles.Column("Amount", Enumerable.Range(1, numbers).Select(i => $"{i}").Append("many"));
        Assert.Equal(expected, decision.Type);
    }

    [Fact]
    public void Postcodes_with_leading_zeros_stay_text_even_where_few_have_one()
    {
        var (column, decision, _) = CsvFiles.Column("Area", Enumerable.Range(0, 60).Select(i => i == 7 ? "02134" : $"9{i:0000}"));
        Assert.Equal(ColumnType.Text, decision.Type);
        Assert.Equal("02134", ((TextColumn)column)[7]);
        Assert.Equal("text: all values are 5 digits and 1 start with 0, which a number would lose", decision.Reason);
    }

    [Theory]
    [InlineData("Account ID")]
    [InlineData("AccountId")]
    [InlineData("hs_object_id")]
    [InlineData("Record ID - Contact")]
    [InlineData("External_Key__c")]
    [InlineData("BillingPostalCode")]
    [InlineData("Billing Zip")]
    [InlineData("Phone")]
    [InlineData("Account Number")]
    [InlineData("SIC Code")]
    public void A_header_that_names_an_identifier_keeps_digits_as_text(string header)
    {
        var (column, decision, _) = CsvFiles.Column(header, ["4155552671", "94110"]);
        Assert.Equal(ColumnType.Text, decision.Type);
        Assert.Equal("4155552671", ((TextColumn)column)[0]);
        Assert.Equal("text: the header names an identifier or code, so its digits stay as written", decision.Reason);
    }

    [Theory]
    [InlineData("Number of Employees")]
    [InlineData("Employees")]
    [InlineData("Paid")]
    [InlineData("Code Coverage")]
    public void Other_headers_do_not(string header) => Assert.Equal(ColumnType.Number, CsvFiles.Column(header, ["1200", "15"]).Decision.Type);

    [Fact]
    public void Salesforce_ids_stay_text() =>
        Assert.Equal("text: none of 2 values reads as a number, date or true/false", CsvFiles.Column("Parent", ["0018000000abcDEAAY", "0018000000abcDFAAY"]).Decision.Reason);

    [Fact]
    public void The_caller_decides_a_type_and_what_does_not_fit_is_kept_aside()
    {
        var options = new CsvOptions { Types = CsvOptions.Default.Types.Add("account id", ColumnType.Number) };
        var (column, decision, _) = CsvFiles.Column("Account ID", ["1", "2", "x"], options);
        Assert.Equal([1.0, 2.0, double.NaN], ((NumberColumn)column).Values.ToArray());
        Assert.True(decision.Overridden);
        Assert.Equal(1, decision.Unreadable);
        Assert.Equal("as told: 2 of 3 values read as numbers, the others are kept aside", decision.Reason);
        var asText = CsvFiles.Column("Amount", ["1", "2"], new CsvOptions { Types = CsvOptions.Default.Types.Add("Amount", ColumnType.Text) });
        Assert.Equal("1", ((TextColumn)asText.Column)[0]);
        Assert.True(asText.Decision.Overridden);
    }
}
