using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Tests.Assign;

namespace Segmentation.Tests.Framework;

/// <summary>The truth table of precedence. Authority: the customer success playbook (first match in order, value-based criteria win a conflict, null gives Unassigned), as
/// <see cref="Precedence"/> words it. Segments of the table: A by employees, B by ARR alone or employees, C by employees. T, F and U are answers; "/T" behind B is its answer with ARR blank.</summary>
public sealed class PrecedenceTests
{
    [Theory]
    // No conflict: the first that matches, wherever it stands; none matches: no rule covers it.
    [InlineData("T F F", 0, -1)]
    [InlineData("F F T", 2, -1)]
    [InlineData("F F F", -1, -1)]
    // Conflicts: the first in order among equals, a match by value before all others.
    [InlineData("T F T", 0, -1)]
    [InlineData("T T/T F", 0, -1)]
    [InlineData("T T/U F", 1, -1)]
    [InlineData("F T/F T", 1, -1)]
    // An open rule before the winner, or one that could match by value after it, keeps the record open; any other does not.
    [InlineData("U F T", -1, 0)]
    [InlineData("T F U", 0, -1)]
    [InlineData("T U/U F", -1, 1)]
    [InlineData("F U/U T", -1, 1)]
    [InlineData("U T/U F", 1, -1)]
    [InlineData("F T/U U", 1, -1)]
    [InlineData("U T/T F", -1, 0)]
    // Nothing matches: every open rule could.
    [InlineData("F F U", -1, 2)]
    [InlineData("U U/U U", -1, 0)]
    public void A_value_match_comes_first_and_blanks_that_matter_leave_it_open(string answers, int winner, int open) =>
        Assert.Equal((winner, open), Decide(ConflictPolicy.ValueFirst, BlankPolicy.Unassigned, answers));

    [Theory]
    [InlineData("T T/U F", 0, -1)]
    [InlineData("F T/U T", 1, -1)]
    [InlineData("T U/U F", 0, -1)]
    [InlineData("F U/U T", -1, 1)]
    [InlineData("U T/U F", -1, 0)]
    [InlineData("F F U", -1, 2)]
    public void By_order_the_first_match_wins_whatever_it_rests_on(string answers, int winner, int open) =>
        Assert.Equal((winner, open), Decide(ConflictPolicy.Order, BlankPolicy.Unassigned, answers));

    [Theory]
    [InlineData("U F T", 2, -1)]
    [InlineData("T U/U F", 0, -1)]
    [InlineData("U T/U F", 1, -1)]
    // Without a winner the blank is still the reason: the record is not said to be uncovered.
    [InlineData("U F F", -1, 0)]
    [InlineData("F F F", -1, -1)]
    public void Skipping_blanks_takes_an_open_rule_as_not_matching(string answers, int winner, int open) =>
        Assert.Equal((winner, open), Decide(ConflictPolicy.ValueFirst, BlankPolicy.Skip, answers));

    [Fact]
    public void Every_answer_of_three_rules_gives_one_winner_or_a_reason_but_never_both()
    {
        var policies = from conflicts in Enum.GetValues<ConflictPolicy>() from blanks in Enum.GetValues<BlankPolicy>() select (conflicts, blanks);
        foreach (var (conflicts, blanks) in policies)
        {
            foreach (var answers in from a in "TFU" from b in "TFU" from w in "TFU" from c in "TFU" select $"{a} {b}/{w} {c}")
            {
                var (winner, open) = Decide(conflicts, blanks, answers);
                Assert.False(winner >= 0 && open >= 0, answers);
                // A winner matches; a reason is a rule that a blank keeps open; neither only where nothing matches and nothing is open.
                if (winner >= 0) Assert.Equal('T', answers.Split(' ')[winner][0]);
                else if (open >= 0) Assert.Equal('U', answers.Split(' ')[open][0]);
                else Assert.All(answers.Split(' '), a => Assert.Equal('F', a[0]));
            }
        }
    }

    private static (int Winner, int Open) Decide(ConflictPolicy conflicts, BlankPolicy blanks, string answers)
    {
        var framework = Rules.Tier("employees: whole, arr: number value", "A: employees < 10", "B: arr > 5 or employees > 100", "C: employees > 50") with { Conflicts = conflicts, Blanks = blanks };
        var all = answers.Split(' ');
        return new Precedence(framework, framework.Dimensions[0]).Decide([.. all.Select(a => Read(a[0]))], [.. all.Select(a => Read(a[^1]))]);
    }

    private static Truth Read(char answer) => answer switch { 'T' => Truth.True, 'U' => Truth.Unknown, _ => Truth.False };
}
