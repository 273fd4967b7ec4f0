namespace Segmentation.Tests.Criteria;

public sealed class ConditionWordsTests
{
    [Theory]
    [InlineData("employees >= 1000 or arr >= 500_000", "employees at least 1,000 people, or ARR at least 500,000 USD a year")]
    [InlineData("100 <= employees < 1000 and industry in [Technology, Healthcare]", "employees at least 100 people and below 1,000 people and industry is Technology or Healthcare")]
    [InlineData("(employees > 5 or arr <= 7) and do_not_email", "(employees above 5 people, or ARR at most 7 USD a year) and do not email: yes")]
    [InlineData("not employees >= 5", "employees below 5 people")]
    [InlineData("employees between 51 and 200", "employees from 51 to 200 people")]
    [InlineData("employees not between 51 and 200", "employees outside 51 to 200 people")]
    [InlineData("employees in [1, 2, 3]", "employees is 1, 2 or 3 people")]
    [InlineData("usage_share < 25%", "usage share below 25%")]
    [InlineData("industry = Technology and industry != Healthcare", "industry is Technology and industry is not Healthcare")]
    [InlineData("industry not in [Technology, Healthcare]", "industry is none of Technology and Healthcare")]
    [InlineData("title contains sales or title not contains intern", "title contains \"sales\", or title does not contain \"intern\"")]
    [InlineData("title is blank and industry is not blank", "title is blank and industry is filled")]
    [InlineData("renewal_date <= as_of + 3 months", "renewal date on or before 3 months after the as-of date")]
    [InlineData("renewal_date between 2026-01-01 and as_of", "renewal date from 2026-01-01 to the as-of date")]
    [InlineData("renewal_date < 2026-01-01", "renewal date before 2026-01-01")]
    [InlineData("not do_not_email", "do not email: no")]
    [InlineData("not (employees > 5 and arr > 5)", "not (employees above 5 people and ARR above 5 USD a year)")]
    [InlineData("account.arr > 1M", "the account's ARR above 1,000,000")]
    [InlineData("`Primary Platform` = ERP suite", "Primary Platform is ERP suite")]
    [InlineData("otherwise", "every other record")]
    public void A_rule_is_said_in_words(string rule, string words) => Assert.Equal(words, SmallFields.Parse(rule).ToWords(SmallFields.All));
}
