using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Tables;

namespace Segmentation.Tests.Criteria;

public sealed class CriterionParserTests
{
    // The canonical text shows the tree: parentheses stand only where precedence needs them.
    [Theory]
    [InlineData("employees>=1000 OR arr >= 500_000", "employees >= 1000 or arr >= 500_000")]
    [InlineData("employees > 1 or arr > 2 AND title = x", "employees > 1 or arr > 2 and title = x")]
    [InlineData("(employees > 1 or arr > 2) and title = x", "(employees > 1 or arr > 2) and title = x")]
    [InlineData("((employees > 1) and (arr > 2)) and title = x", "employees > 1 and arr > 2 and title = x")]
    [InlineData("not employees > 1 and arr > 2", "not employees > 1 and arr > 2")]
    [InlineData("not (employees > 1 and arr > 2)", "not (employees > 1 and arr > 2)")]
    [InlineData("industry In [ technology,Financial  Services ]", "industry in [Technology, Financial Services]")]
    [InlineData("industry not in [Technology]", "industry not in [Technology]")]
    [InlineData("not industry in [Technology]", "industry not in [Technology]")]
    [InlineData("industry = financial\n services", "industry = Financial Services")]
    [InlineData("industry = \"Oil and Gas\" and employees > 5", "industry = \"Oil and Gas\" and employees > 5")]
    [InlineData("industry in [Oil and Gas, Healthcare]", "industry in [\"Oil and Gas\", Healthcare]")]
    [InlineData("title contains \"say \"\"hi\"\"\"", "title contains \"say \"\"hi\"\"\"")]
    [InlineData("title not contains sales lead", "title not contains sales lead")]
    [InlineData("title = Head of Sales & Marketing", "title = Head of Sales & Marketing")]
    [InlineData("title = \"blank\"", "title = \"blank\"")]
    [InlineData("title is blank", "title is blank")]
    [InlineData("title IS NOT BLANK", "title is not blank")]
    [InlineData("employees not between 51 and 200 or arr < 1", "employees not between 51 and 200 or arr < 1")]
    [InlineData("renewal_date between as_of and as_of + 3 months", "renewal_date between as_of and as_of + 3 months")]
    [InlineData("renewal_date >= AS_OF-1 day", "renewal_date >= as_of - 1 day")]
    [InlineData("renewal_date < as_of - 2 week", "renewal_date < as_of - 2 weeks")]
    [InlineData("renewal_date = as_of + 0 years", "renewal_date = as_of")]
    [InlineData("renewal_date != 2026-06-30", "renewal_date != 2026-06-30")]
    [InlineData("do_not_email", "do_not_email")]
    [InlineData("DO_NOT_EMAIL = TRUE", "do_not_email")]
    [InlineData("not do_not_email and employees > 5", "not do_not_email and employees > 5")]
    [InlineData("do_not_email = no", "do_not_email = no")]
    [InlineData("do_not_email is blank or do_not_email != false", "do_not_email is blank or do_not_email != no")]
    [InlineData("account.arr > 1", "account.arr > 1")]
    [InlineData("`primary platform` = ERP suite", "`Primary Platform` = ERP suite")]
    [InlineData("100 <= employees < 1000", "employees >= 100 and employees < 1000")]
    [InlineData("1000 > employees >= 100 and arr > 5", "employees < 1000 and employees >= 100 and arr > 5")]
    [InlineData("not 100 <= employees < 1000", "not (employees >= 100 and employees < 1000)")]
    [InlineData("as_of - 90 days <= renewal_date <= as_of", "renewal_date >= as_of - 90 days and renewal_date <= as_of")]
    [InlineData("-5 < arr <= -1", "arr > -5 and arr <= -1")]
    [InlineData(" Otherwise ", "otherwise")]
    public void One_rule_has_one_canonical_text(string text, string canonical) => Assert.Equal(canonical, SmallFields.Parse(text).Root.ToText());

    // The tier rules of the customer success playbook, as it prints them.
    [Theory]
    [InlineData("employees < 100 AND ARR < 50K", "employees < 100 and arr < 50_000")]
    [InlineData("100 <= employees < 1000", "employees >= 100 and employees < 1000")]
    [InlineData("employees >= 1000 OR ARR >= 500K", "employees >= 1000 or arr >= 500_000")]
    public void The_playbooks_rules_are_read_as_they_are_printed(string text, string canonical) => Assert.Equal(canonical, SmallFields.Parse(text).Root.ToText());

    [Theory]
    [InlineData("1000", 1000)]
    [InlineData("500_000", 500000)]
    [InlineData("-2.5", -2.5)]
    [InlineData("500K", 500000)]
    [InlineData("1.5m", 1500000)]
    [InlineData("25%", 0.25)]
    [InlineData("12.3%", 0.123)]
    [InlineData("0.1K", 100)]
    [InlineData("-0", 0)]
    [InlineData("1_000_000_000_000_000", 1e15)]
    public void A_number_is_the_double_nearest_to_what_is_written(string written, double value) =>
        Assert.Equal(new Compared("arr", ComparisonOperator.Greater, new NumberOperand(value)), SmallFields.Root($"arr > {written}"));

    [Theory]
    [InlineData(0.25, "0.25")]
    [InlineData(9999, "9999")]
    [InlineData(10000, "10_000")]
    [InlineData(-1234567.5, "-1_234_567.5")]
    [InlineData(1e-7, "0.0000001")]
    [InlineData(1e15, "1_000_000_000_000_000")]
    [InlineData(1.25e18, "1_250_000_000_000_000_000")]
    public void A_number_is_written_in_full(double value, string text) => Assert.Equal(text, ConditionText.Number(value));

    [Fact]
    public void Nodes_know_their_place_in_the_text()
    {
        const string Text = "employees >= 1000 or not (industry not in [Technology] and 5 < arr <= 7)";
        var any = Assert.IsType<AnyOf>(SmallFields.Parse(Text).Root);
        Assert.Equal(Text, At(any));
        Assert.Equal("employees >= 1000", At(any.Parts[0]));
        var not = Assert.IsType<NotOf>(any.Parts[1]);
        Assert.Equal("not (industry not in [Technology] and 5 < arr <= 7)", At(not));
        var all = Assert.IsType<AllOf>(not.Inner);
        Assert.Equal(["industry not in [Technology]", "5 < arr", "arr <= 7"], all.Parts.Select(At));

        string At(Condition condition) => Text.Substring(condition.Start, condition.Length);
    }

    [Fact]
    public void A_value_of_a_picklist_takes_its_spelling() => Assert.Equal(new Compared("industry", ComparisonOperator.Equal, new TextOperand("Financial Services")), SmallFields.Root("industry = FINANCIAL SERVICES"));

    [Fact]
    public void A_part_of_a_picklist_value_need_not_be_one() => Assert.Equal(new Contains("industry", "Services"), SmallFields.Root("industry contains Services"));

    [Fact]
    public void The_fields_of_a_rule_are_named_once_in_order() => Assert.Equal("arr, employees", string.Join(", ", SmallFields.Parse("arr > 1 and (employees > 1 or not arr < 5)").Fields));

    [Fact]
    public void Two_fields_of_one_name_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Criterion.Parse("a > 1", [new("a", FieldType.Number), new("A", FieldType.Text)]));
        Assert.StartsWith("Two fields are called 'A' (case does not count); rename one.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Criteria_are_equal_where_text_and_rule_are()
    {
        Assert.Equal(SmallFields.Parse("industry in [Technology, Healthcare] and arr > 5"), SmallFields.Parse("industry in [Technology, Healthcare] and arr > 5"));
        Assert.NotEqual(SmallFields.Parse("arr > 5"), SmallFields.Parse("arr  > 5"));
        ImmutableArray<FieldDefinition> asText = [new("arr", FieldType.Text)];
        Assert.NotEqual(SmallFields.Parse("arr = 5"), Criterion.Parse("arr = 5", asText));
    }

    [Fact]
    public void Nothing_is_asked_of_null()
    {
        Assert.Throws<ArgumentNullException>(() => Criterion.Parse(null!, SmallFields.All));
        Assert.Throws<ArgumentNullException>(() => Criterion.Parse("otherwise", null!));
        Assert.Throws<ArgumentNullException>(() => SmallFields.Parse("otherwise").Evaluate(null!, SmallFields.AsOf));
        Assert.Throws<ArgumentNullException>(() => SmallFields.Parse("otherwise").Explain(null!, 0, SmallFields.AsOf));
        Assert.Throws<ArgumentOutOfRangeException>(() => SmallFields.Parse("otherwise").Explain(SmallFields.Of(Column.Of("arr", [1.0])), 1, SmallFields.AsOf));
    }
}
