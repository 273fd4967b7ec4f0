using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Load;

public sealed class TypingNullAndBooleanTests
{
    [Theory]
    [InlineData("TRUE", "FALSE")]
    [InlineData("true", "false")]
    [InlineData("Yes", "No")]
    [InlineData("Y", "n")]
    public void Words_for_true_and_false_are_boolean(string yes, string no)
    {
        var (column, decision, _) = CsvFiles.Column("Anything", [yes, no, string.Empty, yes]);
        Assert.Equal(ColumnType.Boolean, decision.Type);
        Assert.Equal([true, false, null, true], Enumerable.Range(0, 4).Select(r => ((BooleanColumn)column)[r]));
        Assert.Equal((3, 1), (decision.Values, decision.Blanks));
    }

    [Theory]
    [InlineData("Is Active")]
    [InlineData("HasOptedOutOfEmail")]
    [InlineData("opted_out")]
    [InlineData("IsDeleted")]
    [InlineData("Churned")]
    public void Zero_and_one_are_boolean_where_the_header_names_a_condition(string header)
    {
        var (column, decision, _) = CsvFiles.Column(header, ["1", "0", "1"]);
        Assert.Equal(ColumnType.Boolean, decision.Type);
        Assert.True(((BooleanColumn)column)[0]);
        Assert.Equal("0 and 1 only, and the header names a condition; all 3 values read as true or false", decision.Reason);
    }

    [Fact]
    public void Zero_and_one_are_numbers_elsewhere()
    {
        var (_, decision, _) = CsvFiles.Column("Open Tickets", ["1", "0", "1"]);
        Assert.Equal(ColumnType.Number, decision.Type);
        Assert.Equal("0 and 1 only, but the header names no condition; all 3 values read as numbers", decision.Reason);
    }

    [Fact]
    public void A_condition_with_other_numbers_is_a_number() => Assert.Equal(ColumnType.Number, CsvFiles.Column("Active", ["1", "0", "2"]).Decision.Type);

    [Fact]
    public void Words_and_digits_mix() => Assert.Equal(ColumnType.Boolean, CsvFiles.Column("Flag", ["TRUE", "0", "1"]).Decision.Type);

    [Fact]
    public void Disguised_nulls_become_null_and_are_counted_as_spelled()
    {
        var (column, decision, _) = CsvFiles.Column("Employees", ["N/A", "n/a", "-", "12", " unknown ", "#N/A", ".", string.Empty, "  ", "n/a"]);
        Assert.Equal(ColumnType.Number, decision.Type);
        Assert.Equal(9, column.NullCount);
        Assert.Equal(2, decision.Blanks);
        Assert.Equal([("#N/A", 1), ("-", 1), (".", 1), ("N/A", 1), ("n/a", 2), ("unknown", 1)], decision.DisguisedNulls.Select(d => (d.Key, d.Value)));
        Assert.Equal(column.Length, decision.Values + decision.Blanks + decision.DisguisedNulls.Values.Sum() + decision.Unreadable);
    }

    [Fact]
    public void The_caller_names_other_tokens()
    {
        var (column, decision, _) = CsvFiles.Column("Industry", ["Keine Angabe", "n/a"], new CsvOptions { NullTokens = ["keine angabe"] });
        Assert.True(column.IsNull(0));
        Assert.Equal("n/a", ((TextColumn)column)[1]);
        Assert.Equal(1, decision.DisguisedNulls["Keine Angabe"]);
    }

    [Fact]
    public void NA_beside_other_regions_is_North_America()
    {
        var (column, decision, _) = CsvFiles.Column("Region", ["NA", "EMEA", "APAC", "NA", "n/a"]);
        Assert.Equal("NA", ((TextColumn)column)[0]);
        Assert.True(column.IsNull(4));
        Assert.EndsWith("'NA' ×2 stands beside other regions or country codes and is kept as a value", decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void NA_among_two_letter_codes_is_Namibia_and_elsewhere_missing()
    {
        Assert.Equal("NA", ((TextColumn)CsvFiles.Column("Country", ["DE", "NA", "US"]).Column)[1]);
        Assert.True(CsvFiles.Column("Country", ["Germany", "NA", "US"]).Column.IsNull(1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("n/a")]
    public void A_column_without_values_is_text(string cell)
    {
        var (column, decision, _) = CsvFiles.Column("Empty", [cell, cell]);
        Assert.Equal(ColumnType.Text, decision.Type);
        Assert.Equal((0, 2), (decision.Values, column.NullCount));
        Assert.Equal("text: no cell holds a value", decision.Reason);
    }

    [Fact]
    public void Text_keeps_the_white_space_that_the_file_holds() =>
        Assert.Equal(" Tech ", ((TextColumn)CsvFiles.Column("Industry", [" Tech ", "Retail"]).Column)[0]);

    [Fact]
    public void Text_says_what_came_nearest()
    {
        var (_, decision, _) = CsvFiles.Column("Size", ["10", "20", "many", "some"]);
        Assert.Equal("text: only 2 of 4 values read as numbers; 95% would have to", decision.Reason);
    }
}
