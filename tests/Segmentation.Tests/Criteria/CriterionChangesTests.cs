namespace Segmentation.Tests.Criteria;

public sealed class CriterionChangesTests
{
    [Theory]
    [InlineData("employees >= 1000 or arr > 5", "(employees>=1_000)  OR arr > 5.0")]
    [InlineData("industry in [Technology, Healthcare]", "industry in [healthcare, technology]")]
    [InlineData("title = CTO", "title = \"cto\"")]
    [InlineData("100 <= employees < 1000", "employees >= 100 and employees < 1000")]
    [InlineData("renewal_date > as_of - 0 days", "renewal_date > as_of")]
    public void Spelling_does_not_make_another_rule(string one, string other)
    {
        var (a, b) = (SmallFields.Parse(one), SmallFields.Parse(other));
        Assert.True(a.SameRule(b));
        Assert.True(a.SameShape(b));
        Assert.Empty(a.LiteralChanges(b));
    }

    [Theory]
    [InlineData("employees >= 1000", "employees >= 1400", "employees: 1,000 → 1,400")]
    [InlineData("employees between 51 and 200 or arr > 5", "employees between 50 and 250 or arr > 6", "employees: 51 → 50; employees: 200 → 250; arr: 5 → 6")]
    [InlineData("renewal_date > as_of - 90 days", "renewal_date > as_of - 1 month", "renewal_date: 90 days before the as-of date → 1 month before the as-of date")]
    [InlineData("not renewal_date > as_of", "not renewal_date > 2026-01-01", "renewal_date: the as-of date → 2026-01-01")]
    public void Other_numbers_and_dates_are_other_thresholds_of_the_same_shape(string one, string other, string changes)
    {
        var (a, b) = (SmallFields.Parse(one), SmallFields.Parse(other));
        Assert.False(a.SameRule(b));
        Assert.True(a.SameShape(b));
        Assert.Equal(changes, string.Join("; ", a.LiteralChanges(b).Select(c => c.Words)));
        Assert.All(a.LiteralChanges(b), c => Assert.True(c.IsThreshold));
    }

    [Theory]
    [InlineData("industry in [Technology]", "industry in [Technology, Healthcare]", "industry: Technology → Technology or Healthcare")]
    [InlineData("title contains sales and arr > 5", "title contains revenue and arr > 6", "title: sales → revenue; arr: 5 → 6")]
    [InlineData("title = a", "title = b", "title: a → b")]
    [InlineData("do_not_email", "do_not_email = no", "do_not_email: yes → no")]
    public void Other_texts_lists_and_flags_are_another_rule_whose_values_can_be_named(string one, string other, string changes)
    {
        var (a, b) = (SmallFields.Parse(one), SmallFields.Parse(other));
        Assert.False(a.SameRule(b));
        Assert.False(a.SameShape(b));
        Assert.Equal(changes, string.Join("; ", a.LiteralChanges(b).Select(c => c.Words)));
    }

    [Theory]
    [InlineData("employees >= 1000", "employees > 1000")]
    [InlineData("employees >= 1000", "arr >= 1000")]
    [InlineData("employees >= 1000", "employees >= 1000 and arr > 5")]
    [InlineData("employees > 5 and arr > 5", "employees > 5 or arr > 5")]
    [InlineData("employees > 5", "not employees > 5")]
    [InlineData("employees between 1 and 5", "employees in [1, 5]")]
    [InlineData("title is blank", "industry is blank")]
    [InlineData("otherwise", "employees > 5")]
    public void Other_fields_comparisons_and_parts_are_another_rule(string one, string other)
    {
        var (a, b) = (SmallFields.Parse(one), SmallFields.Parse(other));
        Assert.False(a.SameRule(b));
        Assert.False(a.SameShape(b));
        Assert.Empty(a.LiteralChanges(b));
    }
}
