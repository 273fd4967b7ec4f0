namespace Segmentation.Statistics;

/// <summary>Finds the coefficients of the largest likelihood, step by step.</summary>
/// <param name="Coefficients">Length p. Those found; held ones as they came.</param>
/// <param name="At">The likelihood there.</param>
/// <param name="Iterations">Steps made.</param>
/// <param name="HasConverged">Whether the last steps changed nothing any more.</param>
internal sealed record NewtonRaphson(double[] Coefficients, LikelihoodAt At, int Iterations, bool HasConverged)
{
    private const int MostHalvings = 30;

    /// <summary>Returns the maximum.</summary>
    /// <param name="likelihood">The likelihood.</param>
    /// <param name="start">Length p. Where to begin; held coefficients stay there.</param>
    /// <param name="free">The coefficients to move.</param>
    /// <param name="iterations">Most steps.</param>
    /// <param name="tolerance">Change of the log-likelihood, as a share of it, that is none.</param>
    /// <param name="smallest">A step below this, for every coefficient, is none. Infinity where the likelihood alone says when to stop.</param>
    public static NewtonRaphson Maximise(Func<double[], LikelihoodAt> likelihood, double[] start, int[] free, int iterations, double tolerance, double smallest = double.PositiveInfinity)
    {
        var (at, value) = (start, likelihood(start));
        for (var made = 1; made <= iterations; made++)
        {
            var step = new SymmetricMatrix(value.Curvature, free).Solve(value.Score);
            var (next, nextValue) = Step(likelihood, at, step, value.LogLikelihood);
            var change = nextValue.LogLikelihood - value.LogLikelihood;
            var isDone = Math.Abs(change) <= tolerance * (1 + Math.Abs(value.LogLikelihood)) && step.All(s => Math.Abs(s) < smallest);
            if (nextValue.LogLikelihood >= value.LogLikelihood || isDone) (at, value) = (next, nextValue);
            if (isDone) return new(at, value, made, true);
        }

        return new(at, value, iterations, false);
    }

    // A step that overshoots is halved until the likelihood does not fall.
    private static (double[] At, LikelihoodAt Value) Step(Func<double[], LikelihoodAt> likelihood, double[] from, double[] step, double before)
    {
        double[] at = [.. from.Zip(step, (b, s) => b + s)];
        var value = likelihood(at);
        for (var halving = 0; halving < MostHalvings && !(value.LogLikelihood >= before - (1e-12 * Math.Abs(before))); halving++)
        {
            at = [.. at.Zip(from, (b, f) => (b + f) / 2)];
            value = likelihood(at);
        }

        return (at, value);
    }
}
