using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Tests.Load;

public sealed class TypingDateTests
{
    [Theory]
    [InlineData("2024-02-29", "2024-02-29")]
    [InlineData("2024/2/9", "2024-02-09")]
    [InlineData("2024.02.09", "2024-02-09")]
    [InlineData("2024-02-29T10:30", "2024-02-29T10:30:00")]
    [InlineData("2024-02-29 10:30:15", "2024-02-29T10:30:15")]
    [InlineData("2024-02-29T10:30:15Z", "2024-02-29T10:30:15")]
    [InlineData("2024-02-29T10:30:15.125Z", "2024-02-29T10:30:15.125")]
    [InlineData("2024-02-29T23:30:00+02:00", "2024-02-29T21:30:00")]
    [InlineData("2024-02-29T23:30:00.000-0500", "2024-03-01T04:30:00")]
    [InlineData("2024-02-29 23:30:00 UTC", "2024-02-29T23:30:00")]
    [InlineData("2024-03", "2024-03-01")]
    [InlineData("03/2024", "2024-03-01")]
    [InlineData("12-Mar-2024", "2024-03-12")]
    [InlineData("12 March 2024", "2024-03-12")]
    [InlineData("12-mar-24", "2024-03-12")]
    [InlineData("Mar 12, 2024", "2024-03-12")]
    [InlineData("September 3, 2024", "2024-09-03")]
    [InlineData("Sept 3, 2024", "2024-09-03")]
    [InlineData("Mar 12, 2024 3:04 PM", "2024-03-12T15:04:00")]
    [InlineData("March 2024", "2024-03-01")]
    [InlineData("Mar-24", "2024-03-01")]
    [InlineData("31.12.2024", "2024-12-31")]
    [InlineData("31/12/2024 08:05", "2024-12-31T08:05:00")]
    [InlineData("12/31/2024 12:05 AM", "2024-12-31T00:05:00")]
    [InlineData("12/31/99", "1999-12-31")]
    [InlineData("12/31/69", "2069-12-31")]
    public void A_date_reads(string cell, string expected)
    {
        var (column, decision, _) = CsvFiles.Column("When", [cell, " " + cell + " "]);
        Assert.Equal(ColumnType.Date, decision.Type);
        Assert.Equal(expected, column.Display(0));
        Assert.Equal(expected, column.Display(1));
    }

    [Theory]
    [InlineData("2024-02-30")]
    [InlineData("2023-02-29")]
    [InlineData("0000-00-00")]
    [InlineData("13/13/2024")]
    [InlineData("1.2.24")]
    [InlineData("2024-01-01T25:00")]
    [InlineData("2024-01-01X10:00")]
    [InlineData("Monday")]
    [InlineData("Marching 12, 2024")]
    [InlineData("12/31")]
    [InlineData("192.168.1.1")]
    [InlineData("9999-12-31T23:30:00-12:00")]
    public void What_only_looks_like_a_date_is_text(string cell) => Assert.Equal(ColumnType.Text, CsvFiles.Column("When", [cell, cell]).Decision.Type);

    [Fact]
    public void Excel_serials_are_numbers_and_not_guessed() => Assert.Equal(ColumnType.Number, CsvFiles.Column("Created Date", ["45321", "45322"]).Decision.Type);

    [Fact]
    public void One_value_with_a_day_above_12_first_decides_for_the_column()
    {
        var (column, decision, _) = CsvFiles.Column("When", ["03/04/2024", "31/01/2024", "05/05/2024"]);
        Assert.Equal([new DateTime(2024, 4, 3), new DateTime(2024, 1, 31), new DateTime(2024, 5, 5)], ((DateColumn)column).Values.ToArray());
        Assert.Equal(("dmy", false), (decision.Format, decision.Undecidable));
        Assert.Equal("all 3 values read as dates; day before month, decided by 1 value", decision.Reason);
    }

    [Fact]
    public void One_value_with_a_day_above_12_second_decides_for_the_column()
    {
        var (column, decision, _) = CsvFiles.Column("When", ["03/04/2024", "01/31/2024"]);
        Assert.Equal(new DateTime(2024, 3, 4), ((DateColumn)column)[0]);
        Assert.Equal(("mdy", false), (decision.Format, decision.Undecidable));
    }

    [Fact]
    public void Where_no_value_decides_the_convention_is_taken_and_said()
    {
        var (column, decision, _) = CsvFiles.Column("When", ["03/04/2024", "05/06/2024"]);
        Assert.Equal(new DateTime(2024, 3, 4), ((DateColumn)column)[0]);
        Assert.True(decision.Undecidable);
        Assert.Equal("all 2 values read as dates; 2 values can be read in both orders and none decides: month before day was taken by convention", decision.Reason);
    }

    [Fact]
    public void Points_speak_for_the_day_first_by_convention()
    {
        var (column, decision, _) = CsvFiles.Column("When", ["03.04.2024", "05.06.2024"]);
        Assert.Equal(new DateTime(2024, 4, 3), ((DateColumn)column)[0]);
        Assert.True(decision.Undecidable);
    }

    [Fact]
    public void Same_day_in_both_orders_is_nothing_to_decide()
    {
        var (column, decision, _) = CsvFiles.Column("When", ["05/05/2024", "06/06/2024"]);
        Assert.False(decision.Undecidable);
        Assert.Equal(new DateTime(2024, 5, 5), ((DateColumn)column)[0]);
    }

    [Fact]
    public void Contradicting_orders_are_reported_and_each_value_is_read_as_it_must_be()
    {
        var (column, decision, _) = CsvFiles.Column("When", ["31/01/2024", "30/01/2024", "01/29/2024", "03/04/2024"]);
        Assert.Equal([new DateTime(2024, 1, 31), new DateTime(2024, 1, 30), new DateTime(2024, 1, 29), new DateTime(2024, 4, 3)], ((DateColumn)column).Values.ToArray());
        Assert.True(decision.Undecidable);
        Assert.Equal("all 4 values read as dates; 2 values can only have the day first and 1 only the month: each was read as it must be, and 1 that allow both with the day before month", decision.Reason);
    }

    [Fact]
    public void The_caller_decides_the_order_and_what_contradicts_it_is_kept_aside()
    {
        var options = new CsvOptions { DateOrders = CsvOptions.Default.DateOrders.Add("WHEN", "dmy") };
        var (column, decision, report) = CsvFiles.Column("When", ["03/04/2024", "01/29/2024"], options);
        Assert.Equal(new DateTime(2024, 4, 3), ((DateColumn)column)[0]);
        Assert.True(column.IsNull(1));
        Assert.True(decision.Overridden);
        Assert.False(decision.Undecidable);
        Assert.Equal("a date in dmy order", report.CellsAside.Text("expected")[0]);
        Assert.Throws<ArgumentException>(() => CsvFiles.Column("When", ["x"], new CsvOptions { DateOrders = CsvOptions.Default.DateOrders.Add("When", "ymd") }));
    }

    [Fact]
    public void Ways_of_writing_may_mix()
    {
        var (column, decision, _) = CsvFiles.Column("When", ["2024-01-31", "Feb 1, 2024", "2024-03", "2024-01-31T23:00:00-02:00"]);
        Assert.Equal(["2024-01-31", "2024-02-01", "2024-03-01", "2024-02-01T01:00:00"], Enumerable.Range(0, 4).Select(column.Display));
        Assert.Equal("iso, month names, months", decision.Format);
        Assert.Equal("all 4 values read as dates; 1 with an offset, held in UTC; 1 value without a day, held as the first of the month", decision.Reason);
    }
}
