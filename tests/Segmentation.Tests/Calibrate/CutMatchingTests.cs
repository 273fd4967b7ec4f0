using Segmentation.Calibrate;

namespace Segmentation.Tests.Calibrate;

public sealed class CutMatchingTests
{
    [Fact]
    public void As_many_cuts_are_matched_in_order_however_far_apart() => Assert.Equal([0, 1], CutMatching.Match([0.1, 0.2], [0.7, 0.9]));

    [Fact]
    public void A_resample_with_fewer_cuts_leaves_the_one_without_a_match_that_is_furthest() => Assert.Equal([0, -1, 1], CutMatching.Match([0.2, 0.5, 0.8], [0.25, 0.9]));

    [Fact]
    public void A_resample_with_more_cuts_gives_each_its_nearest_in_order() => Assert.Equal([1, 2], CutMatching.Match([0.5, 0.8], [0.2, 0.45, 0.9, 0.99]));

    [Fact]
    public void Nothing_is_matched_with_nothing()
    {
        Assert.Equal([-1, -1], CutMatching.Match([0.5, 0.8], []));
        Assert.Empty(CutMatching.Match([], [0.2]));
    }

    // All ways to match in order, one by one.
    [Fact]
    public void The_match_is_the_best_of_all()
    {
        var random = new Random(4);
        for (var trial = 0; trial < 300; trial++)
        {
            double[] sample = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.NextDouble()).Order()];
            double[] resample = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.NextDouble()).Order()];
            if (sample.Length == resample.Length) continue;
            var match = CutMatching.Match(sample, resample);
            Assert.Equal(Math.Min(sample.Length, resample.Length), match.Count(m => m >= 0));
            Assert.True(match.Where(m => m >= 0).Zip(match.Where(m => m >= 0).Skip(1)).All(p => p.First < p.Second));
            var cost = match.Select((m, i) => m < 0 ? 0 : Math.Abs(sample[i] - resample[m])).Sum();
            Assert.Equal(Least(sample, resample), cost, 1e-12);
        }
    }

    private static double Least(double[] a, double[] b)
    {
        var (few, many) = a.Length < b.Length ? (a, b) : (b, a);
        return Enumerable.Range(0, 1 << many.Length)
            .Select(set => many.Where((_, i) => (set >> i & 1) == 1).ToArray())
            .Where(chosen => chosen.Length == few.Length)
            .Min(chosen => few.Zip(chosen).Sum(p => Math.Abs(p.First - p.Second)));
    }
}
