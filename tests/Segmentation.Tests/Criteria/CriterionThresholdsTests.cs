using Segmentation.Criteria;

namespace Segmentation.Tests.Criteria;

public sealed class CriterionThresholdsTests
{
    [Theory]
    [InlineData("employees >= 1000", "employees 1000 Above")]
    [InlineData("employees < 1000", "employees 1000 Above")]
    [InlineData("employees > 1000", "employees 1000 Below")]
    [InlineData("employees <= 1000", "employees 1000 Below")]
    [InlineData("not employees != 1000", "employees 1000 Neither")]
    [InlineData("employees between 51 and 200", "employees 51 Above; employees 200 Below")]
    [InlineData("employees in [5, 1]", "employees 1 Neither; employees 5 Neither")]
    [InlineData("arr > 5 or (employees < 1000 and not arr > 5) or arr >= -7", "arr -7 Above; arr 5 Below; employees 1000 Above")]
    [InlineData("industry = Technology and do_not_email and title is blank", "")]
    public void Each_cut_is_named_once_with_the_side_of_its_boundary(string rule, string cuts) =>
        Assert.Equal(cuts, string.Join("; ", SmallFields.Parse(rule).Thresholds(SmallFields.AsOf).Select(t => FormattableString.Invariant($"{t.Field} {t.Value} {t.Side}"))));

    // 1 January 2001 is day 730,485: 2000 years of 365 days and 485 leap days (2000 / 4 - 20 + 5), counted from 0.
    [Fact]
    public void Dates_are_days_and_relative_dates_count_from_the_as_of_date()
    {
        var thresholds = SmallFields.Parse("renewal_date >= 2001-01-01 or renewal_date <= as_of - 1 week").Thresholds(new DateTime(2001, 1, 15, 7, 0, 0));
        Assert.Equal([new("renewal_date", 730_485, BoundarySide.Above, IsDate: true), new("renewal_date", 730_485 + 7, BoundarySide.Below, IsDate: true)], thresholds.ToArray());
    }
}
