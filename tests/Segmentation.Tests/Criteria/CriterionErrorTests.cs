using Segmentation.Criteria;

namespace Segmentation.Tests.Criteria;

public sealed class CriterionErrorTests
{
    [Theory]
    [InlineData("", "character 1: the rule is empty; found nothing, expected a condition such as employees >= 1000. Write who belongs; 'otherwise' stands for every record.")]
    [InlineData("employes >= 1000", "character 1: 'employes' is no field that the rule may name; found 'employes', expected one of employees, arr, usage_share, industry, title, renewal_date, do_not_email, account.arr, Primary Platform. Write 'employees', or declare the field.")]
    [InlineData("primary platform = x", "character 1: 'primary' is no field that the rule may name; found 'primary', expected one of employees, arr, usage_share, industry, title, renewal_date, do_not_email, account.arr, Primary Platform. Write a name with spaces in backquotes: `Primary Platform`.")]
    [InlineData("industry = Tecnology", "character 12: 'Tecnology' is no value of 'industry'; found 'Tecnology', expected one of Technology, Healthcare, Financial Services, Oil and Gas. Write 'Technology', or add the value to the field's picklist.")]
    [InlineData("industry < Technology", "character 10: 'industry' holds text and cannot be compared so; found '<', expected =, !=, in, contains or is blank. Choose one of them, or correct the type of the field.")]
    [InlineData("arr contains 5", "character 5: 'arr' holds a number and cannot be compared so; found 'contains', expected =, !=, <, <=, >, >=, between, in or is blank. Choose one of them, or correct the type of the field.")]
    [InlineData("employees >= 99.5", "character 14: 'employees' holds whole numbers; found '99.5', expected a whole number. Write 99 or 100, or declare the field as number.")]
    [InlineData("arr >= $500K", "character 8: '$500K' is no number; found '$500K', expected a number such as 1000, 500_000, 1.5M, 0.25 or 25%. Leave the currency out: it is the unit of the field.")]
    [InlineData("arr >= 500,000", "character 11: the rule goes on after a complete condition; found ',', expected 'and', 'or' or the end. Write thousands with '_' or not at all: 500_000.")]
    [InlineData("employees >= 1000 people", "character 19: the rule goes on after a complete condition; found 'people', expected 'and', 'or' or the end. Write the number alone, its unit is the field's; join conditions with 'and' or 'or'.")]
    [InlineData("employees = blank", "character 13: 'blank' is no value; found 'blank', expected a whole number. Write 'employees is blank'; put text that says so in double quotes.")]
    [InlineData("industry != null", "character 13: 'null' is no value; found 'null', expected a text. Write 'industry is not blank'; put text that says so in double quotes.")]
    [InlineData("employees == 5", "character 11: this is no comparison; found '==', expected one of =, !=, <, <=, >, >=, in, between, contains, is blank. Write '='.")]
    [InlineData("employees <> 5", "character 11: this is no comparison; found '<>', expected one of =, !=, <, <=, >, >=, in, between, contains, is blank. Write '!='.")]
    [InlineData("arr > 5 && arr < 9", "character 9: this is no comparison; found '&&', expected one of =, !=, <, <=, >, >=, in, between, contains, is blank. Write 'and'.")]
    [InlineData("arr > 5 || arr < 9", "character 9: this is no comparison; found '||', expected one of =, !=, <, <=, >, >=, in, between, contains, is blank. Write 'or'.")]
    [InlineData("employees between 200 and 51", "character 19: the ends of 'between' are in the wrong order; found 200 and 51, expected the lowest value first. Write 'employees between 51 and 200'.")]
    [InlineData("industry in [Technology, technology]", "character 26: the list names a value twice; found Technology, expected each value once. Delete one of them; case does not count.")]
    [InlineData("industry in []", "character 14: the list is empty; found ']', expected one or more values. Write the values with commas between, or 'is blank' for a field without a value.")]
    [InlineData("(employees > 5 or arr > 5", "character 26: a parenthesis is not closed; found the end, expected ')'. Close the '(' of character 1.")]
    [InlineData("employees > 5)", "character 14: the rule goes on after a complete condition; found ')', expected 'and', 'or' or the end. Delete the parenthesis, or open it before.")]
    [InlineData("employees > 5 and", "character 18: the rule ends too early; found the end, expected a field. Complete the condition, or delete what joins it.")]
    [InlineData("renewal_date > 30/06/2026", "character 16: '30/06/2026' is no date; found '30/06/2026', expected a day such as 2026-06-30, or as_of - 90 days. Write a date for 'renewal_date' as year-month-day, or count days, weeks, months or years from as_of.")]
    [InlineData("renewal_date > 2026-02-30", "character 16: '2026-02-30' is no date; found '2026-02-30', expected a day such as 2026-06-30, or as_of - 90 days. The calendar has no such day.")]
    [InlineData("100 <= employees", "character 1: a condition begins with its field; found '100', expected employees. Write 'employees >= 100'.")]
    [InlineData("1000 <= employees < 100", "character 1: no value lies in the range; found '1000 <= employees < 100', expected a lowest value below the highest. Correct the values or the comparisons.")]
    [InlineData("industry = 'Technology'", "character 12: text is not put in quotes of this kind; found ''', expected a straight double quote (\"), or no quotes. Write \"Financial Services\" or Financial Services.")]
    [InlineData("industry = \"Technology", "character 12: a text in double quotes does not end on its line; found '\"Technology', expected a closing \". Close the quote; a \" inside is written twice.")]
    [InlineData("title = Oil and Gas", "character 17: 'Gas' is no field that the rule may name; found 'Gas', expected one of employees, arr, usage_share, industry, title, renewal_date, do_not_email, account.arr, Primary Platform. Put a text that holds 'and' in double quotes: \"Oil and Gas\".")]
    [InlineData("employees > arr", "character 13: a field is compared with a value, not with another field; found 'arr', expected a whole number. Write a value, or declare a field that holds the difference.")]
    public void An_error_says_where_what_was_found_what_was_expected_and_the_remedy(string text, string message) =>
        Assert.Equal(message, Assert.Throws<CriterionException>(() => SmallFields.Parse(text)).Message);

    [Theory]
    [InlineData("   ", 0, "the rule is empty")]
    [InlineData("not", 3, "the rule ends too early")]
    [InlineData("employees", 9, "'employees' is not compared with anything")]
    [InlineData("employees =", 11, "the rule ends too early")]
    [InlineData("employees > and arr > 5", 12, "a value is missing")]
    [InlineData("employees = [1, 2]", 12, "a value is missing")]
    [InlineData("employees is 5", 13, "only 'blank' stands after 'is'")]
    [InlineData("industry = not Technology", 11, "'not' stands before a condition, not before a value")]
    [InlineData("employees in (1, 2)", 13, "a list stands in square brackets")]
    [InlineData("employees in [1, 2", 18, "a list does not end")]
    [InlineData("employees in [1, ]", 17, "a value is missing")]
    [InlineData("employees in [1, 1_0, 10]", 22, "the list names a value twice")]
    [InlineData("employees between 5", 19, "'between' needs two values")]
    [InlineData("renewal_date between as_of and as_of - 90 days", 21, "the ends of 'between' are in the wrong order")]
    [InlineData("employees > 5 arr > 5", 14, "the rule goes on after a complete condition")]
    [InlineData("employees > 5 < 9", 14, "the rule goes on after a complete condition")]
    [InlineData("title = Software (SaaS)", 17, "the text 'Software' is followed by a sign")]
    [InlineData("title = Food, Beverage", 12, "the text 'Food' is followed by a sign")]
    [InlineData("employees > \"5\"", 12, "'employees' holds a whole number, not text")]
    [InlineData("employees > 50%", 12, "'employees' holds whole numbers")]
    [InlineData("arr > 007", 6, "'007' is no number")]
    [InlineData("arr > 1e6", 6, "'1e6' is no number")]
    [InlineData("arr > 5B", 6, "'5B' is no number")]
    [InlineData("arr > 5_", 6, "'5_' is no number")]
    [InlineData("arr > 0.123456789012345678", 6, "the number has more digits than can be kept")]
    [InlineData("arr > 1000000000.1M", 6, "the number is too large")]
    [InlineData("renewal_date > as_of - 36601 days", 15, "the date lies too far away")]
    [InlineData("renewal_date > as_of - 101 years", 15, "the date lies too far away")]
    [InlineData("renewal_date > today", 15, "'today' is no date")]
    [InlineData("renewal_date > as_of - 5", 15, "'as_of - 5' is no date")]
    [InlineData("do_not_email = maybe", 15, "'do_not_email' holds yes or no")]
    [InlineData("do_not_email > yes", 13, "'do_not_email' holds yes or no and cannot be compared so")]
    [InlineData("do_not_email in [yes]", 13, "'do_not_email' holds yes or no and cannot be compared so")]
    [InlineData("title between a and b", 6, "'title' holds text and cannot be compared so")]
    [InlineData("100 <= title < 200", 4, "'title' holds text and cannot be compared so")]
    [InlineData("100 <= employees > 50", 17, "the two comparisons of a range point in different directions")]
    [InlineData("100 < employees <= 100", 0, "no value lies in the range")]
    [InlineData("otherwise or arr > 5", 0, "'otherwise' stands alone")]
    [InlineData("arr > 5 or otherwise", 11, "'otherwise' stands alone")]
    [InlineData("and arr > 5", 0, "a condition begins with a field")]
    [InlineData("() and arr > 5", 1, "a parenthesis closes too early")]
    [InlineData("\"arr\" > 5", 0, "'arr' is no field that the rule may name")]
    [InlineData("title = \"\"", 8, "a text in double quotes is empty")]
    [InlineData("`` = 5", 0, "a field's name in backquotes is empty")]
    [InlineData("title = “x”", 8, "text is not put in quotes of this kind")]
    [InlineData("arr ≥ 5", 4, "this is no comparison")]
    [InlineData("arr => 5", 4, "this is no comparison")]
    [InlineData("! do_not_email", 0, "this is no comparison")]
    [InlineData("arr > 5\0", 7, "the rule holds a character that cannot be seen")]
    [InlineData("title = \"a\u202Eb\"", 10, "the rule holds a character that cannot be seen")]
    [InlineData("title = a\u200Bb", 9, "the rule holds a character that cannot be seen")]
    public void What_is_no_rule_is_refused_at_its_place(string text, int position, string subject)
    {
        var error = Assert.Throws<CriterionException>(() => SmallFields.Parse(text));
        Assert.Equal((subject, position), (error.Subject, error.Position));
    }

    [Fact]
    public void Depth_is_limited_for_parentheses_and_negations()
    {
        var deepest = CriterionOptions.Default.DeepestNesting;
        Assert.Equal("arr > 5", SmallFields.Parse(new string('(', deepest) + "arr > 5" + new string(')', deepest)).Root.ToText());
        Assert.Equal("the rule is nested too deeply", Subject(new string('(', deepest + 1) + "arr > 5" + new string(')', deepest + 1)));
        Assert.Equal("the rule is nested too deeply", Subject(string.Concat(Enumerable.Repeat("not ", deepest + 1)) + "arr > 5"));
        // 4,000 levels would exhaust the stack of a parser that does not count.
        Assert.Equal("the rule is nested too deeply", Subject(new string('(', 4000)));
    }

    [Fact]
    public void Size_is_limited_in_conditions_values_and_characters()
    {
        var options = CriterionOptions.Default with { MostConditions = 3, LongestText = 60 };
        Assert.Equal("employees in [1, 2, 3]", Criterion.Parse("employees in [1,2,3]", SmallFields.All, options).Root.ToText());
        Assert.Equal("the rule has too many conditions", Subject("employees in [1,2,3,4]", options));
        Assert.Equal("the rule has too many conditions", Subject("arr > 1 or arr > 2 or arr > 3 or arr > 4", options));
        Assert.Equal("the rule is too long", Subject("title = " + new string('x', 53), options));
        Assert.Equal(60, Criterion.Parse("title = " + new string('x', 52), SmallFields.All, options).Text.Length);
    }

    [Fact]
    public void A_long_list_of_names_is_counted_after_the_first()
    {
        var fields = Enumerable.Range(1, 15).Select(i => new FieldDefinition($"f{i}", FieldType.Number)).ToArray();
        var error = Assert.Throws<CriterionException>(() => Criterion.Parse("f99 > 1", fields));
        Assert.Equal("one of f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12 and 3 more", error.Expected);
        Assert.Equal("a declared field, and none is declared", Assert.Throws<CriterionException>(() => Criterion.Parse("f > 1", [])).Expected);
    }

    private static string Subject(string text, CriterionOptions? options = null) => Assert.Throws<CriterionException>(() => Criterion.Parse(text, SmallFields.All, options)).Subject;
}
