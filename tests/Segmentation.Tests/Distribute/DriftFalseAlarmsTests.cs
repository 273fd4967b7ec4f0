using Segmentation.Distribute;

namespace Segmentation.Tests.Distribute;

public sealed class DriftFalseAlarmsTests
{
    private static readonly double[] Shares = [.55, .25, .15, .05];

    [Fact]
    public void The_critical_value_cries_in_5_percent_and_the_raw_limit_far_more_often()
    {
        var alarms = DriftFalseAlarms.Simulate(Shares, [100, 1000], 2000, seed: 20260630);

        // Known construction: nothing changes, so each test at 95% should cry in 5% of the runs; 2,000 runs carry that to about ±1 point
        // (Wilson), and the chi-square approximation of the index with 5 expected in a bin to about one more.
        foreach (var size in new[] { 100, 1000 })
        {
            Assert.InRange(Share(size, "stability index above its critical value"), .03, .075);
            Assert.InRange(Share(size, "chi-square p below 0.05"), .03, .07);
            Assert.InRange(Share(size, "any segment moved, by its interval"), 0, .05);
        }

        Assert.True(Share(100, "any segment outside ±20%") > .8);
        Assert.True(Share(1000, "any segment outside ±20%") > .2);

        // The customary lines know nothing of sizes: .1 is passed by chance at 100 records, never at 1,000.
        Assert.True(Share(100, "stability index above 0.1") > .1);
        Assert.Equal(0, Share(1000, "stability index above 0.1"));
        Assert.Equal(0, Share(1000, "stability index above 0.25"));

        double Share(int size, string rule) => alarms.Rows.Single(r => r.Size == size && r.Rule == rule).Share;
    }

    [Fact]
    public void The_same_seed_gives_the_same_result_and_another_seed_another()
    {
        Assert.Equal(Csv(1), Csv(1));
        Assert.NotEqual(Csv(1), Csv(2));

        static string Csv(int seed) => DriftFalseAlarms.Simulate(Shares, [50], 200, seed).ToTable().ToCsv();
    }

    [Fact]
    public void One_segment_never_drifts_in_its_shares()
    {
        var alarms = DriftFalseAlarms.Simulate([1], [10], 50, 1);
        Assert.All(alarms.Rows, r => Assert.Equal(0, r.Alarms));
        Assert.Equal(6, alarms.ToTable().RowCount);
    }

    [Fact]
    public void Shares_that_are_not_a_whole_are_refused_with_the_remedy()
    {
        var error = Assert.Throws<ArgumentException>(() => DriftFalseAlarms.Simulate([.5, .4], [10], 5, 1));
        Assert.StartsWith("shares sum to 0.9 but must be proportions of one whole, each at least 0; divide each by their sum.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => DriftFalseAlarms.Simulate([1.5, -.5], [10], 5, 1));
        Assert.Throws<ArgumentException>(() => DriftFalseAlarms.Simulate([double.NaN, 1], [10], 5, 1));
        Assert.Throws<ArgumentException>(() => DriftFalseAlarms.Simulate([], [10], 5, 1));
        Assert.Throws<ArgumentException>(() => DriftFalseAlarms.Simulate([1], [0], 5, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DriftFalseAlarms.Simulate([1], [1], 0, 1));
    }
}
