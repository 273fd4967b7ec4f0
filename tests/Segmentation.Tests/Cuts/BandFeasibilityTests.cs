using Segmentation.Cuts;
using Segmentation.Statistics;

namespace Segmentation.Tests.Cuts;

public sealed class BandFeasibilityTests
{
    [Fact]
    public void It_agrees_with_every_split_and_eases_no_more_than_it_must()
    {
        var random = new SeededRandom(11);
        var (alone, together) = (0, 0);
        for (var trial = 0; trial < 800; trial++)
        {
            var n = 1 + random.Next(9);
            int[] counts = [.. Enumerable.Range(0, n).Select(_ => 1 + (random.Next(3) == 0 ? random.Next(20) : random.Next(3)))];
            double[] amounts = [.. counts.Select(c => (double)random.Next(10) * c)];
            int[] events = [.. counts.Select(c => random.Next(c + 1))];
            var fewest = 1 + random.Next(3);
            var limits = new BandLimits
            {
                Fewest = fewest,
                Most = fewest + random.Next(3),
                FewestRecords = random.Next(8),
                LargestShare = .2 + (.8 * random.NextDouble()),
                LeastAmount = random.Next(2) * random.Next(30),
                FewestEvents = random.Next(2) * random.Next(4),
            };
            var found = BandFeasibility.Of([.. Enumerable.Range(0, n).Select(i => (double)i)], counts, amounts, events, limits);
            Assert.Equal(EverySplit.CanMeet(counts, amounts, events, limits), found.IsMet);
            if (found.IsMet) continue;
            Assert.True(EverySplit.CanMeet(counts, amounts, events, found.Relaxed));
            if (found.Shortfalls.Length == 1) alone++;
            else together++;
            foreach (var shortfall in found.Shortfalls)
            {
                // One step nearer to what was asked, the rest as eased, must be beyond every split.
                var nearer = shortfall.Limit switch
                {
                    nameof(BandLimits.FewestRecords) => found.Relaxed with { FewestRecords = found.Relaxed.FewestRecords + 1 },
                    nameof(BandLimits.LargestShare) => found.Relaxed with { LargestShare = found.Relaxed.LargestShare - (1e-9 / counts.Sum()) },
                    nameof(BandLimits.Fewest) => found.Relaxed with { Fewest = found.Relaxed.Fewest + 1 },
                    nameof(BandLimits.Most) => found.Relaxed with { Most = found.Relaxed.Most - 1 },
                    nameof(BandLimits.FewestEvents) => found.Relaxed with { FewestEvents = found.Relaxed.FewestEvents + 1 },
                    _ => found.Relaxed with { LeastAmount = Math.BitIncrement(found.Relaxed.LeastAmount) },
                };
                Assert.False(EverySplit.CanMeet(counts, amounts, events, nearer));
            }
        }

        Assert.InRange(alone, 100, int.MaxValue);
        Assert.InRange(together, 100, int.MaxValue);
    }

    [Fact]
    public void Where_easing_one_limit_is_enough_the_one_that_gives_least_gives_way()
    {
        // Three bands of at least 30 out of 84 records, one a value: 28 in the smallest at best (2 of 30 given up); two bands instead would give up a third.
        int[] counts = [.. Enumerable.Repeat(1, 84)];
        var found = BandFeasibility.Of([.. Enumerable.Range(0, 84).Select(i => (double)i)], counts, [], [], new());
        Assert.Equal(new("FewestRecords", 30, 28, "3 to 5 bands of 84 records with 84 distinct values: the smallest band cannot have more than 28 records, limit 30"), Assert.Single(found.Shortfalls));
        Assert.Equal(new BandLimits { FewestRecords = 28 }, found.Relaxed);
    }

    [Fact]
    public void Two_values_allow_two_bands()
    {
        var found = BandFeasibility.Of([0, 1], [50, 50], [], [], new());
        Assert.Equal(new("Fewest", 3, 2, "3 to 5 bands of 100 records with 2 distinct values: there cannot be more than 2 bands within the other limits, limit 3"), Assert.Single(found.Shortfalls));
    }

    [Fact]
    public void A_share_is_met_exactly_at_the_limit()
    {
        // 29 of 100 are 29%, though .29 x 100 is a little less than 29 as a double.
        Assert.True(BandFeasibility.Of([1, 2, 3, 4], [29, 29, 29, 13], [], [], BandLimits.None with { Fewest = 4, LargestShare = .29 }).IsMet);
        Assert.False(BandFeasibility.Of([1, 2, 3, 4], [30, 29, 29, 12], [], [], BandLimits.None with { Fewest = 4, LargestShare = .29 }).IsMet);
    }

    [Fact]
    public void Unknown_events_limit_nothing() => Assert.True(BandFeasibility.Of([1, 2], [5, 5], [], [], BandLimits.None with { Fewest = 2, FewestEvents = 3 }).IsMet);

    [Fact]
    public void What_the_bands_pay_is_eased_to_the_cent()
    {
        var found = BandFeasibility.Of([1, 2, 3], [5, 5, 5], [100, 250.25, 400], [], BandLimits.None with { Fewest = 3, LeastAmount = 300 }, bands: 3);
        Assert.Equal(100, Assert.Single(found.Shortfalls).Reached);
        Assert.Equal("3 bands of 15 records with 3 distinct values that pay 750.25: the band that pays least cannot pay more than 100, limit 300", found.Shortfalls[0].Words);
    }

    [Fact]
    public void No_record_has_no_band() => Assert.Equal("no record has a value: there is no band", Assert.Single(BandFeasibility.Of([], [], [], [], new()).Shortfalls).Words);

    [Fact]
    public void Given_cuts_are_held_against_every_limit()
    {
        // 1..10 paying their value, cut at 3 and 10: 2, 7 and 1 records, paying 3, 42 and 10.
        double[] values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        var sample = CutSample.Of(values, values, new BinaryTarget([.. values.Select(v => v >= 5)]));
        var limits = new BandLimits { Fewest = 4, Most = 5, FewestRecords = 3, LargestShare = .6, LeastAmount = 10, FewestEvents = 1 };
        Assert.Equal<BandShortfall>(
            [
                new("Fewest", 4, 3, "3 bands, limit at least 4"),
                new("FewestRecords", 3, 1, "the band from 10 has 1 record, limit 3; 1 more band is below it"),
                new("LargestShare", .6, .7, "the band from 3 to below 10 holds 70% of the records, limit 60%"),
                new("FewestEvents", 1, 0, "the band below 3 has 0 events, limit 1"),
                new("LeastAmount", 10, 3, "the band below 3 pays 3, limit 10"),
            ],
            BandFeasibility.Check(sample, [3, 10], limits));
        Assert.Empty(BandFeasibility.Check(sample, [3, 10], BandLimits.None));
        Assert.Equal("1 band, limit at least 3", BandFeasibility.Check(CutSample.Of([]), [], new())[0].Words);
        Assert.Contains("cut 2 is 3 after 3", Assert.Throws<ArgumentException>(() => BandFeasibility.Check(sample, [3, 3], limits)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_of_other_lengths_and_limits_that_contradict_themselves_are_refused()
    {
        Assert.Throws<ArgumentException>(() => BandFeasibility.Of([1, 2], [1], [], [], new()));
        Assert.Contains("at least 5 and at most 3", Assert.Throws<ArgumentException>(() => BandFeasibility.Of([1], [1], [], [], new() { Fewest = 5, Most = 3 })).Message, StringComparison.Ordinal);
    }
}
