namespace Segmentation.Statistics;

/// <summary>A log-likelihood at one set of coefficients.</summary>
/// <param name="LogLikelihood">Its value.</param>
/// <param name="Score">Length p, its slope.</param>
/// <param name="Information">p x p, minus its curvature, or what is expected of it; both halves filled.</param>
internal sealed record LikelihoodAt(double LogLikelihood, double[] Score, double[,] Information)
{
    /// <summary>Gets what a step divides the slope by; the information where nothing better is known.</summary>
    public double[,] Curvature { get; init; } = Information;
}
