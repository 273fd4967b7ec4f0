using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Clustering;

/// <summary>The iterations that fit a mixture of normal distributions: how likely each component is for each point, then the components that make the points likeliest.</summary>
/// <remarks>A. P. Dempster, N. M. Laird and D. B. Rubin, Journal of the Royal Statistical Society B 39(1), 1977, 1-38.</remarks>
internal sealed class ExpectationMaximization
{
    private readonly PointBlocks points;
    private readonly CovarianceShape shape;
    private readonly double[] ridge;
    private readonly int d;
    private readonly int moments;
    private readonly double[] sums;

    // Of each component: ln of weight over the density's constant, and the inverse of the covariances' Cholesky factor, d x d.
    private readonly double[] constants;
    private readonly double[] whitening;

    /// <param name="points">The points.</param>
    /// <param name="shape">Shape of the covariances.</param>
    /// <param name="means">First means, component after component; given up by the caller.</param>
    /// <param name="ridge">Length d: added to the variances.</param>
    public ExpectationMaximization(PointBlocks points, CovarianceShape shape, double[] means, double[] ridge)
    {
        (this.points, this.shape, this.ridge, Means, d) = (points, shape, ridge, means, points.Dimensions);
        Components = means.Length / d;
        moments = 1 + d + (d * (d + 1) / 2);
        (Weights, Covariances) = (new double[Components], new double[Components * d * d]);
        (constants, whitening) = (new double[Components], new double[Components * d * d]);
        sums = new double[(Components * moments) + 1];
    }

    public int Components { get; }

    public double[] Weights { get; }

    public double[] Means { get; }

    public double[] Covariances { get; }

    /// <summary>Starts from groups: points belong to them wholly.</summary>
    public void Start(ReadOnlySpan<int> labels)
    {
        var copy = new double[points.Blocks * PointBlocks.Lanes];
        for (var i = 0; i < labels.Length; i++) copy[i] = labels[i];
        Collect(copy, null);
        Maximise();
    }

    /// <summary>Starts from components.</summary>
    public void Start(ReadOnlySpan<double> weights, ReadOnlySpan<double> covariances)
    {
        weights.CopyTo(Weights);
        covariances.CopyTo(Covariances);
        Prepare();
    }

    /// <summary>Does one iteration and returns the log-likelihood before it.</summary>
    public double Iterate()
    {
        Collect(null, null);
        Maximise();
        return sums[^1];
    }

    /// <summary>Returns the log-likelihood, and each point's probability of each component, point after point.</summary>
    public double Posteriors(double[] into)
    {
        Collect(null, into);
        return sums[^1];
    }

    private void Collect(double[]? labels, double[]? posteriors)
    {
        var all = new double[points.Units * sums.Length];
        points.Each(Components * (d + 8), (unit, first, end) =>
        {
            var collected = new Vector512<double>[sums.Length];
            var density = new Vector512<double>[Components];
            for (var block = first; block < end; block++)
            {
                if (labels is null) collected[^1] += Densities(block, density) * points.Weights(block);
                else
                {
                    var label = Vector512.LoadUnsafe(ref labels[block * PointBlocks.Lanes]);
                    for (var c = 0; c < density.Length; c++) density[c] = Vector512.BitwiseAnd(Vector512.Equals(label, Vector512.Create((double)c)), Vector512<double>.One);
                }

                if (posteriors is not null) Write(block, density, posteriors);
                else Add(block, density, collected);
            }

            for (var i = 0; i < collected.Length; i++) all[(unit * collected.Length) + i] = PointBlocks.Sum(collected[i]);
        });
        Array.Clear(sums);
        for (var unit = 0; unit < points.Units; unit++)
        {
            for (var i = 0; i < sums.Length; i++) sums[i] += all[(unit * sums.Length) + i];
        }
    }

    // Fills the posteriors of a block and returns the logarithm of its points' densities.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector512<double> Densities(int block, Vector512<double>[] density)
    {
        ref var at = ref points.Block(block);
        var most = Vector512.Create(double.NegativeInfinity);
        for (var c = 0; c < density.Length; c++)
        {
            // ln(w N(x | m, C)) = ln w - ½ d ln 2π - ½ ln |C| - ½ |L⁻¹(x - m)|² where C = L Lᵀ.
            var distance = Vector512<double>.Zero;
            for (var row = 0; row < d; row++)
            {
                var sum = Vector512<double>.Zero;
                for (var j = 0; j <= row; j++)
                    sum += Vector512.Create(whitening[(((c * d) + row) * d) + j]) * (Vector512.LoadUnsafe(ref at, (nuint)(j * PointBlocks.Lanes)) - Vector512.Create(Means[(c * d) + j]));
                distance += sum * sum;
            }

            density[c] = Vector512.Create(constants[c]) - (Vector512.Create(0.5) * distance);
            most = Vector512.Max(most, density[c]);
        }

        var total = Vector512<double>.Zero;
        for (var c = 0; c < density.Length; c++) total += density[c] = PortableMath.Exp(density[c] - most);
        for (var c = 0; c < density.Length; c++) density[c] /= total;
        return most + PortableMath.Log(total);
    }

    // Moments around the means as they stand: nothing is lost where the points lie far from 0.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(int block, Vector512<double>[] share, Vector512<double>[] collected)
    {
        ref var at = ref points.Block(block);
        var weight = points.Weights(block);
        for (var c = 0; c < share.Length; c++)
        {
            var mass = share[c] * weight;
            var to = c * moments;
            collected[to++] += mass;
            for (var row = 0; row < d; row++)
            {
                var by = mass * (Vector512.LoadUnsafe(ref at, (nuint)(row * PointBlocks.Lanes)) - Vector512.Create(Means[(c * d) + row]));
                collected[to++] += by;
                for (var j = 0; j <= row; j++) collected[to++] += by * (Vector512.LoadUnsafe(ref at, (nuint)(j * PointBlocks.Lanes)) - Vector512.Create(Means[(c * d) + j]));
            }
        }
    }

    private void Write(int block, Vector512<double>[] density, double[] posteriors)
    {
        for (var lane = 0; lane < PointBlocks.Lanes && (block * PointBlocks.Lanes) + lane < points.Count; lane++)
        {
            for (var c = 0; c < density.Length; c++) posteriors[(((block * PointBlocks.Lanes) + lane) * density.Length) + c] = density[c][lane];
        }
    }

    private void Maximise()
    {
        var total = 0d;
        for (var c = 0; c < Components; c++) total += sums[c * moments];
        for (var c = 0; c < Components; c++)
        {
            var (mass, from) = (sums[c * moments], (c * moments) + 1);
            Weights[c] = mass / total;

            // A component that no point is left for keeps its place, without weight.
            if (mass == 0) continue;
            var shift = new double[d];
            for (var row = 0; row < d; row++)
            {
                shift[row] = sums[from++] / mass;
                for (var j = 0; j <= row; j++) Covariances[(((c * d) + row) * d) + j] = Covariances[(((c * d) + j) * d) + row] = (sums[from++] / mass) - (shift[row] * shift[j]);
            }

            for (var j = 0; j < d; j++) Means[(c * d) + j] += shift[j];
            Shape(Covariances.AsSpan(c * d * d, d * d));
        }

        Prepare();
    }

    private void Shape(Span<double> covariances)
    {
        var mean = 0d;
        for (var row = 0; row < d; row++)
        {
            ref var variance = ref covariances[(row * d) + row];
            variance = Math.Max(0, variance) + ridge[row];
            mean += variance / d;
        }

        if (shape == CovarianceShape.Full) return;
        for (var row = 0; row < d; row++)
        {
            for (var j = 0; j < d; j++)
            {
                if (j != row) covariances[(row * d) + j] = 0;
                else if (shape == CovarianceShape.Spherical) covariances[(row * d) + j] = mean;
            }
        }
    }

    private void Prepare()
    {
        for (var c = 0; c < Components; c++)
        {
            var logOfRoot = Whiten(Covariances.AsSpan(c * d * d, d * d), whitening.AsSpan(c * d * d, d * d));
            constants[c] = (Weights[c] > 0 ? PortableMath.Log(Weights[c]) : double.NegativeInfinity) - (0.5 * d * 1.8378770664093453) - logOfRoot;
        }
    }

    // Writes the inverse of the lower Cholesky factor L and returns ln |L|.
    private double Whiten(ReadOnlySpan<double> covariances, Span<double> inverse)
    {
        var (factor, log) = (new double[d * d], 0d);
        for (var row = 0; row < d; row++)
        {
            for (var j = 0; j <= row; j++)
            {
                var sum = covariances[(row * d) + j];
                for (var i = 0; i < j; i++) sum -= factor[(row * d) + i] * factor[(j * d) + i];

                // Rounding can leave nothing of a variance that the ridge made positive.
                factor[(row * d) + j] = j < row ? sum / factor[(j * d) + j] : Math.Sqrt(Math.Max(sum, ridge[row] * 1e-3));
            }

            log += PortableMath.Log(factor[(row * d) + row]);
        }

        for (var column = 0; column < d; column++)
        {
            for (var row = column; row < d; row++)
            {
                var sum = row == column ? 1d : 0;
                for (var i = column; i < row; i++) sum -= factor[(row * d) + i] * inverse[(i * d) + column];
                inverse[(row * d) + column] = sum / factor[(row * d) + row];
            }
        }

        return log;
    }
}
