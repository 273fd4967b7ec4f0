using System.Collections.Immutable;
using System.Globalization;

namespace Segmentation.Cuts;

/// <summary>The best bands that keep every limit, or, where none do, the best with as few limits lifted as are needed, and which those are.</summary>
internal sealed record BinningSearch
{
    public BinningSolution? Solution { get; private init; }

    public string? NoCut { get; private init; }

    public ImmutableArray<BandShortfall> Shortfalls { get; private init; } = [];

    /// <summary>Gets the cuts of the solution.</summary>
    public ImmutableArray<double> Cuts { get; private init; } = [];

    public static BinningSearch Of(BinScores scores, BinningOptions options)
    {
        if (WhyNone(scores, options.Limits) is { } why) return new() { NoCut = why };
        if (Best(scores, options, options.Limits.Fewest, options.Limits.Most) is { } best) return Found(scores, best, []);

        // What no bands can hold gives way as little as it must; then what neighbours must differ by; then the trend.
        var feasible = Feasibility(scores, options.Limits);
        var eased = options with { Limits = feasible.Relaxed };
        if (!feasible.IsMet && Best(scores, eased, eased.Limits.Fewest, eased.Limits.Most) is { } held) return Found(scores, held, feasible.Shortfalls);
        foreach (var lift in Lifts(options))
        {
            eased = lift(eased);
            if (Fewest(scores, eased) is { } solution) return Found(scores, solution, [.. Broken(scores, solution, options), .. feasible.Shortfalls]);
        }

        // Cuts that must be there can leave a band less than any limit asks for.
        if (Fewest(scores, eased with { Limits = BandLimits.None with { Fewest = options.Limits.Fewest, Most = options.Limits.Most } }) is not { } last)
            return new() { NoCut = "no cut is supported: the cuts that must be there leave a band without records" };
        return Found(scores, last, [.. Broken(scores, last, options), .. BandFeasibility.Check(scores.Parts.Sample.Resample(scores.Parts.Times), CutsOf(scores, last).AsSpan(), options.Limits)]);
    }

    private static BinningSearch Found(BinScores scores, BinningSolution solution, ImmutableArray<BandShortfall> shortfalls)
    {
        var cuts = CutsOf(scores, solution);
        return new() { Solution = solution, Cuts = cuts, Shortfalls = shortfalls, NoCut = cuts.IsEmpty ? "no cut is supported: no two bands keep every limit" : null };
    }

    private static ImmutableArray<double> CutsOf(BinScores scores, BinningSolution solution) => [.. solution.Ends[1..^1].Select(end => scores.Parts.Cuts[end - 1])];

    // A band of only events or none is made where there is no other way: its information value would be half a record that was made up.
    private static BinningSolution? Best(BinScores scores, BinningOptions options, int fewest, int most) =>
        (scores is BinaryBinScores ? new BinningSolver(scores, options, mixed: true).Best(Math.Max(2, fewest), most) : null) ?? new BinningSolver(scores, options, mixed: false).Best(fewest, most);

    /// <summary>Returns the best of as few bands as the limits allow: where neighbours have to be let closer, more of them only come closer still.</summary>
    private static BinningSolution? Fewest(BinScores scores, BinningOptions options)
    {
        for (var bands = options.Limits.Fewest; bands <= Math.Min(options.Limits.Most, scores.Parts.Parts); bands++)
        {
            if (Best(scores, options, bands, bands) is { } solution) return solution;
        }

        return null;
    }

    private static BandFeasibility Feasibility(BinScores scores, BandLimits limits)
    {
        var parts = scores.Parts;
        int[] all = [.. Enumerable.Range(0, parts.Parts)];
        var feasible = BandFeasibility.Of(
            [.. all.Select(p => parts.Start[p] < parts.Sample.Values.Length ? parts.Sample.Values[parts.Start[p]] : parts.Cuts[p - 1])],
            [.. all.Select(p => scores.Records(p, p + 1))],
            [.. all.Select(p => scores.Amount(p, p + 1))],
            scores.Events(0, parts.Parts) is null ? [] : [.. all.Select(p => scores.Events(p, p + 1)!.Value)],
            limits);

        // What it takes for distinct values are the parts.
        return feasible with { Shortfalls = [.. feasible.Shortfalls.Select(s => s with { Words = s.Words.Replace("distinct value", "part", StringComparison.Ordinal) })] };
    }

    private static IEnumerable<Func<BinningOptions, BinningOptions>> Lifts(BinningOptions options)
    {
        if (options.LargestNeighbourPValue < 1) yield return o => o with { LargestNeighbourPValue = 1 };
        if (options.LeastDifference > 0) yield return o => o with { LeastDifference = 0 };
        if (options.Trend != MonotoneTrend.None) yield return o => o with { Trend = MonotoneTrend.None };
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
        var ends = solution.Ends;
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
