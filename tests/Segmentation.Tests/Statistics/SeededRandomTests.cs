using Segmentation.Statistics;

namespace Segmentation.Tests.Statistics;

public sealed class SeededRandomTests
{
    /// <summary>The numbers of seed 1234567 that the authors' C program prints.</summary>
    [Fact]
    public void SplitMix_gives_the_published_numbers()
    {
        var state = 1234567UL;
        ulong[] published = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        Assert.All(published, expected => Assert.Equal(expected, SeededRandom.SplitMix(ref state)));
    }

    [Fact]
    public void The_same_seed_and_stream_give_the_same_numbers_and_another_stream_gives_others()
    {
        Assert.Equal(Three(new SeededRandom(1, 5)), Three(new SeededRandom(1, 5)));
        Assert.NotEqual(Three(new SeededRandom(1, 5)), Three(new SeededRandom(1, 6)));
    }

    /// <summary>60,000 throws of a die: the chi-square of 5 degrees of freedom stays below its 99.9% point, 20.5 (any table of the distribution).</summary>
    [Fact]
    public void Whole_numbers_are_equally_likely_and_stay_inside_their_range()
    {
        var random = new SeededRandom(7);
        var counts = new int[6];
        for (var i = 0; i < 60_000; i++) counts[random.Next(6)]++;
        Assert.InRange(counts.Sum(c => (c - 10_000.0) * (c - 10_000.0) / 10_000), 0, 20.5);
    }

    [Fact]
    public void Numbers_lie_in_0_to_below_1_with_the_mean_of_the_uniform()
    {
        var random = new SeededRandom(7, 3);
        double[] drawn = [.. Enumerable.Range(0, 100_000).Select(_ => random.NextDouble())];
        Assert.All(drawn, x => Assert.InRange(x, 0, Math.BitDecrement(1)));

        // Standard error of the mean of 100,000 uniform numbers is .00091: four of them.
        Assert.InRange(drawn.Average(), .4963, .5037);
    }

    [Fact]
    public void A_shuffle_keeps_every_item()
    {
        int[] items = [.. Enumerable.Range(0, 50)];
        new SeededRandom(1).Shuffle<int>(items);
        Assert.NotEqual(Enumerable.Range(0, 50), items);
        Assert.Equal(Enumerable.Range(0, 50), items.Order());
    }

    [Fact]
    public void A_range_without_numbers_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new SeededRandom(1).Next(0));

    private static ulong[] Three(SeededRandom random) => [random.NextBits(), random.NextBits(), random.NextBits()];

    [Fact]
    public void Filling_gives_the_words_one_by_one_and_leaves_off_where_they_would()
    {
        var (one, many) = (new SeededRandom(7, 3), new SeededRandom(7, 3));
        var words = new ulong[100];
        many.Fill(words);
        Assert.Equal(Enumerable.Range(0, 100).Select(_ => one.NextBits()), words);
        Assert.Equal(one.NextBits(), many.NextBits());
    }
}
