using Segmentation.Cuts;
using Segmentation.Statistics;

namespace Segmentation.Tests.Cuts;

public sealed class DensityValleysTests
{
    [Fact]
    public void Groups_apart_are_cut_between_them()
    {
        var random = new SeededRandom(31);
        double[] values = [.. Enumerable.Range(0, 300).Select(i => Math.Exp(Normal(random) + (6 * (i % 3))))];
        var found = DensityValleys.Find(CutSample.Of(values));
        Assert.Equal(2, found.Cuts.Length);

        // Between means of 0, 6 and 12, standard deviation 1, the density is lowest at 3 and 9; flat there, so that the place is only known to about a standard deviation.
        Assert.InRange(Math.Log(found.Cuts[0]), 2, 4);
        Assert.InRange(Math.Log(found.Cuts[1]), 8, 10);
        Assert.All(found.Cuts, c => Assert.Contains(c, values));
    }

    [Theory]
    [InlineData("normal")]
    [InlineData("even")]
    public void One_peak_seldom_gets_a_cut(string spread)
    {
        // 100 samples of 300, bands of at least 10. No theory gives the rate of a valley by chance; at the default depth it is to stay below 5%, with a standard error of 2.2%.
        var random = new SeededRandom(32);
        var cut = 0;
        for (var sample = 0; sample < 100; sample++)
        {
            if (DensityValleys.Find(CutSample.Of([.. Enumerable.Range(0, 300).Select(_ => spread == "even" ? random.NextDouble() : Normal(random))]), CutScale.Raw, limits: BandLimits.None with { FewestRecords = 10 }).Bands > 1) cut++;
        }

        Assert.InRange(cut, 0, 5);
    }

    [Fact]
    public void Whole_numbers_are_no_peaks()
    {
        var random = new SeededRandom(33);
        Assert.StartsWith("no cut is supported: the density has one peak", DensityValleys.Find(CutSample.Of([.. Enumerable.Range(0, 500).Select(_ => 1.0 + random.Next(10))]), CutScale.Raw).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Valleys_beside_a_band_too_small_are_given_up()
    {
        // Three groups of 100, 100 and 5: the last is joined to its neighbour.
        var random = new SeededRandom(34);
        double[] values = [.. Enumerable.Range(0, 205).Select(i => Normal(random) + (i < 100 ? 0 : i < 200 ? 10 : 20))];
        Assert.Equal(2, DensityValleys.Find(CutSample.Of(values), CutScale.Raw).Cuts.Length);
        Assert.InRange(Assert.Single(DensityValleys.Find(CutSample.Of(values), CutScale.Raw, limits: BandLimits.None with { FewestRecords = 30 }).Cuts), 3, 8);
        Assert.Equal(2, DensityValleys.Find(CutSample.Of(values), CutScale.Raw, limits: BandLimits.None with { Most = 2 }).Bands);
        Assert.Equal("no cut is supported: every valley of the density sets too few records apart", DensityValleys.Find(CutSample.Of(values), CutScale.Raw, limits: BandLimits.None with { FewestRecords = 150 }).Reason);
    }

    [Theory]
    [InlineData(new double[0], "no cut is supported: no record has a value")]
    [InlineData(new[] { 2.0, 2 }, "no cut is supported: every record has the value 2")]
    public void What_cannot_be_cut_says_so(double[] values, string reason) => Assert.Equal(reason, DensityValleys.Find(CutSample.Of(values)).Reason);

    private static double Normal(SeededRandom random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
