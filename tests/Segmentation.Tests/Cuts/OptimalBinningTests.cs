using Segmentation.Cuts;
using Segmentation.Statistics;

namespace Segmentation.Tests.Cuts;

public sealed class OptimalBinningTests
{
    private static readonly BinningOptions Free = new() { Limits = BandLimits.None, Trend = MonotoneTrend.None, LargestNeighbourPValue = 1 };

    /// <summary>900 records, the event in 40% below 100, 20% up to 500 and 5% from there: three bands, and no fourth that differs.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Planted_cuts_are_found(int target)
    {
        var result = OptimalBinning.Find(Planted(target));
        Assert.Null(result.Finding.Reason);
        Assert.Empty(result.Finding.Shortfalls);
        Assert.Equal(2, result.Finding.Cuts.Length);

        // A part holds 900/64 records, 14; on this scale that is about 5% of the value.
        Assert.InRange(result.Finding.Cuts[0], 90, 110);
        Assert.InRange(result.Finding.Cuts[1], 440, 560);
        Assert.Equal(target == 1 ? MonotoneTrend.Ascending : MonotoneTrend.Descending, result.Trend);
        Assert.Equal(.001, result.Test!.PValue);
        Assert.Equal(result.Finding.Cuts.AsEnumerable(), result.BestCuts);
        Assert.Equal(900, result.Table.Records);
        if (target == 0) Assert.Equal(result.Table.InformationValue!.Value, result.Score, 10);
    }

    [Fact]
    public void An_outcome_that_has_nothing_to_do_with_the_value_supports_no_cut_but_the_table_is_there()
    {
        // 64 parts of 300 records, 4.7 each; 30 records on both sides leave the cuts after the 7th to before the 58th: 51.
        var random = new SeededRandom(3);
        double[] values = [.. Enumerable.Range(0, 300).Select(_ => random.NextDouble() * 100)];
        var sample = CutSample.Of(values, target: new BinaryTarget([.. values.Select(_ => random.NextDouble() < .2)]));
        var result = OptimalBinning.Find(sample);
        Assert.Empty(result.Finding.Cuts);
        Assert.Matches("^no cut is supported: of 51 candidates the best single cut, at [0-9.]+, has p 0?\\.[0-9]+ corrected for the choosing, above 0\\.05 \\(as if it had not been chosen, p 0?\\.[0-9]+\\)$", result.Finding.Reason!);
        Assert.Equal(result.BestCuts.Length + 1, result.Table.Bins.Length);
        Assert.True(result.BestCuts.Length >= 2);
    }

    [Fact]
    public void What_cannot_be_cut_is_said_and_never_cut()
    {
        Assert.Equal("no cut is supported: no record has a value", Reason([], []));
        Assert.Equal("no cut is supported: no record has a value", Reason([double.NaN, double.PositiveInfinity], [true, false]));
        Assert.Equal("no cut is supported: every record has the value 1,234.5", Reason([1234.5], [true]));
        Assert.Equal("no cut is supported: every record has the value 7", Reason([7, 7, 7, double.NaN], [true, false, true, false]));
        Assert.Equal("no cut is supported: 3 bands need 3 distinct values, found 2", Reason([1, 1, 2, 2], [true, false, true, false]));
        Assert.Equal("no cut is supported: none of the 4 records with a value had the event", Reason([1, 2, 3, 4], [false, false, false, false]));
        Assert.Equal("no cut is supported: all of the 4 records with a value had the event", Reason([1, 2, 3, 4], [true, true, true, true]));
        static string? Reason(double[] values, bool[] events)
        {
            var result = OptimalBinning.Find(CutSample.Of(values, target: new BinaryTarget([.. events])));
            Assert.Empty(result.Finding.Cuts);
            Assert.Null(result.Test);
            return result.Finding.Reason;
        }
    }

    [Fact]
    public void The_other_targets_say_it_too()
    {
        Assert.Equal("no cut is supported: all of the 4 records with a value have the same outcome", OptimalBinning.Find(CutSample.Of([1, 2, 3, 4], target: new ContinuousTarget([5, 5, 5, 5]))).Finding.Reason);
        Assert.Equal("no cut is supported: none of the 4 records with a value had the event", OptimalBinning.Find(CutSample.Of([1, 2, 3, 4], target: new CensoredTarget([5, 6, 7, 8], [false, false, false, false]))).Finding.Reason);
        Assert.StartsWith("the sample knows no outcome; supervised cuts need one", Assert.Throws<ArgumentException>(() => OptimalBinning.Find(CutSample.Of([1, 2]))).Message, StringComparison.Ordinal);
    }

    /// <summary>9 of 10 records have one value: the largest band holds at least 90%.</summary>
    [Fact]
    public void Heavy_ties_that_break_the_largest_share_are_cut_next_to_them_and_the_limit_says_by_how_much()
    {
        double[] values = [.. Enumerable.Range(0, 1000).Select(i => i < 900 ? 1d : 2 + (i % 5))];
        var sample = CutSample.Of(values, target: new BinaryTarget([.. Enumerable.Range(0, 1000).Select(i => i < 900 ? i % 10 == 0 : i % 2 == 0)]));
        var result = OptimalBinning.Find(sample);
        var shortfall = Assert.Single(result.Finding.Shortfalls, s => s.Limit == nameof(BandLimits.LargestShare));
        Assert.Equal((.6, .9), (shortfall.Wanted, shortfall.Reached));
        Assert.Equal(2, result.Finding.Cuts[0]);
    }

    [Fact]
    public void Neighbours_that_cannot_differ_enough_are_the_fewest_bands_and_the_p_value_is_said()
    {
        // Three values, 12% of the lower two with the event and 40% of the highest: three bands are one value each, and two of them do not differ.
        var sample = CutSample.Of([.. Enumerable.Range(0, 300).Select(i => (double)(i / 100))], target: new BinaryTarget([.. Enumerable.Range(0, 300).Select(i => i % 100 < (i < 200 ? 12 : 40))]));
        var result = OptimalBinning.Find(sample);
        Assert.Equal(3, result.Finding.Bands);
        var shortfall = Assert.Single(result.Finding.Shortfalls);
        Assert.Equal((nameof(BinningOptions.LargestNeighbourPValue), .05), (shortfall.Limit, Math.Round(shortfall.Wanted, 12)));
        Assert.Equal(result.Table.Bins.Max(b => b.PValue)!.Value, shortfall.Reached, 12);
        Assert.Equal("3 bands of 300 records: the best have neighbours that differ at p 1.0 only, limit 0.05", shortfall.Words);
    }

    [Fact]
    public void A_fixed_cut_is_there_even_where_it_is_not_the_best()
    {
        var result = OptimalBinning.Find(Planted(0), new() { FixedCuts = [250] });
        Assert.Contains(250, result.Finding.Cuts);
        var outside = OptimalBinning.Find(Planted(0), new() { FixedCuts = [1e9] });
        Assert.Equal("no cut is supported: the cuts that must be there leave a band without records", outside.Finding.Reason);
    }

    [Fact]
    public void Special_values_and_blanks_are_bins_of_their_own_and_in_no_band()
    {
        double[] values = [.. Enumerable.Range(0, 400).Select(i => i < 50 ? 0 : i < 80 ? double.NaN : (double)i)];
        var sample = CutSample.Of(values, target: new BinaryTarget([.. Enumerable.Range(0, 400).Select(i => i < 50 || (i > 200 && i % 2 == 0))]));
        var result = OptimalBinning.Find(sample, new() { SpecialValues = [0], LargestNeighbourPValue = 1 });
        Assert.Equal([BinKind.Special, BinKind.Missing], result.Table.Bins.Select(b => b.Kind).Where(k => k != BinKind.Band));
        Assert.Equal([50, 30], result.Table.Bins.Where(b => b.Kind != BinKind.Band).Select(b => b.Records));
        Assert.Equal(320, result.Table.Bands.Sum(b => b.Records));
        Assert.Equal(result.Table.Bands.Sum(b => b.Information!.Value), result.Score, 10);
    }

    [Fact]
    public void A_value_on_the_cut_belongs_to_the_upper_band()
    {
        var result = OptimalBinning.Find(CutSample.Of([1, 2, 3, 4], target: new BinaryTarget([false, false, true, true])), Free with { Limits = BandLimits.None with { Most = 2 }, Confidence = .01 });
        Assert.Equal(3, Assert.Single(result.Finding.Cuts));
        Assert.Equal([0, 2], result.Table.Bins.Select(b => b.Events!.Value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_resample_gives_the_cuts_of_its_records_written_out(int target)
    {
        var planted = Planted(target);
        var random = new SeededRandom(4);
        var times = new int[planted.Values.Length];
        for (var i = 0; i < times.Length; i++) times[random.Next(times.Length)]++;
        int[] rows = [.. Enumerable.Range(0, times.Length).SelectMany(i => Enumerable.Repeat(i, times[i]))];
        double[] values = [.. rows.Select(r => planted.Values[r])];
        var written = CutSample.Of(values, target: planted.Target!.Take(rows));
        var finder = OptimalBinning.Finder();
        var (resampled, expected) = (finder(planted.Resample(times)), finder(written));
        Assert.Equal(expected.Cuts.AsEnumerable(), resampled.Cuts);
        Assert.NotEmpty(expected.Cuts);
    }

    [Fact]
    public void The_finder_finds_what_Find_finds()
    {
        var (found, again) = (OptimalBinning.Find(Planted(0)).Finding, OptimalBinning.Finder()(Planted(0)));
        Assert.Equal(found.Cuts.AsEnumerable(), again.Cuts);
        Assert.Equal("optimal binning, information value, descending", found.Method);
        Assert.Equal(found.Method, again.Method);
    }

    [Fact]
    public void Settings_that_no_data_can_meet_are_refused_in_words()
    {
        static string Words(BinningOptions options) => Assert.Throws<ArgumentException>(() => OptimalBinning.Find(Planted(0), options)).Message;
        Assert.Equal("PreBins is 1; expected 2 to 250.", Words(new() { PreBins = 1 }));
        Assert.Equal("LargestNeighbourPValue is 0; expected above 0 and at most 1, where 1 is no limit.", Words(new() { LargestNeighbourPValue = 0 }));
        Assert.Equal("Limits asks for 4 to 3 bands; expected at least 1, and the most no fewer than the fewest.", Words(new() { Limits = new() { Fewest = 4, Most = 3 } }));
        Assert.Equal("FixedCuts has 5 cuts, but Limits allows 5 bands, which have 4 cuts between them.", Words(new() { FixedCuts = [1, 2, 3, 4, 5] }));
        Assert.Equal("LeastDifference is NaN; expected at least 0.", Words(new() { LeastDifference = double.NaN }));
        Assert.Equal("Confidence is 1; expected a proportion inside 0 to 1, such as 0.95.", Words(new() { Confidence = 1 }));
        Assert.Equal("Permutations is -1; expected at least 0.", Words(new() { Permutations = -1 }));
        Assert.Equal("Limits.LargestShare is 1.5; expected a proportion above 0 and at most 1.", Words(new() { Limits = new() { LargestShare = 1.5 } }));
        Assert.Equal("Candidates, FixedCuts and SpecialValues must be finite.", Words(new() { SpecialValues = [double.NaN] }));
    }

    private static CutSample Planted(int target)
    {
        var random = new SeededRandom(11 + target);
        double[] values = [.. Enumerable.Range(0, 900).Select(_ => Math.Round(Math.Exp(2.5 + (5 * random.NextDouble()))))];
        bool[] events = [.. values.Select(v => random.NextDouble() < (v < 100 ? .4 : v < 500 ? .2 : .05))];
        return CutSample.Of(values, target: target switch
        {
            0 => new BinaryTarget([.. events]),
            1 => new ContinuousTarget([.. values.Select((v, i) => (v < 100 ? .7 : v < 500 ? .9 : 1.1) + (.3 * (random.NextDouble() - .5)))]),
            _ => new CensoredTarget([.. events.Select(e => e ? 1d + random.Next(12) : 12)], [.. events]),
        });
    }
}
