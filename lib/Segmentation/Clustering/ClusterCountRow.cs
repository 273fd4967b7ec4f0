namespace Segmentation.Clustering;

/// <summary>What speaks for one number of clusters.</summary>
/// <param name="Clusters">The number k.</param>
/// <param name="WithinSum">Within sum of squares of all points; lower is closer, and always lower with more clusters.</param>
/// <param name="Gap">How much smaller the logarithm of the within sum is than that of points without clusters; higher is better.</param>
/// <param name="GapError">Its standard error, with that of the simulation.</param>
/// <param name="Silhouette">Mean silhouette; in [-1, 1]; higher is better; NaN for one cluster.</param>
/// <param name="CalinskiHarabasz">In [0, ∞]; higher is better; NaN for one cluster.</param>
/// <param name="DaviesBouldin">In [0, ∞]; lower is better; NaN for one cluster.</param>
public sealed record ClusterCountRow(int Clusters, double WithinSum, double Gap, double GapError, double Silhouette, double CalinskiHarabasz, double DaviesBouldin);
