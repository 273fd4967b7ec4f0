using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

public sealed class AnalysisOfVarianceTests
{
    // R's data set PlantGrowth (A. J. Dobson, "An Introduction to Statistical Modelling", 1983): control, treatment 1, treatment 2, ten weights each.
    internal static readonly double[] Weights =
    [
        4.17, 5.58, 5.18, 6.11, 4.50, 4.61, 5.17, 4.53, 5.33, 5.14, 4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69, 6.31, 5.12, 5.54, 5.50, 5.37, 5.29, 4.92, 6.15, 5.80, 5.26,
    ];

    internal static readonly int[] Groups = [.. Enumerable.Range(0, 30).Select(i => i / 10)];

    [Fact]
    public void The_analysis_is_that_of_R()
    {
        // summary(aov(weight ~ group, PlantGrowth)): F 4.846 on 2 and 27, p 0.0159, sums of squares 3.766 and 10.492; adjusted R² 0.2096.
        var found = AnalysisOfVariance.Of(Weights, Groups);
        Assert.Equal((30, 3), (found.Records, found.Groups));
        Assert.Equal(4.846, found.F, 3);
        Assert.Equal(0.0159, found.PValue, 4);
        Assert.Equal(3.766 / (3.766 + 10.492), found.EtaSquared, 4);
        Assert.Equal(0.2096, found.Corrected, 4);
        Assert.InRange(found.EtaSquared, found.Interval.Low, found.Interval.High);
        Assert.True(found.Interval.Low > 0, "The difference is significant at 5%, so the interval leaves 0 out.");
    }

    [Fact]
    public void The_interval_holds_the_share_that_the_numbers_were_made_with()
    {
        // Three groups of 40 at -d, 0, d with d² 2/3 / (d² 2/3 + 1) = 0.2. 1,000 studies: a coverage of 95% has a standard error of 0.7%, and three of those are allowed.
        var d = Math.Sqrt(0.2 / 0.8 * 1.5);
        int[] groups = [.. Enumerable.Range(0, 120).Select(i => i % 3)];
        var random = new SeededRandom(11);
        var held = Enumerable.Range(0, 1000).Count(_ => AnalysisOfVariance.Of([.. groups.Select(g => ((g - 1) * d) + Normal(random))], groups).Interval.Contains(0.2));
        Assert.InRange(held, 929, 971);
    }

    [Fact]
    public void Without_a_difference_five_tests_in_a_hundred_find_one_and_the_corrected_share_is_about_nothing()
    {
        int[] groups = [.. Enumerable.Range(0, 60).Select(i => i % 4)];
        var random = new SeededRandom(12);
        var found = Enumerable.Range(0, 1000).Select(_ => AnalysisOfVariance.Of([.. groups.Select(g => Normal(random))], groups)).ToArray();

        // 1,000 tests at 5%: a standard error of 0.7%.
        Assert.InRange(found.Count(f => f.PValue <= 0.05), 29, 71);
        Assert.True(found.Average(f => f.EtaSquared) > 0.04, "Three of 59 degrees of freedom are the groups' by chance.");
        Assert.InRange(found.Average(f => f.Corrected), 0, 0.03);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(12)]
    public void Where_nothing_can_differ_nothing_is_said(int records)
    {
        double[] equal = [.. Enumerable.Repeat(3d, records)];
        var found = AnalysisOfVariance.Of(equal, [.. Enumerable.Range(0, records).Select(i => i % 2)]);
        Assert.True(double.IsNaN(found.EtaSquared) && double.IsNaN(found.F));
        Assert.Equal((1d, new Interval(0, 1)), (found.PValue, found.Interval));
    }

    [Fact]
    public void Groups_that_say_everything_and_inputs_of_different_length()
    {
        var found = AnalysisOfVariance.Of([1, 1, 2, 2], [0, 0, 1, 1]);
        Assert.Equal((1d, 1d, 0d), (found.EtaSquared, found.Corrected, found.PValue));
        Assert.Equal("groups has 1 values but values has 2; both need one a record. (Parameter 'groups')", Assert.Throws<ArgumentException>(() => AnalysisOfVariance.Of([1, 2], [0])).Message);
    }

    // Box and Muller, Annals of Mathematical Statistics 29, 1958, 610-611.
    internal static double Normal(SeededRandom random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
