using Segmentation.Cuts;
using Segmentation.Statistics;

namespace Segmentation.Tests.Cuts;

public sealed class BinTableTests
{
    /// <summary>
    /// 10 records below 5 with 1 event, 20 from 5 with 4, 5 with the special value 99 and 1 event, 5 without a value and none: 6 events and 34 others. By hand, WoE = ln((n0/34)/(n1/6)):
    /// ln(9/34 · 6/1) = .46262, ln(16/34 · 6/4) = -.34831, ln(4/34 · 6/1) = -.34831; without events half a record more on both sides: ln(5.5/34 · 6/.5) = .66330.
    /// </summary>
    [Fact]
    public void Weights_of_evidence_are_the_hand_derived_ones()
    {
        var table = BinTable.Of(Small(), [5], new() { SpecialValues = [99] });
        Assert.Equal([BinKind.Band, BinKind.Band, BinKind.Special, BinKind.Missing], table.Bins.Select(b => b.Kind));
        Assert.Equal([10, 20, 5, 5], table.Bins.Select(b => b.Records));
        Assert.Equal([1, 4, 1, 0], table.Bins.Select(b => b.Events!.Value));
        Assert.Equal([9, 16, 4, 5], table.Bins.Select(b => b.NonEvents!.Value));
        double[] woe = [Math.Log(9 * 6 / 34d), Math.Log(16 * 6 / (34 * 4d)), Math.Log(4 * 6 / 34d), Math.Log(5.5 * 6 / (34 * .5))];
        Assert.All(table.Bins.Zip(woe), pair => Assert.Equal(pair.Second, pair.First.WeightOfEvidence!.Value, 12));
        double[] parts =
        [
            ((9 / 34d) - (1 / 6d)) * woe[0], ((16 / 34d) - (4 / 6d)) * woe[1], ((4 / 34d) - (1 / 6d)) * woe[2], ((5.5 / 34) - (.5 / 6)) * woe[3],
        ];
        Assert.All(table.Bins.Zip(parts), pair => Assert.Equal(pair.Second, pair.First.Information!.Value, 12));
        Assert.Equal(parts.Sum(), table.InformationValue!.Value, 12);
        Assert.Equal((40, 6, 140d), (table.Records, table.Events, table.Amount));
        Assert.Equal([.25, .5, .125, .125], table.Bins.Select(b => b.Share));
    }

    [Fact]
    public void Rates_have_their_Wilson_intervals_and_neighbours_their_p_value()
    {
        var table = BinTable.Of(Small(), [5], new() { SpecialValues = [99] });
        Assert.Equal([.1, .2, .2, 0], table.Bins.Select(b => b.Rate));
        Assert.Equal(ProportionInterval.Wilson(4, 20), table.Bins[1].Interval);
        Assert.Null(table.Bins[0].PValue);
        Assert.Equal(TwoProportionTest.Of(1, 10, 4, 20).PValue, table.Bins[1].PValue!.Value, 12);
        Assert.Null(table.Bins[2].PValue);
        Assert.Null(table.Bins[3].PValue);
        Assert.Equal((double.NegativeInfinity, 5d), (table.Bins[0].From, table.Bins[0].Below));
        Assert.Equal((5d, double.PositiveInfinity), (table.Bins[1].From, table.Bins[1].Below));
        Assert.Equal(99, table.Bins[2].From);
    }

    /// <summary>By hand: rates .1, .5 and .9 of 10 records each. KS at the first and second cut: 9/15 - 1/15 = 8/15. AUC = Σ events share · (others below + half of own others) = 1/15·(4.5/15) + 5/15·(11.5/15) +
    /// 9/15·(14.5/15) = 192.5/225; Gini = 2 AUC - 1 = 160/225.</summary>
    [Fact]
    public void Distances_between_events_and_others_are_the_hand_derived_ones()
    {
        double[] values = [.. Enumerable.Range(0, 30).Select(i => (double)(i / 10))];
        bool[] events = [.. Enumerable.Range(0, 30).Select(i => i % 10 < new[] { 1, 9, 5 }[i / 10])];
        var table = BinTable.Of(CutSample.Of(values, target: new BinaryTarget([.. events])), [1, 2]);
        Assert.Equal(8 / 15d, table.KolmogorovSmirnov!.Value, 12);
        Assert.Equal(160 / 225d, table.Gini!.Value, 12);
        Assert.Equal(Divergence.JensenShannon([9, 1, 5], [1, 9, 5]), table.JensenShannon!.Value, 12);
        Assert.Equal(Divergence.Hellinger([9, 1, 5], [1, 9, 5]), table.Hellinger!.Value, 12);
        var chi = ChiSquareTest.Of(new int[][] { [1, 9], [9, 1], [5, 5] });
        Assert.Equal((chi.Statistic, chi.DegreesOfFreedom, chi.PValue), (table.Statistic, table.DegreesOfFreedom, table.PValue));
    }

    [Theory]
    [InlineData(0.0, InformationReading.Unpredictive)]
    [InlineData(.01, InformationReading.Unpredictive)]
    [InlineData(.015, InformationReading.Weak)]
    [InlineData(.04, InformationReading.Medium)]
    [InlineData(.1, InformationReading.Strong)]
    [InlineData(.2, InformationReading.Suspicious)]
    public void An_information_value_is_read_by_the_lines_of_the_options(double difference, InformationReading reading)
    {
        // Two bands of 1,000 with 500 ± 1000 d events: IV is about 16 d² around .5, so the lines .02, .1, .3, .5 are crossed near d = .035, .08, .14, .18; here at 16 times less.
        var options = new BinningOptions { WeakInformation = 16 * .0002, MediumInformation = 16 * .001, StrongInformation = 16 * .008, SuspiciousInformation = 16 * .03 };
        var up = (int)(1000 * difference);
        double[] values = [.. Enumerable.Range(0, 2000).Select(i => (double)(i / 1000))];
        bool[] events = [.. Enumerable.Range(0, 2000).Select(i => i % 1000 < (i < 1000 ? 500 - up : 500 + up))];
        Assert.Equal(reading, BinTable.Of(CutSample.Of(values, target: new BinaryTarget([.. events])), [1], options).Reading);
    }

    /// <summary>By hand: 1, 2, 3 below 10 and 5, 7 from there: means 2 and 6, mean of all 3.6; between 3·1.6² + 2·2.4² = 19.2 of 23.2; chi-square 4 · 19.2/23.2. t of 2 degrees of freedom at 97.5% is 4.302653.</summary>
    [Fact]
    public void A_number_is_described_by_its_means_and_the_variance_between_them()
    {
        var table = BinTable.Of(CutSample.Of([1, 1, 1, 10, 10], target: new ContinuousTarget([1, 2, 3, 5, 7])), [10]);
        Assert.Equal([2, 6], table.Bins.Select(b => Math.Round(b.Rate, 12)));
        Assert.Equal(19.2 / 23.2, table.VarianceBetween!.Value, 12);
        Assert.Equal(4 * 19.2 / 23.2, table.Statistic, 12);
        Assert.Equal(1, table.DegreesOfFreedom);
        Assert.Equal(2 - (4.302653 * Math.Sqrt(1 / 3d)), table.Bins[0].Interval.Low, 5);
        Assert.Equal(WelchTest.Of([1, 2, 3], [5, 7]).PValue, table.Bins[1].PValue!.Value, 10);
        Assert.Null(table.InformationValue);
        Assert.Null(table.Events);
        Assert.Null(table.Bins[0].NonEvents);
    }

    /// <summary>6-MP against control: R's log-rank 16.79294099, expected 19.2505 and 10.7495 (survival 3.5-3).</summary>
    [Fact]
    public void A_time_is_described_by_events_over_exposure_and_the_log_rank()
    {
        const string Times = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+ 1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23";
        string[] words = Times.Split(' ');
        double[] time = [.. words.Select(w => double.Parse(w.TrimEnd('+'), System.Globalization.CultureInfo.InvariantCulture))];
        var sample = CutSample.Of([.. words.Select((_, i) => i < 21 ? 0d : 1)], target: new CensoredTarget([.. time], [.. words.Select(w => !w.EndsWith('+'))]));
        var table = BinTable.Of(sample, [1]);
        Assert.Equal(16.79294099, table.Statistic, 8);
        Assert.Equal(table.PValue, table.Bins[1].PValue!.Value, 12);
        Assert.Equal([9, 21], table.Bins.Select(b => b.Events!.Value));
        Assert.Equal(19.2505, table.Bins[0].Expected!.Value, 4);
        Assert.Equal(10.7495, table.Bins[1].Expected!.Value, 4);
        Assert.Equal([359, 182], table.Bins.Select(b => b.Exposure!.Value));
        Assert.Equal(9 / 359d, table.Bins[0].Rate, 12);
        Assert.Equal(RateInterval.Garwood(9, 359), table.Bins[0].Interval);
    }

    [Fact]
    public void A_band_without_records_is_still_a_bin()
    {
        var table = BinTable.Of(CutSample.Of([1, 2, 8, 9], target: new BinaryTarget([true, false, true, false])), [4, 6]);
        Assert.Equal([2, 0, 2], table.Bins.Select(b => b.Records));
        Assert.Equal(double.NaN, table.Bins[1].Rate);
        Assert.Equal(new Interval(0, 1), table.Bins[1].Interval);
        Assert.Equal((0d, 0d), (table.Bins[1].WeightOfEvidence!.Value, table.Bins[1].Information!.Value));
        Assert.Equal(1, table.Bins[1].PValue);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Where_all_or_none_have_the_event_nothing_is_known(bool happened)
    {
        var table = BinTable.Of(CutSample.Of([1, 2, 8, 9], target: new BinaryTarget([happened, happened, happened, happened])), [4]);
        Assert.Equal((0d, InformationReading.Unpredictive, 1d), (table.InformationValue!.Value, table.Reading!.Value, table.PValue));
        Assert.Equal(double.NaN, table.Gini);
    }

    [Fact]
    public void No_records_at_all_are_a_table_of_an_empty_band()
    {
        foreach (var target in new CutTarget[] { new BinaryTarget([]), new ContinuousTarget([]), new CensoredTarget([], []) })
        {
            var table = BinTable.Of(CutSample.Of([], target: target), []);
            Assert.Equal((0, 0), (table.Records, Assert.Single(table.Bins).Records));
            Assert.Equal(1, table.PValue);
        }
    }

    [Fact]
    public void Cuts_that_do_not_ascend_and_a_sample_without_outcome_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => BinTable.Of(Small(), [5, 5]));
        Assert.StartsWith("cut 1 is 5; cuts must be finite and strictly ascending.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => BinTable.Of(Small(), [double.NaN]));
        Assert.StartsWith("the sample knows no outcome", Assert.Throws<ArgumentException>(() => BinTable.Of(CutSample.Of([1, 2]), [2])).Message, StringComparison.Ordinal);
    }

    private static CutSample Small()
    {
        double[] values = [.. Enumerable.Repeat(1d, 10), .. Enumerable.Repeat(5d, 20), .. Enumerable.Repeat(99d, 5), .. Enumerable.Repeat(double.NaN, 5)];
        bool[] events = [.. Enumerable.Range(0, 40).Select(i => i is 0 or 10 or 11 or 12 or 13 or 30)];
        return CutSample.Of(values, [.. values.Select((_, i) => i < 20 ? 5d : 2)], new BinaryTarget([.. events]));
    }
}
