using System.Globalization;
using Segmentation.Clustering;
using Segmentation.Playbook;

namespace Segmentation.Calibrate;

/// <summary>Finds groups of customers that are alike in several fields at once, and the rules that tell them apart.</summary>
public static class CustomerClusters
{
    /// <summary>Returns the clusters of the accounts of today.</summary>
    /// <param name="data">The data.</param>
    /// <param name="fields">The fields of accounts that count, however far they are filled; null for every number and category that is filled for enough accounts.</param>
    /// <param name="options">How to code, choose and describe; <see cref="CustomerClustersOptions.Default"/> where null.</param>
    /// <returns>The clusters; none, with the reason, where the data support none.</returns>
    /// <remarks>
    /// <para>Fields are coded as <see cref="FeatureCoding"/> says, accounts grouped by k-means. Clusters have to divide the accounts better than accounts spread evenly over the same box would be divided
    /// (<see cref="ClusterCount"/>). Where the data support fewer than the playbook's
    /// fewest segments, the number in the playbook's range with the highest silhouette is taken all the same if those are still apart, and the result says so.</para>
    /// <para>The rules are the leaves of a shallow tree on the fields in their own units, cuts rounded; precision and recall are those of the rounded rules, as a framework runs them, against the clusters that
    /// made them: on other accounts they follow less well. What became of the accounts is that of those whom the rules find at the start of the window, not of the clusters.</para>
    /// </remarks>
    public static CustomerClustersResult Find(CalibrationData data, IEnumerable<string>? fields = null, CustomerClustersOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        options ??= CustomerClustersOptions.Default;
        var coding = FeatureCoding.Of(data, fields, options);
        var limits = data.Framework.Limits;
        if (coding.Points is not { } points) return Without(coding.Used.IsEmpty ? "no field can be used." : "no account has a value in every field that is used; name fewer fields.");
        if (points.Count < limits.FewestAccounts) return Without(string.Create(CultureInfo.InvariantCulture, $"{points.Count} accounts have a value in every field that is used, fewer than {limits.FewestAccounts}."));
        var search = options.Count.Search with { Seed = data.Options.Seed };
        var counting = options.Count with { Most = Math.Max(options.Clusters ?? 2, limits.MostSegments), Seed = data.Options.Seed, Search = search, Silhouettes = options.Count.Silhouettes with { Seed = data.Options.Seed } };
        var choice = ClusterCount.Choose(points, counting);
        var (taken, why) = Take(choice, options, limits);
        var count = new CustomerClustersCount(choice, taken);
        if (taken < 2) return Without(why) with { Count = count };
        var fit = taken == choice.Clusters ? choice.Best : KMeans.Fit(points, taken, search);
        if (fit.Clusters < 2) return Without("all accounts are the same in the fields that are used.") with { Count = count };
        return new CustomerClustersDescription(data, coding, options).Of(points, fit) with { Count = count, Why = why, Summary = Numbers(points, fit) };

        CustomerClustersResult Without(string reason) => new(data)
        {
            Options = options,
            Features = coding,
            Labels = [.. Enumerable.Repeat(-1, data.Today.Count)],
            Why = reason.StartsWith("no clusters are supported", StringComparison.Ordinal) ? reason : $"no clusters are supported: {reason}",
        };
    }

    /// <summary>Returns the number of clusters to take, 1 for none, and why in words.</summary>
    private static (int Taken, string Why) Take(ClusterCountResult choice, CustomerClustersOptions options, PlaybookLimits limits)
    {
        if (options.Clusters is { } asked) return (Math.Max(1, asked), string.Create(CultureInfo.InvariantCulture, $"{asked} clusters, as asked. The data by themselves: {choice.Reason}"));
        if (!choice.HasClusters || choice.Clusters >= limits.FewestSegments) return (choice.Clusters, choice.Reason);
        var best = choice.Rows.Where(r => r.Clusters >= limits.FewestSegments && r.Clusters <= limits.MostSegments && r.Silhouette > options.Count.LeastSilhouette).MaxBy(r => r.Silhouette);
        return best is null
            ? (choice.Clusters, string.Create(CultureInfo.InvariantCulture, $"{choice.Reason} The playbook asks for {limits.FewestSegments} to {limits.MostSegments}, but so many overlap too far (silhouette at most {options.Count.LeastSilhouette})."))
            : (best.Clusters, string.Create(CultureInfo.InvariantCulture, $"{best.Clusters} clusters: of the {limits.FewestSegments} to {limits.MostSegments} that the playbook asks for, the number with the highest silhouette ({best.Silhouette:0.00}). The data by themselves: {choice.Reason}"));
    }

    private static string Numbers(PointSet points, KMeansResult fit) => string.Create(CultureInfo.InvariantCulture,
        $"Silhouette {ClusterQuality.Silhouette(points, fit.Labels.AsSpan()).Mean:0.00} (above 0.5 reasonable, at most 0.25 none), Calinski-Harabasz {ClusterQuality.CalinskiHarabasz(points, fit.Labels.AsSpan()):0} (higher is better), Davies-Bouldin {ClusterQuality.DaviesBouldin(points, fit.Labels.AsSpan()):0.00} (lower is better).");
}
