using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Tables;
using static Segmentation.Criteria.Truth;

namespace Segmentation.Tests.Criteria;

public sealed class CriterionEvaluationTests
{
    private static readonly NumberColumn Employees = Column.Of("employees", [50, 51, 200, 201, double.NaN]);

    [Theory]
    [InlineData("employees between 51 and 200", new[] { False, True, True, False, Unknown })]
    [InlineData("employees not between 51 and 200", new[] { True, False, False, True, Unknown })]
    [InlineData("51 <= employees < 200", new[] { False, True, False, False, Unknown })]
    [InlineData("employees > 51", new[] { False, False, True, True, Unknown })]
    [InlineData("employees != 51", new[] { True, False, True, True, Unknown })]
    [InlineData("employees in [50, 201]", new[] { True, False, False, True, Unknown })]
    [InlineData("employees is blank", new[] { False, False, False, False, True })]
    [InlineData("employees is not blank", new[] { True, True, True, True, False })]
    [InlineData("otherwise", new[] { True, True, True, True, True })]
    public void A_boundary_belongs_where_the_comparison_says_and_a_blank_is_unknown(string rule, Truth[] answers) => Assert.Equal(answers, SmallFields.Evaluate(rule, Employees));

    // Kleene's tables, written out: rows false, unknown, true for the first part, columns for the second.
    [Fact]
    public void And_or_not_follow_the_three_valued_tables()
    {
        Truth[] values = [False, Unknown, True];
        var first = Column.Of("arr", values.SelectMany(v => Enumerable.Repeat(Number(v), 3)));
        var second = Column.Of("usage_share", Enumerable.Repeat(values, 3).SelectMany(v => v).Select(Number));
        Assert.Equal([False, False, False, False, Unknown, Unknown, False, Unknown, True], SmallFields.Evaluate("arr > 0 and usage_share > 0", first, second));
        Assert.Equal([False, Unknown, True, Unknown, Unknown, True, True, True, True], SmallFields.Evaluate("arr > 0 or usage_share > 0", first, second));
        Assert.Equal([True, True, True, Unknown, Unknown, Unknown, False, False, False], SmallFields.Evaluate("not arr > 0", first, second));

        static double? Number(Truth truth) => truth switch { False => 0, True => 1, _ => null };
    }

    // The as-of date is 2026-06-30: three months before is 30 March, 90 days before 1 April (30 + 31 + 29 days).
    [Theory]
    [InlineData("renewal_date = 2026-04-01", new[] { True, False, False, False, Unknown })]
    [InlineData("renewal_date >= as_of - 90 days", new[] { True, False, True, True, Unknown })]
    [InlineData("renewal_date < as_of - 90 days", new[] { False, True, False, False, Unknown })]
    [InlineData("renewal_date <= as_of", new[] { True, True, True, False, Unknown })]
    [InlineData("renewal_date > as_of", new[] { False, False, False, True, Unknown })]
    [InlineData("renewal_date between as_of - 3 months and 2026-03-31", new[] { False, True, False, False, Unknown })]
    [InlineData("renewal_date in [2026-07-01, as_of]", new[] { False, False, True, True, Unknown })]
    public void Dates_are_compared_without_their_time_of_day(string rule, Truth[] answers)
    {
        var dates = Column.Of("renewal_date", new DateTime?[] { new(2026, 4, 1, 23, 59, 59), new(2026, 3, 31, 0, 0, 1), new(2026, 6, 30, 12, 0, 0), new(2026, 7, 1), null });
        Assert.Equal(answers, SmallFields.Evaluate(rule, dates));
        Assert.Equal(answers, SmallFields.Parse(rule).Evaluate(SmallFields.Of(dates), SmallFields.AsOf.AddHours(23)));
    }

    [Theory]
    [InlineData("title = cto", new[] { True, True, False, False, False, Unknown })]
    [InlineData("title != cto", new[] { False, False, True, True, True, Unknown })]
    [InlineData("title in [CTO, Café]", new[] { True, True, False, False, True, Unknown })]
    [InlineData("title = cafe", new[] { False, False, False, False, False, Unknown })]
    [InlineData("title contains t", new[] { True, True, True, False, False, Unknown })]
    [InlineData("title is blank", new[] { False, False, False, False, False, True })]
    public void Text_is_compared_without_regard_to_case_only(string rule, Truth[] answers) =>
        Assert.Equal(answers, SmallFields.Evaluate(rule, Column.Of("title", new[] { "CTO", "cto", "CTO ", string.Empty, "café", null })));

    [Theory]
    [InlineData("do_not_email", new[] { True, False, Unknown })]
    [InlineData("not do_not_email", new[] { False, True, Unknown })]
    [InlineData("do_not_email != yes", new[] { False, True, Unknown })]
    public void A_flag_is_a_condition_by_itself(string rule, Truth[] answers) => Assert.Equal(answers, SmallFields.Evaluate(rule, Column.Of("do_not_email", new bool?[] { true, false, null })));

    [Fact]
    public void A_field_taken_as_blank_is_unknown_whatever_it_holds_and_needs_no_column()
    {
        var blanked = ImmutableHashSet.Create("arr");
        var records = SmallFields.Of(Column.Of("employees", [1500.0, 10.0]));
        Assert.Equal([True, Unknown], SmallFields.Parse("employees >= 1000 or arr >= 500K").Evaluate(records, SmallFields.AsOf, blanked));
        Assert.Equal([True, True], SmallFields.Parse("arr is blank").Evaluate(records, SmallFields.AsOf, blanked));
    }

    [Fact]
    public void Infinity_is_a_number_like_others() =>
        Assert.Equal([True, False, False], SmallFields.Evaluate("arr > 1", Column.Of("arr", [double.PositiveInfinity, double.NegativeInfinity, 1])));

    [Fact]
    public void A_column_without_any_value_may_be_of_any_type() => Assert.Equal([Unknown, Unknown], SmallFields.Evaluate("employees > 5", Column.Of("employees", new string?[] { null, null })));

    [Fact]
    public void No_records_give_no_answers() => Assert.Empty(SmallFields.Evaluate("employees > 5 and title = x", Column.Of("employees", Array.Empty<double>()), Column.Of("title", Array.Empty<string?>())));

    [Fact]
    public void A_missing_column_is_an_error_that_lists_those_there_are()
    {
        var error = Assert.Throws<ArgumentException>(() => SmallFields.Evaluate("arr > 5", Employees));
        Assert.StartsWith("Table 'accounts' has no column 'arr', but the condition 'arr > 5' looks at it. It has: employees. Add the column, or take the records with every field of the framework.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_of_another_type_is_an_error()
    {
        var error = Assert.Throws<ArgumentException>(() => SmallFields.Evaluate("arr > 5", Column.Of("arr", ["5 USD", null])));
        Assert.StartsWith("Table 'accounts': column 'arr' holds Text values, but the condition 'arr > 5' needs Number. Correct the type of the column in workspace.yaml, or of the field in the framework.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SmallFields.Evaluate("title = x", Column.Of("title", [5.0])));
        Assert.Throws<ArgumentException>(() => SmallFields.Evaluate("do_not_email", Column.Of("do_not_email", ["yes"])));
        Assert.Throws<ArgumentException>(() => SmallFields.Evaluate("renewal_date > as_of", Column.Of("renewal_date", ["2026-06-30"])));
    }

    [Fact]
    public void A_relative_date_beyond_the_calendar_is_its_last_or_first_day()
    {
        Assert.Equal(DateTime.MinValue, new RelativeDateOperand(-100, DateUnit.Years).On(new DateTime(50, 1, 1)));
        Assert.Equal(new DateTime(9999, 12, 31), new RelativeDateOperand(1, DateUnit.Months).On(new DateTime(9999, 12, 31)));
    }

    // A month later than 31 January is the last day of February: the calendar of System.DateTime.
    [Theory]
    [InlineData(1, DateUnit.Months, "2027-02-28")]
    [InlineData(-1, DateUnit.Years, "2026-01-31")]
    [InlineData(2, DateUnit.Weeks, "2027-02-14")]
    [InlineData(-31, DateUnit.Days, "2026-12-31")]
    public void Relative_dates_count_from_the_as_of_date(int amount, DateUnit unit, string day) =>
        Assert.Equal(day, DateColumn.Show(new RelativeDateOperand(amount, unit).On(new DateTime(2027, 1, 31, 5, 0, 0))));
}
