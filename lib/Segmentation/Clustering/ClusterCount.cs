using System.Globalization;
using Segmentation.Statistics;

namespace Segmentation.Clustering;

/// <summary>Chooses a number of clusters, or says that none is supported.</summary>
public static class ClusterCount
{
    /// <summary>Returns the number of clusters that the points support, with what speaks for each number.</summary>
    /// <param name="points">At least one point, its coordinates on comparable scales.</param>
    /// <param name="options">Numbers, references and limits; the defaults where null.</param>
    /// <returns>Clusters are supported where dividing the points gains more than dividing points spread evenly over the same box does (a Monte Carlo test over all numbers of clusters at once), and their mean silhouette
    /// is above the least. The number is then the smallest from 2 on whose gap is within a standard error of the widest; where the gap is widest at the
    /// most clusters looked at (long or bent groups are divided on and on), the one with the highest silhouette.</returns>
    /// <exception cref="ArgumentException">There is no point, or an option is out of its range.</exception>
    /// <remarks>Gap: R. Tibshirani, G. Walther and T. Hastie, Journal of the Royal Statistical Society B 63(2), 2001, 411-423; held against the widest gap, not the next,
    /// as groups of groups have two tops: S. Dudoit and J. Fridlyand, Genome Biology 3(7), 2002. Of all clouds with one top the even one divides best, so that a normal cloud is taken for
    /// clusters less often than the significance says; a cloud with a long tail is not: bring such coordinates to a logarithm first.</remarks>
    public static ClusterCountResult Choose(PointSet points, ClusterCountOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(points);
        options ??= ClusterCountOptions.Default;
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Most, 2, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.References, 19, nameof(options));
        var fits = Fits(points, options.Most, options.Search);
        var sample = Sample(points, options);
        var ours = sample.Count == points.Count ? fits : Fits(sample, options.Most, options.Search);

        // As many clusters as points leave nothing to compare.
        var most = Math.Max(1, Math.Min(Math.Min(fits.Length, ours.Length), sample.Count - 1));
        if (most == 1) return new(1, fits.Length == 1 ? "no clusters are supported: all points are the same." : "no clusters are supported: two points are no groups.", [new(1, fits[0].WithinSum, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN)], double.NaN, sample.Count, fits[0], options);

        var references = new double[options.References][];
        var (axes, single) = (options.Reference == ReferenceBox.Principal ? PrincipalAxes.Of(sample) : null, options.Search with { MaximumThreads = 1 });
        Parallel.For(0, references.Length, new() { MaxDegreeOfParallelism = options.Search.MaximumThreads }, r => references[r] = Logs(Fits(UniformBox.Draw(sample, axes, new(options.Seed, r)), most, single), most));
        var (gaps, errors) = Gaps(Logs(ours, most), references);
        var rows = Enumerable.Range(1, most).Select(k => Row(points, fits[k - 1], gaps[k - 1], errors[k - 1], options)).ToArray();
        var p = PValue(Logs(ours, most), references);
        var widest = Enumerable.Range(2, most - 1).MaxBy(k => gaps[k - 1]);
        var named = widest < options.Most;
        var choice = named ? Enumerable.Range(2, most - 1).First(k => gaps[k - 1] >= gaps[widest - 1] - (options.StandardErrors * errors[widest - 1])) : rows.Skip(1).MaxBy(r => r.Silhouette)!.Clusters;
        var reason = Reason(rows, choice, named, p, options);
        if (p > options.Significance || !(rows[choice - 1].Silhouette > options.LeastSilhouette)) choice = 1;
        return new(choice, reason, [.. rows], p, sample.Count, fits[choice - 1], options);
    }

    // From 1 on, as far as the points have distinct places.
    private static KMeansResult[] Fits(PointSet points, int most, KMeansOptions search) => [.. Enumerable.Range(1, most).Select(k => KMeans.Fit(points, k, search)).TakeWhile(f => f.Clusters == f.Requested)];

    private static double[] Logs(KMeansResult[] fits, int most) => [.. Enumerable.Range(0, most).Select(k => Log(fits[Math.Min(k, fits.Length - 1)].WithinSum))];

    private static double Log(double within) => within > 0 ? PortableMath.Log(within) : double.NegativeInfinity;

    private static (double[] Gaps, double[] Errors) Gaps(double[] ours, double[][] references)
    {
        var (gaps, errors) = (new double[ours.Length], new double[ours.Length]);
        for (var k = 0; k < ours.Length; k++)
        {
            var mean = references.Average(r => r[k]);
            gaps[k] = mean - ours[k];

            // The standard deviation of the references times √(1 + 1/B), for the simulation.
            errors[k] = Math.Sqrt(references.Average(r => (r[k] - mean) * (r[k] - mean)) * (1 + (1d / references.Length)));
        }

        return (gaps, errors);
    }

    // How many of the references, and of these points among them, gain as much by their best division as these points do.
    private static double PValue(double[] ours, double[][] references)
    {
        var expected = Enumerable.Range(0, ours.Length).Select(k => references.Average(r => r[0] - r[k])).ToArray();
        var spread = Enumerable.Range(0, ours.Length).Select(k => Math.Sqrt(references.Average(r => (r[0] - r[k] - expected[k]) * (r[0] - r[k] - expected[k])))).ToArray();
        var own = Gain(ours);
        return (1d + references.Count(r => Gain(r) >= own)) / (references.Length + 1);

        double Gain(double[] logs) => Enumerable.Range(1, ours.Length - 1).Max(k => (logs[0] - logs[k] - expected[k]) / spread[k]);
    }

    private static ClusterCountRow Row(PointSet points, KMeansResult fit, double gap, double error, ClusterCountOptions options) => new(
        fit.Clusters,
        fit.WithinSum,
        gap,
        error,
        ClusterQuality.Silhouette(points, fit.Labels.AsSpan(), options.Silhouettes).Mean,
        ClusterQuality.CalinskiHarabasz(points, fit.Labels.AsSpan()),
        ClusterQuality.DaviesBouldin(points, fit.Labels.AsSpan()));

    private static string Reason(ClusterCountRow[] rows, int choice, bool named, double p, ClusterCountOptions options)
    {
        if (p > options.Significance)
            return string.Create(CultureInfo.InvariantCulture, $"no clusters are supported: points spread evenly over the same box gain as much by being divided (p = {p:0.###}, limit {options.Significance}).");
        if (!(rows[choice - 1].Silhouette > options.LeastSilhouette))
            return string.Create(CultureInfo.InvariantCulture, $"no clusters are supported: {choice} overlap so far that their mean silhouette is {rows[choice - 1].Silhouette:0.##} (must be above {options.LeastSilhouette}).");
        var silhouette = rows.Skip(1).MaxBy(r => r.Silhouette)!.Clusters;
        return string.Create(CultureInfo.InvariantCulture, $"{choice} clusters (p = {p:0.###} against none): ")
            + (named
                ? string.Create(CultureInfo.InvariantCulture, $"the smallest number whose gap is within {options.StandardErrors} standard error of the widest; {(silhouette == choice ? "the silhouette is highest there too" : $"the silhouette is highest for {silhouette}")}.")
                : string.Create(CultureInfo.InvariantCulture, $"the number with the highest silhouette; the gap still widens at {rows.Length} and names none."));
    }

    private static PointSet Sample(PointSet points, ClusterCountOptions options)
    {
        if (points.Count <= options.GapPoints) return points;
        int[] rows = [.. Enumerable.Range(0, points.Count)];

        // A stream that no reference uses.
        new SeededRandom(options.Seed, -1).Shuffle(rows.AsSpan());
        return ClusterQuality.Taken(points, rows.AsSpan(0, options.GapPoints));
    }
}
