using Segmentation.Cuts;
using Segmentation.Statistics;

namespace Segmentation.Tests.Cuts;

public sealed class MixtureCutsTests
{
    [Fact]
    public void Components_of_different_width_change_places_where_their_densities_cross()
    {
        // Equal shares of N(0, 1) and N(8, 3²): x² = ((x - 8) / 3)² + 2 ln 3, so x = (-8 + √(64 + 8(64 + 18 ln 3))) / 8 = 2.249. Half way, where k-means would cut, is 4.
        var crossing = (-8 + Math.Sqrt(64 + (8 * (64 + (18 * Math.Log(3)))))) / 8;
        var random = new SeededRandom(41);
        double[] values = [.. Enumerable.Range(0, 4000).Select(i => i % 2 == 0 ? Normal(random) : 8 + (3 * Normal(random)))];
        Assert.InRange(Assert.Single(MixtureCuts.Find(CutSample.Of(values), 2, CutScale.Raw).Cuts), crossing - .25, crossing + .25);
    }

    [Fact]
    public void The_lowest_BIC_counts_the_components()
    {
        var random = new SeededRandom(42);
        double[] three = [.. Enumerable.Range(0, 300).Select(i => Math.Exp(Normal(random) + (5 * (i % 3))))];
        var found = MixtureCuts.Find(CutSample.Of(three), limits: BandLimits.None with { Most = 4 });
        Assert.Equal(2, found.Cuts.Length);
        Assert.InRange(Math.Log(found.Cuts[0]), 2, 3);
        Assert.InRange(Math.Log(found.Cuts[1]), 7, 8);
        Assert.StartsWith("BIC ", found.Reason, StringComparison.Ordinal);
        double[] one = [.. Enumerable.Range(0, 300).Select(_ => Math.Exp(Normal(random)))];
        Assert.StartsWith("no cut is supported: of 1 to 3 components one has the lowest BIC", MixtureCuts.Find(CutSample.Of(one), limits: BandLimits.None with { Most = 3 }).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_of_zero_or_below_are_told_and_limits_reported()
    {
        var found = MixtureCuts.Find(CutSample.Of([0, 1, 1.1, 1.2, 90, 100, 110]), 2, limits: new());
        Assert.Equal<double>([90], found.Cuts);
        Assert.EndsWith("1 record of 0 or below is not on the log scale and belongs to the lowest band", found.Reason, StringComparison.Ordinal);
        Assert.Equal(["Fewest", "FewestRecords"], found.Shortfalls.Select(s => s.Limit));
    }

    [Theory]
    [InlineData(new double[0], "no cut is supported: no record has a value")]
    [InlineData(new[] { 2.0, 2 }, "no cut is supported: every record has the value 2")]
    [InlineData(new[] { 2.0, 3 }, "no cut is supported: 3 bands need 3 distinct values, found 2")]
    public void What_cannot_be_cut_says_so(double[] values, string reason) => Assert.Equal(reason, MixtureCuts.Find(CutSample.Of(values), 3).Reason);

    private static double Normal(SeededRandom random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
