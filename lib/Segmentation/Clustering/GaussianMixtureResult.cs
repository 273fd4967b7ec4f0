using System.Collections.Immutable;

namespace Segmentation.Clustering;

/// <summary>A mixture of normal distributions fitted to points.</summary>
/// <param name="Weights">Length k: the share of each component; they add up to 1.</param>
/// <param name="Means">k points in the order of their first coordinate, then of the next.</param>
/// <param name="Covariances">Length k: the covariances of each component, d x d, row after row.</param>
/// <param name="Posteriors">Length n x k, point after point: the probability that the point comes from each component; they add up to 1 a point.</param>
/// <param name="Labels">Length n: the component with the highest posterior; the first of equals.</param>
/// <param name="LogLikelihood">Natural logarithm of the density of all points, each times its weight; higher is closer.</param>
/// <param name="Bic">Bayesian information criterion; lower is better. -2 ln L + p ln n with p free parameters.</param>
/// <param name="Icl">Integrated completed likelihood; lower is better. The BIC with a penalty for points that are between components.</param>
/// <param name="Iterations">Iterations of the fit.</param>
/// <param name="Converged">Whether the gain fell to the tolerance; false where <see cref="GaussianMixtureOptions.MaximumIterations"/> ended it.</param>
/// <param name="Requested">Components asked for. There are fewer where the points have fewer distinct places.</param>
/// <param name="Options">The options.</param>
public sealed record GaussianMixtureResult(
    ImmutableArray<double> Weights,
    PointSet Means,
    ImmutableArray<ImmutableArray<double>> Covariances,
    ImmutableArray<double> Posteriors,
    ImmutableArray<int> Labels,
    double LogLikelihood,
    double Bic,
    double Icl,
    int Iterations,
    bool Converged,
    int Requested,
    GaussianMixtureOptions Options)
{
    /// <summary>Gets the number of components k.</summary>
    public int Components => Weights.Length;

    /// <summary>Returns the probability that a point comes from a component.</summary>
    /// <param name="point">Zero-based point.</param>
    /// <param name="component">Zero-based component.</param>
    public double Posterior(int point, int component) => Posteriors[(point * Components) + component];
}
