using Segmentation.Criteria;

namespace Segmentation.Tests.Criteria;

public sealed class CriterionPropertyTests
{
    [Fact]
    public void Canonical_text_reads_back_to_an_equal_tree_and_to_itself()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var tree = new RandomCriteria(seed).Next(depth: 4);
            var text = tree.ToText();
            var read = Criterion.Parse(text, RandomCriteria.Fields);
            Assert.True(ConditionEquality.Changes(tree, read.Root) is { IsEmpty: true }, text);
            Assert.Equal(text, read.Root.ToText());
        }
    }

    // The oracle answers row by row from the definitions; the library by passes over columns, in blocks.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(200)]
    public void Passes_over_columns_answer_as_the_definitions_do(int rows)
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new RandomCriteria(seed);
            var criterion = Criterion.Parse(random.Next(depth: 3).ToText(), RandomCriteria.Fields);
            var records = random.Records(rows);
            var blanked = seed % 3 == 0 ? random.Blanked() : null;
            var expected = Enumerable.Range(0, rows).Select(r => NaiveCriteria.Answer(criterion.Root, records, r, SmallFields.AsOf, blanked));
            Assert.Equal(expected, criterion.Evaluate(records, SmallFields.AsOf.AddHours(13), blanked));
        }
    }

    // 20,000 rows are more than two blocks, the last of them not full.
    [Fact]
    public void Blocks_join_without_a_seam()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var random = new RandomCriteria(seed);
            var criterion = Criterion.Parse(random.Next(depth: 3).ToText(), RandomCriteria.Fields);
            var records = random.Records(20_001);
            var expected = Enumerable.Range(0, records.RowCount).Select(r => NaiveCriteria.Answer(criterion.Root, records, r, SmallFields.AsOf, null));
            Assert.Equal(expected, criterion.Evaluate(records, SmallFields.AsOf));
        }
    }

    [Fact]
    public void An_explanation_gives_the_answers_of_the_evaluation_at_every_level()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new RandomCriteria(seed);
            var criterion = Criterion.Parse(random.Next(depth: 3).ToText(), RandomCriteria.Fields);
            var records = random.Records(7);
            var blanked = seed % 3 == 0 ? random.Blanked() : null;
            for (var row = 0; row < records.RowCount; row++) Check(criterion.Explain(records, row, SmallFields.AsOf, blanked), row);

            void Check(CriterionTrace trace, int row)
            {
                Assert.Equal(NaiveCriteria.Answer(trace.Condition, records, row, SmallFields.AsOf, blanked), trace.Answer);
                Assert.NotEmpty(trace.Deciding);
                foreach (var part in trace.Parts) Check(part, row);
            }
        }
    }

    // Whatever is typed, the answer is a rule or a CriterionException with its place in the text: no other error leaves the parser.
    [Fact]
    public void Hostile_text_is_a_rule_or_a_criterion_error_with_its_place()
    {
        string[] pieces =
        [
            "employees", "arr", "industry", "title", "renewal_date", "do_not_email", "`Primary Platform`", "and", "or", "not", "in", "between", "is", "blank", "contains", "otherwise", "as_of", "-", "+", "90 days", "2026-06-30", "2026-02-30",
            "=", "!=", "<", "<=", ">", ">=", "==", "<>", "!", "&&", "||", "(", ")", "[", "]", ",", "\"", "\"x\"", "`", "'", "“", "1000", "500_000", "1.5M", "50%", "$5", "1e400", "-", "_", "007", "99999999999999999999", "Technology", "Oil and Gas",
            "yes", "null", "\0", "\u202E", "\uD800", "😀", "é", "\t", "\n", " ", "", "as_of - 99999999999 days", "as_of + 3 months", "account.arr", ".", "%", "K",
        ];
        var random = new Random(5);
        var rules = 0;
        for (var i = 0; i < 30_000; i++)
        {
            var text = string.Join(random.Next(4) == 0 ? "" : " ", Enumerable.Range(0, random.Next(9)).Select(_ => pieces[random.Next(pieces.Length)]));
            try
            {
                var criterion = SmallFields.Parse(text);
                Assert.True(criterion.SameRule(SmallFields.Parse(criterion.Root.ToText())), text);
                Assert.NotEmpty(criterion.ToWords(SmallFields.All));
                rules++;
            }
            catch (CriterionException e)
            {
                Assert.InRange(e.Position, 0, text.Length);
                Assert.NotEmpty(e.Found);
                Assert.NotEmpty(e.Expected);
                Assert.NotEmpty(e.Remedy);
            }
        }

        Assert.True(rules > 100, $"only {rules} of the texts were rules: the test would see too little");
    }
}
