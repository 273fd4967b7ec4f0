using Segmentation.Tables;

namespace Segmentation.Tests.Criteria;

public sealed class CriterionTraceTests
{
    private static readonly Table Records = SmallFields.Of(
        Column.Of("employees", [450.0, 1200.0, 80.0]),
        Column.Of("arr", [40_000.0, 10_000.0, double.NaN], NumberFormat.Money),
        Column.Of("title", ["Head of Sales", "CTO", null]).AsPersonal());

    [Fact]
    public void A_trace_says_what_each_condition_saw_and_answered()
    {
        var trace = SmallFields.Parse("employees >= 1000 or arr >= 500_000").Explain(Records, 0, SmallFields.AsOf);
        Assert.Equal("employees >= 1000 or arr >= 500_000 is false", trace.Words);
        Assert.Equal(["employees = 450: employees >= 1000 is false", "arr = 40,000: arr >= 500_000 is false"], trace.Parts.Select(p => p.Words));
        Assert.Equal(trace.Parts.Select(p => p.Words), trace.Deciding.Select(p => p.Words));
    }

    [Theory]
    [InlineData("employees >= 1000 or arr >= 500_000", 1, "employees = 1,200: employees >= 1000 is true")]
    [InlineData("employees >= 1000 or arr >= 500_000", 2, "arr is blank: arr >= 500_000 is unknown")]
    [InlineData("employees < 100 and arr < 50K", 1, "employees = 1,200: employees < 100 is false")]
    [InlineData("employees < 100 and arr < 50K", 2, "arr is blank: arr < 50_000 is unknown")]
    [InlineData("not (employees < 100 and arr < 50K)", 1, "employees = 1,200: employees < 100 is false")]
    [InlineData("not employees < 100", 0, "employees = 450: employees < 100 is false")]
    [InlineData("title is blank or employees > 5000", 2, "title is blank: title is blank is true")]
    [InlineData("otherwise", 0, "otherwise is true")]
    public void The_deciding_conditions_are_those_that_make_the_answer(string rule, int row, string deciding) =>
        Assert.Equal(deciding, string.Join("; ", SmallFields.Parse(rule).Explain(Records, row, SmallFields.AsOf).Deciding.Select(t => t.Words)));

    [Fact]
    public void A_value_of_a_personal_column_is_marked() =>
        Assert.Equal([true, false], SmallFields.Parse("title contains sales and employees > 5").Explain(Records, 0, SmallFields.AsOf).Parts.Select(p => p.IsPersonal));

    [Fact]
    public void A_field_taken_as_blank_is_shown_as_blank() =>
        Assert.Equal("employees is blank: employees > 5 is unknown", SmallFields.Parse("employees > 5").Explain(Records, 0, SmallFields.AsOf, new HashSet<string> { "employees" }).Words);
}
