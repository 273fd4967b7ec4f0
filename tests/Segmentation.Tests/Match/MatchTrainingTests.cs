using Segmentation.Match;

namespace Segmentation.Tests.Match;

public sealed class MatchTrainingTests
{
    private static readonly MatchSettings Settings = new()
    {
        Blocking = [new("same name", ["name"]), new("same city", ["city"])],
        Deterministic = [new("same name and domain", ["name", "domain"])],
        Comparisons =
        [
            new("name", "name", [ComparisonLevel.Of("same name", "name", LevelTest.Exact)]),
            new("domain", "domain", [ComparisonLevel.Of("same domain", "domain", LevelTest.Exact)]),
            new("city", "city", [ComparisonLevel.Of("same city", "city", LevelTest.Exact)]),
        ],
    };

    /// <summary>Records in which every fifth stands twice, and names, domains and cities are drawn apart from each other.</summary>
    private static MatchRecords Planted(int entities)
    {
        var random = new Random(17);
        var rows = new List<(string Name, string Domain, string City)>();
        for (var i = 0; i < entities; i++)
        {
            var row = ($"n{random.Next(400)}", $"d{random.Next(900)}", $"c{random.Next(20)}");
            rows.Add(row);
            // One copy in ten lives elsewhere.
            if (i % 5 == 0) rows.Add(i % 50 == 0 ? row with { Item3 = "elsewhere" } : row);
        }

        return SmallRecords.Of(("name", [.. rows.Select(r => r.Name)]), ("domain", [.. rows.Select(r => r.Domain)]), ("city", [.. rows.Select(r => r.City)]));
    }

    // 2,000 entities, 400 of them twice: λ = 400 / (2400 x 2399 / 2) = .000139; a name agrees by chance in 1/400, a domain in 1/900, a city in 1/20; a copy
    // keeps name and domain always and its city in nine of ten.
    [Fact]
    public void Weights_come_near_what_was_planted()
    {
        var model = MatchTraining.Run(Planted(2000), Settings with { DeterministicRecall = 1 });
        Assert.InRange(model.Parameters.Prior, .9 * .000139, 1.1 * .000139);
        Assert.InRange(model.Parameters.U[0][0], .8 / 400, 1.2 / 400);
        Assert.InRange(model.Parameters.U[1][0], .8 / 900, 1.2 / 900);
        Assert.InRange(model.Parameters.U[2][0], .9 / 20, 1.1 / 20);
        // Each rule leaves two comparisons to tell some 400 matches from 360 pairs that agree by chance: a few dozen of these pass for matches.
        Assert.InRange(model.Parameters.M[0][0], .8, 1);
        Assert.InRange(model.Parameters.M[1][0], .8, 1);
        Assert.InRange(model.Parameters.M[2][0], .8, 1);
    }

    [Fact]
    public void A_rule_teaches_nothing_about_the_comparison_that_its_field_decides()
    {
        var model = MatchTraining.Run(Planted(500), Settings);
        Assert.Equal(["domain", "city"], model.Runs[0].Comparisons.ToArray());
        Assert.Equal(["name", "domain"], model.Runs[1].Comparisons.ToArray());
    }

    [Fact]
    public void The_same_records_give_the_same_weights()
    {
        var settings = Settings with { RandomPairs = 10_000 };
        var (one, two) = (MatchTraining.Run(Planted(500), settings), MatchTraining.Run(Planted(500), settings));
        Assert.Equal(one.ToString(), two.ToString());
        Assert.Equal(one.Parameters.Prior, two.Parameters.Prior);
        Assert.Equal(10_000, MatchTraining.Run(Planted(500), settings with { Deterministic = [] }).RandomPairs);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(30)]
    public void Records_without_values_leave_every_weight_as_assumed_and_say_so(int count)
    {
        var nulls = new string?[count];
        var model = MatchTraining.Run(SmallRecords.Of(("name", nulls), ("domain", nulls), ("city", nulls)), Settings);
        foreach (var (comparison, i) in Settings.Comparisons.Select((c, i) => (c, i)))
        {
            Assert.Equal(comparison.AssumedM.Select(s => Math.Round(s, 9)), model.Parameters.M[i].Select(s => Math.Round(s, 9)));
            Assert.Equal(comparison.AssumedU.Select(s => Math.Round(s, 9)), model.Parameters.U[i].Select(s => Math.Round(s, 9)));
        }

        Assert.Contains(model.Notes, n => n.Contains("could not be trained: every m is the assumed one", StringComparison.Ordinal));
        if (count < 2) Assert.Contains(model.Notes, n => n.StartsWith("Found no pair to learn chance from", StringComparison.Ordinal));
    }

    [Fact]
    public void Records_that_are_all_one_are_found_to_be_one()
    {
        string?[] Twelve(string value) => [.. Enumerable.Repeat(value, 12)];
        var model = MatchTraining.Run(SmallRecords.Of(("name", Twelve("acme")), ("domain", Twelve("acme.example")), ("city", Twelve("rome"))), Settings);
        Assert.True(model.Explain(0, 11).Probability > .999);
    }

    [Fact]
    public void Two_records_alike_are_one_and_two_apart_are_not()
    {
        Assert.True(MatchTraining.Run(SmallRecords.Of(("name", ["acme", "acme"]), ("domain", ["a.example", "a.example"]), ("city", ["rome", "rome"])), Settings).Explain(0, 1).Probability > .95);
        Assert.True(MatchTraining.Run(SmallRecords.Of(("name", ["acme", "zeta"]), ("domain", ["a.example", "z.example"]), ("city", ["rome", "bonn"])), Settings).Explain(0, 1).Probability < .05);
    }

    [Fact]
    public void A_level_that_never_occurred_is_named()
    {
        var model = MatchTraining.Run(SmallRecords.Of(("name", ["a", "b", "c"]), ("domain", ["x", "y", "z"]), ("city", [null, null, null])), Settings);
        Assert.Contains("'name': 'same name' never occurred among 3 pairs; u is at most what half a pair would give, or the assumed share.", model.Notes);
        Assert.Contains("'city': both values were never present among 3 pairs; u is at most what half a pair would give, or the assumed share.", model.Notes);
    }

    [Fact]
    public void Rounds_that_do_not_settle_are_said()
    {
        var model = MatchTraining.Run(Planted(500), Settings with { MostRounds = 1, Tolerance = 0 });
        Assert.Contains(model.Notes, n => n.StartsWith("'same city' had not settled after 1 round:", StringComparison.Ordinal));
    }

    // 3 pairs found / .75 = 4 expected; of 10 x 9 / 2 = 45 pairs.
    [Fact]
    public void The_prior_is_the_pairs_found_over_their_recall_and_all_pairs()
    {
        Assert.Equal(4 / 45.0, MatchPrior.Of(10, 3, Settings with { DeterministicRecall = .75 }), 12);
        Assert.Equal(.02 * 10 / 45, MatchPrior.Of(10, 0, Settings), 12);
        Assert.Equal(1e-6, MatchPrior.Of(1, 0, Settings));
    }

    [Fact]
    public void Every_level_of_every_comparison_is_a_row_and_assumed_shares_sum_to_one()
    {
        foreach (var settings in new[] { MatchSettings.Accounts, MatchSettings.Contacts })
        {
            Assert.All(settings.Comparisons, c => Assert.Equal((1, 1, c.Else, c.Else), (Math.Round(c.AssumedM.Sum(), 9), Math.Round(c.AssumedU.Sum(), 9), c.AssumedM.Length, c.AssumedU.Length)));
        }

        Assert.Equal(6, MatchTraining.Run(Planted(50), Settings).ToTable().RowCount);
    }
}
