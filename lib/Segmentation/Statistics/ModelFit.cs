using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Segmentation.Statistics;

/// <summary>What logistic and Cox regression share: the maximum of a likelihood of standardised covariates, what can be said of each coefficient, and tests of some of them.</summary>
internal sealed class ModelFit
{
    // An information this small beside the one that a covariate has alone is rounding: the covariates before determine it.
    private const double Collinear = 1e-10;
    private const int Bisections = 60;

    // Steps towards a penalised maximum only shrink the error by some share each: the likelihood is flat long before they end.
    private const double SmallestPenalisedStep = 1e-8;

    private readonly Func<double[], LikelihoodAt> likelihood;
    private readonly (int Iterations, double Tolerance, double Step) limits;
    private readonly double[] scale;
    private readonly int[] free;

    /// <param name="likelihood">The likelihood of standardised coefficients.</param>
    /// <param name="scale">Length p. What a coefficient is divided by to be of the covariate's own unit; 0 where the covariate is constant.</param>
    /// <param name="iterations">Most steps.</param>
    /// <param name="tolerance">Relative change of the log-likelihood that is none.</param>
    /// <param name="start">Coefficients of the null model; 0 where null.</param>
    /// <param name="isPenalised">Whether the likelihood is penalised so that no coefficient is infinite.</param>
    public ModelFit(Func<double[], LikelihoodAt> likelihood, double[] scale, int iterations, double tolerance, double[]? start = null, bool isPenalised = false)
    {
        (this.likelihood, this.scale, limits) = (likelihood, scale, (iterations, tolerance, isPenalised ? SmallestPenalisedStep : double.PositiveInfinity));
        var zero = start ?? new double[scale.Length];
        Null = likelihood(zero);
        free = [.. new SymmetricMatrix(Null.Information, Enumerable.Range(0, scale.Length).Where(j => scale[j] > 0), Collinear).Used];
        Maximum = NewtonRaphson.Maximise(likelihood, zero, free, iterations, tolerance, limits.Step);

        // Where it has converged the next step is nothing; one that is not, with a likelihood that no longer rises, goes on for ever.
        var next = new SymmetricMatrix(Maximum.At.Curvature, free).Solve(Maximum.At.Score);
        var infinite = free.Where(j => !isPenalised && Math.Abs(next[j]) > Math.Sqrt(tolerance) * Math.Abs(Maximum.Coefficients[j]) && Math.Abs(next[j]) > tolerance).ToHashSet();
        if (Maximum.HasConverged && infinite.Count == 0)
        {
            // Newton's steps double the digits: one more than the likelihood can show.
            double[] polished = [.. Maximum.Coefficients.Zip(next, (b, s) => b + s)];
            Maximum = Maximum with { Coefficients = polished, At = likelihood(polished) };
        }

        Infinite = infinite;
        var inverse = new SymmetricMatrix(Maximum.At.Information, free).Inverse();
        Covariance = new double[scale.Length, scale.Length];
        foreach (var i in free)
        {
            foreach (var j in free) Covariance[i, j] = inverse[i, j] / (scale[i] * scale[j]);
        }
    }

    /// <summary>Gets the likelihood of the null model.</summary>
    public LikelihoodAt Null { get; }

    /// <summary>Gets the maximum, coefficients standardised.</summary>
    public NewtonRaphson Maximum { get; }

    /// <summary>Gets the coefficients for which the likelihood rises without end.</summary>
    public IReadOnlySet<int> Infinite { get; }

    /// <summary>Gets the covariance of the coefficients in the covariates' own units; 0 for those left out.</summary>
    public double[,] Covariance { get; }

    /// <summary>Gets the coefficients that were fitted.</summary>
    public ReadOnlySpan<int> Free => free;

    /// <summary>Returns a fitted coefficient in the covariate's own unit, finite.</summary>
    public double Coefficient(int j) => scale[j] > 0 ? Maximum.Coefficients[j] / scale[j] : 0;

    /// <summary>Returns what is known of a coefficient.</summary>
    /// <param name="j">The coefficient.</param>
    /// <param name="name">Its name.</param>
    /// <param name="confidence">Two-sided confidence level.</param>
    /// <param name="isProfiled">Whether the interval is from the profile of the likelihood although the estimate is finite.</param>
    public ModelCoefficient Of(int j, string name, double confidence, bool isProfiled = false)
    {
        if (!free.Contains(j)) return ModelCoefficient.Unknown(name);
        var estimate = Maximum.Coefficients[j] / scale[j];
        var error = Math.Sqrt(Covariance[j, j]);
        if (!Infinite.Contains(j) && !isProfiled)
        {
            var z = Normal.InvCDF(0, 1, (1 + confidence) / 2);
            return new(name, estimate, error, new(estimate - (z * error), estimate + (z * error)), SpecialFunctions.Erfc(Math.Abs(estimate / error) / Constants.Sqrt2));
        }

        var drop = ChiSquared.InvCDF(1, confidence) / 2;
        var isUp = Infinite.Contains(j) && estimate > 0;
        var isDown = Infinite.Contains(j) && !isUp;
        return new(
            name,
            isUp ? double.PositiveInfinity : isDown ? double.NegativeInfinity : estimate,
            Infinite.Contains(j) ? double.NaN : error,
            new(isDown ? double.NegativeInfinity : End(j, -1, drop) / scale[j], isUp ? double.PositiveInfinity : End(j, 1, drop) / scale[j]),
            Test([j]).PValue);
    }

    /// <summary>Returns the likelihood-ratio test of some coefficients together.</summary>
    public ModelTest Test(IReadOnlyCollection<int> tested)
    {
        int[] some = [.. tested.Where(j => free.Contains(j)).Distinct()];
        if (some.Length == 0) return ModelTest.Of(0, 0);
        var start = (double[])Maximum.Coefficients.Clone();
        foreach (var j in some) start[j] = 0;
        var without = NewtonRaphson.Maximise(likelihood, start, [.. free.Except(some)], limits.Iterations, limits.Tolerance, limits.Step);
        return ModelTest.Of(2 * (Maximum.At.LogLikelihood - without.At.LogLikelihood), some.Length);
    }

    // Where the likelihood, the other coefficients free, has fallen by so much; without bound where it never does.
    private double End(int j, int direction, double drop)
    {
        int[] others = [.. free.Where(i => i != j)];
        var error = Math.Sqrt(Covariance[j, j]) * scale[j];
        var held = (double[])Maximum.Coefficients.Clone();
        var (inside, step) = (held[j], double.IsFinite(error) && !Infinite.Contains(j) ? error : 1);
        var outside = inside;
        for (var doubling = 0; ; doubling++, step *= 2)
        {
            outside += direction * step;
            if (Fall(outside) > drop) break;
            if (doubling > Bisections) return direction * double.PositiveInfinity;
            inside = outside;
        }

        for (var i = 0; i < Bisections && Math.Abs(outside - inside) > 1e-8 * (1 + Math.Abs(outside)); i++)
        {
            var middle = (inside + outside) / 2;
            if (Fall(middle) > drop) outside = middle;
            else inside = middle;
        }

        return (inside + outside) / 2;

        double Fall(double value)
        {
            held[j] = value;
            var found = NewtonRaphson.Maximise(likelihood, (double[])held.Clone(), others, limits.Iterations, limits.Tolerance, limits.Step);
            held = (double[])found.Coefficients.Clone();
            return Maximum.At.LogLikelihood - found.At.LogLikelihood;
        }
    }
}
