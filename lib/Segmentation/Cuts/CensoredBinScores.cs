using System.Runtime.CompilerServices;
using MathNet.Numerics;
using Segmentation.Survival;

namespace Segmentation.Cuts;

/// <summary>
/// A time until an event: the score is Σ (O - E)²/E over the bands, O their events and E those expected if every record had the hazard of all at every time. It adds up over bands, which the
/// log-rank chi-square does not; it is never above it (R. Peto and M. C. Pike, Biometrics 29(3), 1973, 579-584), and close while few records have had the event.
/// </summary>
internal sealed class CensoredBinScores : BinScores
{
    private static readonly ConditionalWeakTable<CensoredTarget, TimeRanks> Ranks = [];

    private readonly TimeRanks ranks;
    private readonly int[] events;
    private readonly double[] expected;
    private readonly double[] exposure;
    private readonly CensoredTarget target;
    private (int[] Leaving, int[] Events)? byTime;

    public CensoredBinScores(PreBins parts, CensoredTarget target)
        : base(parts)
    {
        this.target = target;
        ranks = RanksOf(target);
        var hazard = CumulativeHazard(ranks, target, parts.Times);
        (events, expected, exposure) = (new int[parts.Parts + 1], new double[parts.Parts + 1], new double[parts.Parts + 1]);
        var happened = target.Event.AsSpan();
        var time = target.Time.AsSpan();
        for (var part = 0; part < parts.Parts; part++)
        {
            var (count, due, watched) = (0, 0d, 0d);
            for (var i = parts.Start[part]; i < parts.Start[part + 1]; i++)
            {
                count += happened[i] ? parts.Times[i] : 0;
                due += parts.Times[i] * hazard[ranks.Rank[i]];
                watched += parts.Times[i] * time[i];
            }

            events[part + 1] = events[part] + count;
            expected[part + 1] = expected[part] + due;
            exposure[part + 1] = exposure[part] + watched;
        }
    }

    public override bool IsConstant => events[^1] == 0;

    public override string Words => "sum of (observed - expected)² / expected events";

    /// <summary>Returns the ranks of a target's times; a resample of a sample shares them, so that nothing is sorted twice.</summary>
    public static TimeRanks RanksOf(CensoredTarget target) => Ranks.GetValue(target, t => TimeRanks.Of(t.Time.AsSpan()));

    /// <summary>Returns the Nelson-Aalen estimate of the cumulative hazard at each distinct time, events before censorings.</summary>
    public static double[] CumulativeHazard(TimeRanks ranks, CensoredTarget target, ReadOnlySpan<int> times)
    {
        var (leaving, events) = (new int[ranks.Times.Length], new int[ranks.Times.Length]);
        var happened = target.Event.AsSpan();
        var atRisk = 0;
        for (var i = 0; i < times.Length; i++)
        {
            leaving[ranks.Rank[i]] += times[i];
            events[ranks.Rank[i]] += happened[i] ? times[i] : 0;
            atRisk += times[i];
        }

        var (hazard, sum) = (new double[leaving.Length], 0d);
        for (var t = 0; t < hazard.Length; t++)
        {
            sum += atRisk == 0 ? 0 : (double)events[t] / atRisk;
            hazard[t] = sum;
            atRisk -= leaving[t];
        }

        return hazard;
    }

    public override int? Events(int from, int to) => events[to] - events[from];

    public override double Score(int from, int to)
    {
        var (observed, due) = (events[to] - events[from], expected[to] - expected[from]);
        return due > 0 ? (observed - due) * (observed - due) / due : 0;
    }

    /// <summary>Returns the events expected of a band.</summary>
    public double Expected(int from, int to) => expected[to] - expected[from];

    /// <summary>Returns the time watched in a band.</summary>
    public double Exposure(int from, int to) => exposure[to] - exposure[from];

    public override double Rate(int from, int to) => (events[to] - events[from]) / (exposure[to] - exposure[from]);

    /// <summary>Returns the log-rank test of bands, one a part.</summary>
    public LogRankResult LogRank()
    {
        byTime ??= ByTime();
        var (d, k) = (ranks.Times.Length, Parts.Parts);
        var (leaving, happened) = (new int[d * k], new int[d * k]);
        for (var t = 0; t < d; t++)
        {
            for (var band = 0; band < k; band++)
            {
                leaving[(t * k) + band] = byTime.Value.Leaving[((band + 1) * d) + t] - byTime.Value.Leaving[(band * d) + t];
                happened[(t * k) + band] = byTime.Value.Events[((band + 1) * d) + t] - byTime.Value.Events[(band * d) + t];
            }
        }

        return LogRankTest.OfCounts(leaving, happened, k);
    }

    public override double PValue(int from, int cut, int to)
    {
        byTime ??= ByTime();
        var (leaving, happened) = byTime.Value;
        var d = ranks.Times.Length;
        Span<int> counts = d <= 128 ? stackalloc int[4 * d] : new int[4 * d];
        for (var t = 0; t < d; t++)
        {
            counts[t] = leaving[(cut * d) + t] - leaving[(from * d) + t];
            counts[d + t] = happened[(cut * d) + t] - happened[(from * d) + t];
            counts[(2 * d) + t] = leaving[(to * d) + t] - leaving[(cut * d) + t];
            counts[(3 * d) + t] = happened[(to * d) + t] - happened[(cut * d) + t];
        }

        return SpecialFunctions.Erfc(Math.Sqrt(LogRankTest.OfTwo(counts[..d], counts[d..(2 * d)], counts[(2 * d)..(3 * d)], counts[(3 * d)..]) / 2));
    }

    // Sums over parts from the first, for every time: the counts of any band are one subtraction.
    private (int[] Leaving, int[] Events) ByTime()
    {
        var d = ranks.Times.Length;
        var (leaving, happened) = (new int[(Parts.Parts + 1) * d], new int[(Parts.Parts + 1) * d]);
        for (var part = 0; part < Parts.Parts; part++)
        {
            Array.Copy(leaving, part * d, leaving, (part + 1) * d, d);
            Array.Copy(happened, part * d, happened, (part + 1) * d, d);
            for (var i = Parts.Start[part]; i < Parts.Start[part + 1]; i++)
            {
                var cell = ((part + 1) * d) + ranks.Rank[i];
                leaving[cell] += Parts.Times[i];
                happened[cell] += target.Event[i] ? Parts.Times[i] : 0;
            }
        }

        return (leaving, happened);
    }
}
