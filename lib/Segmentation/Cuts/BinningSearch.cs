using System.Collections.Immutable;
using System.Globalization;

namespace Segmentation.Cuts;

/// <summary>The best bands that keep every limit, or, where none do, the best with as few limits lifted as are needed, and which those are.</summary>
internal sealed record BinningSearch
{
    public BinningSolution? Solution { get; private init; }

    public string? NoCut { get; private init; }

    public ImmutableArray<BandShortfall> Shortfalls { get; private init; } = [];

    public static BinningSearch Of(BinScores scores, BinningOptions options)
    {
        var limits = options.Limits;
        var parts = scores.Parts;
        if (WhyNone(scores, limits) is { } why) return new() { NoCut = why };
        if (new BinningSolver(scores, options).Best(limits.Fewest, limits.Most) is { } best) return new() { Solution = best, NoCut = best.Ends.Length > 2 ? null : "no cut is supported: no two bands keep every limit" };

        // What neighbours must differ by gives way first, the trend after it, what bands must hold last. More bands make each harder: where one gives way, the fewest bands that the rest allow.
        var eased = options;
        foreach (var lift in Lifts(options))
        {
            eased = lift(eased);
            var solver = new BinningSolver(scores, eased);
            for (var bands = limits.Fewest; bands <= Math.Min(limits.Most, parts.Parts); bands++)
            {
                if (solver.Best(bands, bands) is not { } solution) continue;
                return new() { Solution = solution, NoCut = solution.Ends.Length > 2 ? null : "no cut is supported: no two bands keep every limit", Shortfalls = Broken(scores, solution, options) };
            }
        }

        return new() { NoCut = "no cut is supported: the cuts that must be there leave no bands that hold a record" };
    }

    private static IEnumerable<Func<BinningOptions, BinningOptions>> Lifts(BinningOptions options)
    {
        if (options.LargestNeighbourPValue < 1) yield return o => o with { LargestNeighbourPValue = 1 };
        if (options.LeastDifference > 0) yield return o => o with { LeastDifference = 0 };
        if (options.Trend != MonotoneTrend.None) yield return o => o with { Trend = MonotoneTrend.None };
        yield return o => o with { Limits = BandLimits.None with { Fewest = o.Limits.Fewest, Most = o.Limits.Most } };
    }

    private static string? WhyNone(BinScores scores, BandLimits limits)
    {
        var parts = scores.Parts;
        if (parts.Count == 0) return "no cut is supported: no record has a value";
        var (first, last, distinct) = (double.NaN, double.NaN, 0);
        for (var i = 0; i < parts.Times.Length && distinct <= limits.Fewest; i++)
        {
            if (parts.Times[i] == 0 || parts.Sample.Values[i] == last) continue;
            (first, last) = (distinct == 0 ? parts.Sample.Values[i] : first, parts.Sample.Values[i]);
            distinct++;
        }

        if (distinct == 1) return string.Create(CultureInfo.InvariantCulture, $"no cut is supported: every record has the value {first:#,0.####}");
        if (distinct < limits.Fewest) return string.Create(CultureInfo.InvariantCulture, $"no cut is supported: {limits.Fewest} bands need {limits.Fewest} distinct values, found {distinct}");
        if (scores.IsConstant) return string.Create(CultureInfo.InvariantCulture, $"no cut is supported: {(scores.Events(0, parts.Parts) == 0 ? "none" : "all")} of the {parts.Count:#,0} records with a value {(scores.Events(0, parts.Parts) is null ? "have the same outcome" : "had the event")}");
        return parts.Parts < limits.Fewest ? string.Create(CultureInfo.InvariantCulture, $"no cut is supported: {limits.Fewest} bands need {limits.Fewest - 1} cuts, found {parts.Parts - 1} to choose from") : null;
    }

    private static ImmutableArray<BandShortfall> Broken(BinScores scores, BinningSolution solution, BinningOptions options)
    {
        var (ends, limits) = (solution.Ends, options.Limits);
        (int From, int To)[] bands = [.. ends.Zip(ends.Skip(1))];
        double[] rates = [.. bands.Select(b => scores.Rate(b.From, b.To))];
        double[] steps = [.. rates.Zip(rates.Skip(1), (low, high) => high - low)];
        var broken = ImmutableArray.CreateBuilder<BandShortfall>();
        var setting = string.Create(CultureInfo.InvariantCulture, $"{bands.Length} bands of {scores.Parts.Count:#,0} records");
        var p = Enumerable.Range(1, bands.Length - 1).Select(i => scores.PValue(ends[i - 1], ends[i], ends[i + 1])).DefaultIfEmpty(0).Max();
        if (p > options.LargestNeighbourPValue)
            Add(nameof(BinningOptions.LargestNeighbourPValue), options.LargestNeighbourPValue, p, $"{setting}: the best have neighbours that differ at p {p:0.0###} only, limit {options.LargestNeighbourPValue:0.####}");
        if (steps.Length > 0 && steps.Min(Math.Abs) is var least && least < options.LeastDifference)
            Add(nameof(BinningOptions.LeastDifference), options.LeastDifference, least, $"{setting}: the best have neighbours whose rates differ by {least:0.####} only, limit {options.LeastDifference:0.####}");
        if (!Keeps(steps, options.Trend)) Add(nameof(BinningOptions.Trend), 0, Turns(steps), $"{setting}: none keep a rate that is {Name(options.Trend)}; the best turn {Turns(steps)} times");
        var share = bands.Max(b => scores.Records(b.From, b.To)) / (double)scores.Parts.Count;
        if (share > limits.LargestShare) Add(nameof(BandLimits.LargestShare), limits.LargestShare, share, $"{setting}: the largest of the best holds {share * 100:0.##}%, limit {limits.LargestShare * 100:0.##}%");
        var records = bands.Min(b => scores.Records(b.From, b.To));
        if (records < limits.FewestRecords) Add(nameof(BandLimits.FewestRecords), limits.FewestRecords, records, $"{setting}: the smallest of the best holds {records:#,0}, limit {limits.FewestRecords:#,0}");
        if (bands.Min(b => scores.Events(b.From, b.To)) is { } events && events < limits.FewestEvents)
            Add(nameof(BandLimits.FewestEvents), limits.FewestEvents, events, $"{setting} with {scores.Events(0, scores.Parts.Parts):#,0} events: one of the best has {events:#,0}, limit {limits.FewestEvents:#,0}");
        var amount = bands.Min(b => scores.Amount(b.From, b.To));
        if (amount < limits.LeastAmount) Add(nameof(BandLimits.LeastAmount), limits.LeastAmount, amount, $"{setting}: the one of the best that pays least pays {amount:#,0.##}, limit {limits.LeastAmount:#,0.##}");
        return broken.ToImmutable();

        void Add(string limit, double wanted, double reached, FormattableString words) => broken.Add(new(limit, wanted, reached, words.ToString(CultureInfo.InvariantCulture)));
    }

    private static string Name(MonotoneTrend trend) => trend == MonotoneTrend.Auto ? "ascending or descending" : trend.ToString().ToLowerInvariant();

    private static int Turns(double[] steps)
    {
        int[] signs = [.. steps.Select(Math.Sign).Where(s => s != 0)];
        return signs.Zip(signs.Skip(1)).Count(pair => pair.First != pair.Second);
    }

    private static bool Keeps(double[] steps, MonotoneTrend trend)
    {
        int[] signs = [.. steps.Select(Math.Sign).Where(s => s != 0)];
        return trend switch
        {
            MonotoneTrend.None => true,
            MonotoneTrend.Ascending => signs.All(s => s > 0),
            MonotoneTrend.Descending => signs.All(s => s < 0),
            MonotoneTrend.Auto => Turns(steps) == 0,
            MonotoneTrend.Peak => Turns(steps) == 0 || (Turns(steps) == 1 && signs[0] > 0),
            _ => Turns(steps) == 0 || (Turns(steps) == 1 && signs[0] < 0),
        };
    }
}
