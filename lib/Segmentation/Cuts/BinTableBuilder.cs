using System.Collections.Immutable;
using System.Globalization;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using Segmentation.Statistics;

namespace Segmentation.Cuts;

/// <summary>Counts a <see cref="BinTable"/>.</summary>
internal static class BinTableBuilder
{
    public static BinTable Of(CutSample sample, ImmutableArray<double> cuts, BinningOptions options)
    {
        ArgumentNullException.ThrowIfNull(sample);
        options.Check();
        for (var i = 0; i < cuts.Length; i++)
        {
            if (!double.IsFinite(cuts[i]) || (i > 0 && cuts[i] <= cuts[i - 1]))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"cut {i} is {cuts[i]}; cuts must be finite and strictly ascending."), nameof(cuts));
        }

        var scores = BinScores.Of(PreBins.Between(sample, cuts.AsSpan(), options));
        var bins = ImmutableArray.CreateBuilder<Bin>();
        for (var band = 0; band < scores.Parts.Parts; band++) bins.Add(Band(scores, band, options));
        foreach (var special in options.SpecialValues.Distinct().Order())
        {
            int[] rows = [.. Enumerable.Range(0, sample.Values.Length).Where(i => sample.Values[i] == special)];
            bins.Add(Outside(BinKind.Special, special, sample.Target!, rows, [.. rows.Select(r => sample.Times[r])], [.. rows.Select(r => sample.Amounts[r])], options));
        }

        if (!sample.Blanks.IsEmpty)
        {
            int[] rows = [.. Enumerable.Range(0, sample.Blanks.Length)];
            bins.Add(Outside(BinKind.Missing, double.NaN, sample.BlankTarget!, rows, [.. rows.Select(_ => 1)], sample.BlankAmounts.ToArray(), options));
        }

        return Whole(scores, bins.ToImmutable(), options);
    }

    private static Bin Band(BinScores scores, int band, BinningOptions options)
    {
        var cuts = scores.Parts.Cuts;
        var (records, events) = (scores.Records(band, band + 1), scores.Events(band, band + 1));
        var bin = new Bin
        {
            Kind = BinKind.Band,
            From = band == 0 ? double.NegativeInfinity : cuts[band - 1],
            Below = band == cuts.Length ? double.PositiveInfinity : cuts[band],
            Records = records,
            Share = double.NaN,
            Amount = scores.Amount(band, band + 1),
            Events = events,
            Rate = records == 0 ? double.NaN : scores.Rate(band, band + 1),
            Interval = default,
            PValue = band == 0 ? null : scores.PValue(band - 1, band, band + 1),
        };
        return scores switch
        {
            CensoredBinScores censored => bin with
            {
                Exposure = censored.Exposure(band, band + 1),
                Expected = censored.Expected(band, band + 1),
                Interval = Hazard(events!.Value, censored.Exposure(band, band + 1), options.Confidence),
            },
            ContinuousBinScores continuous => bin with { Interval = Mean(records, bin.Rate, continuous.Moments(band, band + 1).Squares, options.Confidence) },
            _ => bin with { Interval = ProportionInterval.Wilson(events!.Value, records, options.Confidence) },
        };
    }

    private static Bin Outside(BinKind kind, double value, CutTarget target, int[] rows, int[] times, double[] amounts, BinningOptions options)
    {
        var records = times.Sum();
        var bin = new Bin { Kind = kind, From = value, Below = value, Records = records, Share = double.NaN, Amount = times.Zip(amounts, (t, a) => t * a).Sum(), Rate = double.NaN, Interval = default };
        switch (target)
        {
            case BinaryTarget binary:
                var happened = rows.Zip(times, (r, t) => binary.Event[r] ? t : 0).Sum();
                return bin with { Events = happened, Rate = (double)happened / records, Interval = ProportionInterval.Wilson(happened, records, options.Confidence) };
            case CensoredTarget censored:
                var ended = rows.Zip(times, (r, t) => censored.Event[r] ? t : 0).Sum();
                var exposure = rows.Zip(times, (r, t) => t * censored.Time[r]).Sum();
                return bin with { Events = ended, Exposure = exposure, Rate = ended / exposure, Interval = Hazard(ended, exposure, options.Confidence) };
            default:
                var values = ((ContinuousTarget)target).Value;
                var mean = rows.Zip(times, (r, t) => t * values[r]).Sum() / records;
                return bin with { Rate = mean, Interval = Mean(records, mean, rows.Zip(times, (r, t) => t * (values[r] - mean) * (values[r] - mean)).Sum(), options.Confidence) };
        }
    }

    private static BinTable Whole(BinScores scores, ImmutableArray<Bin> bins, BinningOptions options)
    {
        var records = bins.Sum(b => b.Records);
        bins = [.. bins.Select(b => b with { Share = (double)b.Records / records })];
        var table = new BinTable { Bins = bins, Records = records, Amount = bins.Sum(b => b.Amount), Statistic = 0, DegreesOfFreedom = 0, PValue = 1 };
        switch (scores)
        {
            case CensoredBinScores censored:
                var logRank = censored.LogRank();
                return table with { Events = bins.Sum(b => b.Events), Statistic = logRank.Statistic, DegreesOfFreedom = logRank.DegreesOfFreedom, PValue = logRank.PValue };
            case ContinuousBinScores continuous:
                return Continuous(table, continuous);
            default:
                return Binary(table with { Events = bins.Sum(b => b.Events) }, options);
        }
    }

    private static BinTable Continuous(BinTable table, ContinuousBinScores scores)
    {
        var parts = scores.Parts.Parts;
        var (between, filled) = (0d, 0);
        for (var band = 0; band < parts; band++)
        {
            if (scores.Records(band, band + 1) == 0) continue;
            between += scores.Score(band, band + 1);
            filled++;
        }

        if (scores.IsConstant || filled < 2) return table;
        var share = Math.Clamp(between / scores.Total, 0, 1);
        var statistic = (scores.Parts.Count - 1) * share;
        return table with { VarianceBetween = share, Statistic = statistic, DegreesOfFreedom = filled - 1, PValue = SpecialFunctions.GammaUpperRegularized((filled - 1) / 2d, statistic / 2) };
    }

    private static BinTable Binary(BinTable table, BinningOptions options)
    {
        var (events, others) = (table.Events!.Value, table.Records - table.Events.Value);
        ImmutableArray<Bin> bins =
        [
            .. table.Bins.Select(b => b with
            {
                WeightOfEvidence = Segmentation.Cuts.WeightOfEvidence.Of(b.Events!.Value, b.NonEvents!.Value, events, others),
                Information = Segmentation.Cuts.WeightOfEvidence.Information(b.Events.Value, b.NonEvents.Value, events, others),
            }),
        ];
        int[] with = [.. bins.Select(b => b.Events!.Value)];
        int[] without = [.. bins.Select(b => b.NonEvents!.Value)];
        var test = ChiSquareTest.Of([.. table.Bands.Select(b => (IReadOnlyList<int>)[b.Events!.Value, b.NonEvents!.Value])]);
        var (gini, distance) = Curve(bins, events, others);
        var information = bins.Sum(b => b.Information!.Value);
        return table with
        {
            Bins = bins,
            Statistic = test.Statistic,
            DegreesOfFreedom = test.DegreesOfFreedom,
            PValue = test.PValue,
            InformationValue = information,
            Reading = Read(information, options),
            JensenShannon = Divergence.JensenShannon(without, with),
            Hellinger = Divergence.Hellinger(without, with),
            KolmogorovSmirnov = distance,
            Gini = gini,
        };
    }

    /// <summary>Walks the bins from the lowest rate to the highest: the largest distance between the shares of events and of others seen so far, and 2 AUC - 1, ties counting half.</summary>
    private static (double Gini, double Distance) Curve(ImmutableArray<Bin> bins, int events, int others)
    {
        if (events == 0 || others == 0) return (double.NaN, double.NaN);
        var (with, without, area, distance) = (0d, 0d, 0d, 0d);
        foreach (var bin in bins.Where(b => b.Records > 0).OrderBy(b => b.Rate))
        {
            var (more, rest) = ((double)bin.Events!.Value / events, (double)bin.NonEvents!.Value / others);
            area += more * (without + (rest / 2));
            (with, without) = (with + more, without + rest);
            distance = Math.Max(distance, without - with);
        }

        return ((2 * area) - 1, distance);
    }

    private static InformationReading Read(double information, BinningOptions options) =>
        information > options.SuspiciousInformation ? InformationReading.Suspicious
        : information >= options.StrongInformation ? InformationReading.Strong
        : information >= options.MediumInformation ? InformationReading.Medium
        : information >= options.WeakInformation ? InformationReading.Weak
        : InformationReading.Unpredictive;

    private static Interval Hazard(int events, double exposure, double confidence) => exposure > 0 ? RateInterval.Garwood(events, exposure, confidence) : new(double.NaN, double.NaN);

    // mean ± t √(s²/n).
    private static Interval Mean(int records, double mean, double squares, double confidence)
    {
        if (records < 2) return new(double.NaN, double.NaN);
        var half = StudentT.InvCDF(0, 1, records - 1, (1 + confidence) / 2) * Math.Sqrt(squares / (records - 1) / records);
        return new(mean - half, mean + half);
    }
}
