using Segmentation.Cuts;
using Segmentation.Statistics;

namespace Segmentation.Calibrate;

/// <summary>Looks for cuts of one field in every way.</summary>
internal sealed class CutWays(CalibrationData data, string field, CalibrationOptions options, CutSample today, CutSample? before, BandLimits limits)
{
    /// <summary>The way from which the recommendation starts where no outcome speaks.</summary>
    public const string Unsupervised = "k-means, log scale";

    /// <summary>The way from which it starts where one does.</summary>
    public const string Supervised = "best for the outcome";

    /// <summary>Returns the bands that nobody looks for in the data: today's, then the playbooks'.</summary>
    public IEnumerable<CutWay> Fixed()
    {
        foreach (var (dimension, cuts) in TodaysCuts.Of(data.Framework, field)) yield return new($"today: {dimension.Name}", new($"rules of {dimension.Name}", cuts)) { IsToday = true };
        foreach (var (name, cuts) in PlaybookBands.Of(field, options)) yield return new(name, new(name, cuts));
    }

    /// <summary>Returns the bands that the data give.</summary>
    /// <param name="bands">The number of bands of the ways that are told one.</param>
    public IEnumerable<CutWay> Found(int bands)
    {
        var hasArr = data.Today.Arr is not null;
        yield return Of(Unsupervised, s => KMeansCuts.Find(s, bands, CutScale.Log, CutWeight.Count, limits));
        yield return Of("k-means, raw", s => KMeansCuts.Find(s, bands, CutScale.Raw, CutWeight.Count, limits));
        if (hasArr) yield return Of("k-means, log scale, by ARR", s => KMeansCuts.Find(s, bands, CutScale.Log, CutWeight.Amount, limits));
        yield return Of("normal mixture, log scale", s => MixtureCuts.Find(s, bands, CutScale.Log, limits));
        yield return Of("density valleys, log scale", s => DensityValleys.Find(s, CutScale.Log, limits: limits));
        yield return Of("head/tail breaks", s => HeadTailBreaks.Find(s, limits: limits));
        if (hasArr) yield return Of("Pareto, 80% and 95% of ARR", s => ParetoCuts.Find(s, ParetoCuts.CommonShares, limits));
        yield return Of("quantiles", s => QuantileCuts.Find(s, bands, limits));
        yield return Of("equal width, log scale", s => LogWidthCuts.Find(s, bands, limits));
        if (before is null || Events(before.Target!) < options.FewestEvents) yield break;
        yield return Chosen(Supervised, limits with { Fewest = bands, Most = bands });
        yield return Chosen($"{Supervised}, any number of bands", limits);
    }

    /// <summary>Returns the events of a target; of one without events, its records.</summary>
    public static int Events(CutTarget target) => target switch
    {
        BinaryTarget binary => Math.Min(binary.Event.Count(e => e), binary.Event.Count(e => !e)),
        CensoredTarget censored => censored.Event.Count(e => e),
        _ => target.Count,
    };

    private CutWay Of(string name, CutFinder finder) => new(name, finder(today)) { Finder = finder };

    private CutWay Chosen(string name, BandLimits within)
    {
        var binning = BinningOptions.Default with { Limits = within, Seed = options.Seed, Confidence = data.Framework.Limits.Confidence };
        var found = OptimalBinning.Find(before!, binning);
        var finder = OptimalBinning.Finder(binning);
        return new(name, found.Finding) { Finder = finder, SawOutcome = true, Test = found.Test, Optimism = found.Finding.Cuts.IsEmpty ? 0 : Optimism(finder) };
    }

    // F. E. Harrell, K. L. Lee and D. B. Mark, Statistics in Medicine 15(4), 1996, 361-387: how much better cuts do on the resample that chose them than on all accounts.
    private double Optimism(CutFinder finder)
    {
        var separation = new BandSeparation(before!, []);
        var once = new int[before!.Values.Length];
        Array.Fill(once, 1);
        var differences = Bootstrap.Run(once.Length, options.ComparisonResamples, options.Seed, times =>
        {
            int[] drawn = [.. times];
            var cuts = finder(before.Resample(drawn)).Cuts;
            return separation.Among(drawn, cuts, before.Values) - separation.Among(once, cuts, before.Values) ?? double.NaN;
        });
        return differences.Where(d => !double.IsNaN(d)).DefaultIfEmpty(0).Average();
    }
}
