using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Clustering;

namespace Segmentation.Cuts;

/// <summary>Cuts between the components of a mixture of normal distributions: where a record becomes more likely to come from the next one. Unlike k-means, components may be of different width.</summary>
/// <remarks>Expectation-maximisation (<see cref="GaussianMixture"/>) from the optimal k-means cuts. Two neighbouring components change places at the first value from the mean of the lower on at which the upper is as
/// likely.</remarks>
public static class MixtureCuts
{
    /// <summary>Returns the cuts.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="bands">Number of components; null for the one with the lowest BIC up to the most bands of the limits, one component included.</param>
    /// <param name="scale">The scale on which components are normal: on the log scale they are lognormal.</param>
    /// <param name="limits">What is reported where the bands do not meet it; <see cref="BandLimits.None"/> where null.</param>
    /// <param name="options">How the mixture is fitted; the defaults where null.</param>
    public static CutFinding Find(CutSample sample, int? bands = null, CutScale scale = CutScale.Log, BandLimits? limits = null, GaussianMixtureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentOutOfRangeException.ThrowIfLessThan(bands ?? 1, 1, nameof(bands));
        options ??= GaussianMixtureOptions.Default;
        var method = $"normal mixture, {CutWords.Scale(scale)}";
        using var groups = ValueGroups.Of(sample, scale, CutWeight.Count);
        if (CutWords.NoCut(groups, bands ?? 1, scale, CutWeight.Count) is { } reason) return new(method, []) { Reason = reason };
        var points = new PointSet(groups.Scaled.ToArray(), 1);
        var starts = KMeansCuts.All(sample, bands ?? (limits ?? BandLimits.None).Most, scale);
        var fits = starts.Where(s => bands is null || s.Bands == bands).Select(s => Fit(points, groups, s, options)).ToArray();
        var best = fits.MinBy(f => f.Bic)!;
        var words = string.Create(CultureInfo.InvariantCulture, $"BIC {best.Bic:0.0}, ICL {best.Icl:0.0}");
        if (bands is null && best.Components == 1)
            return new(method, []) { Reason = string.Create(CultureInfo.InvariantCulture, $"no cut is supported: of 1 to {starts.Length} components one has the lowest BIC, {best.Bic:0.0}") };
        var cuts = Cuts(groups, best);
        var asked = bands ?? best.Components;
        if (cuts.Length + 1 < asked) words += $"; of {asked} components {cuts.Length + 1} are ever the likelier";
        if (CutWords.OffScale(groups) is { } off) words += "; " + off;
        return CutWords.Checked(new(method, cuts) { Reason = cuts.IsEmpty && asked > 1 ? "no cut is supported: " + words : words }, sample, limits);
    }

    private static GaussianMixtureResult Fit(PointSet points, ValueGroups groups, KMeansPartition start, GaussianMixtureOptions options)
    {
        // A band of one value has no spread to begin with; a proportion of the whole keeps the component from standing for that value alone.
        var records = start.Records.Sum();
        var whole = start.TotalWithin / records;
        double[] weights = [.. start.Records.Select(r => r / (double)records)];
        var spread = start.Within.Select((w, i) => Math.Max(w / start.Records[i], Math.Max(whole, double.Epsilon)));
        var from = new GaussianMixtureResult([.. weights], new([.. start.Centres], 1), [.. spread.Select(s => ImmutableArray.Create(s))], [], [], double.NegativeInfinity, 0, 0, 0, false, start.Bands, options);
        return GaussianMixture.Fit(points, from, options, groups.Weights);
    }

    private static ImmutableArray<double> Cuts(ValueGroups groups, GaussianMixtureResult fit)
    {
        var cuts = ImmutableArray.CreateBuilder<double>();
        for (var lower = 0; lower + 1 < fit.Components; lower++)
        {
            for (var i = 1; i < groups.Length; i++)
            {
                if (groups.Scaled[i] < fit.Means[lower][0] || fit.Posterior(i, lower + 1) < fit.Posterior(i, lower)) continue;
                if (cuts.Count == 0 || groups.At[i] > cuts[^1]) cuts.Add(groups.At[i]);
                break;
            }
        }

        return cuts.ToImmutable();
    }
}
