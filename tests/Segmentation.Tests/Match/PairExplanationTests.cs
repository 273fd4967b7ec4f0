using System.Collections.Immutable;
using Segmentation.Match;
using Segmentation.Tables;

namespace Segmentation.Tests.Match;

public sealed class PairExplanationTests
{
    private const double Golden = 9.47;

    /// <summary>Five comparisons of one level each, of which the pair agrees on three and differs on two.</summary>
    private static readonly string[] Fields = ["name", "domain", "city", "phone", "country"];

    // M = -6.67 + 4.74 + 6.49 - 1.97 - 1.12 + 8.00 = 9.47: with m of every level 1/2, u is m / 2^w.
    [Fact]
    public void Prior_and_weights_add_up_to_the_textbook_total_and_probability()
    {
        var pair = Model().Explain(0, 1);
        Assert.Equal(Golden, pair.Weight, 9);
        Assert.Equal(.998592, pair.Probability, 6);
        Assert.Equal(["prior", .. Fields], Enumerable.Range(0, 6).Select(pair.ToTable().Text("comparison").Display));
        Assert.Equal([-6.67, -1.93, 4.56, 2.59, 1.47, 9.47], pair.ToTable().Number("total").Values.ToArray().Select(t => Math.Round(t, 9)));
    }

    [Fact]
    public void The_sentence_names_what_speaks_for_and_against_and_no_value() => Assert.Equal(
        "row 1 and row 2 are one: probability 0.9986, threshold 0.95. Before anything is compared the weight is -6.67; for it speak country: same (+8.00), domain: same (+6.49), "
        + "name: same (+4.74); against it city: else (-1.97), phone: else (-1.12); together +9.47.", Model().Explain(0, 1).Sentence);

    [Fact]
    public void Values_are_personal_and_hidden_under_a_mask()
    {
        var masked = Model().Explain(0, 1).ToString(RenderOptions.Default with { Mask = true });
        Assert.DoesNotContain("rome", masked, StringComparison.Ordinal);
        Assert.Contains(RenderOptions.Hidden, masked, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_value_weighs_nothing()
    {
        var pair = Model(("city", ["rome", null])).Explain(0, 1);
        Assert.Equal((0, 0.0), (pair.Evidence[2].Level, pair.Evidence[2].Weight));
        Assert.Equal(Golden + 1.97, pair.Weight, 9);
    }

    [Fact]
    public void The_order_of_the_two_does_not_matter() => Assert.Equal(Model().Explain(0, 1).Weight, Model().Explain(1, 0).Weight);

    [Fact]
    public void A_row_that_is_not_there_and_one_row_twice_are_refused()
    {
        Assert.Contains("There is no record 2; rows count from 0 to 1.", Assert.Throws<ArgumentOutOfRangeException>(() => Model().Explain(0, 2)).Message, StringComparison.Ordinal);
        Assert.Contains("a pair takes two", Assert.Throws<ArgumentException>(() => Model().Explain(1, 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_weight_of_a_breakdown_is_the_weight_of_the_search()
    {
        var model = Model();
        var pairs = PairEngine.Score(model.Records, model.Settings, model.Parameters, 0);
        Assert.Equal(model.Explain(pairs.Left[0], pairs.Right[0]).Weight, pairs.Weight[0]);
    }

    private static MatchModel Model(params (string Field, string?[] Values)[] changed)
    {
        double[] weights = [4.74, 6.49, -1.97, -1.12, 8.00];
        (string Field, string?[] Values)[] fields = [.. Fields.Select((f, i) => (f, weights[i] > 0 ? new string?[] { "same", "same" } : ["rome", "paris"]))];
        foreach (var (field, values) in changed) fields[Array.IndexOf(Fields, field)] = (field, values);
        var records = SmallRecords.Of(fields);
        var settings = new MatchSettings
        {
            Blocking = [new("same name", ["name"])],
            Deterministic = [],
            Comparisons = [.. Fields.Select(f => new Comparison(f, f, [ComparisonLevel.Of("same", f, LevelTest.Exact)]))],
        };
        ImmutableArray<double> half = [.5, .5];
        return new MatchModel
        {
            Records = records,
            Settings = settings,
            Parameters = new(MatchParameters.Probability(-6.67), [.. Fields.Select(_ => half)], [.. weights.Select(w => ImmutableArray.Create(.5 / Math.Pow(2, w), .5 / Math.Pow(2, w)))]),
            RandomPairs = 0,
            DeterministicPairs = 0,
            Runs = [],
            MatchLevels = [.. Fields.Select(_ => half)],
            RandomLevels = [.. Fields.Select(_ => half)],
            Notes = [],
        };
    }
}
