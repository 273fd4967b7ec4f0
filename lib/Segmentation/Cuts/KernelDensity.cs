namespace Segmentation.Cuts;

/// <summary>A density on evenly spaced points.</summary>
/// <param name="Low">The first point.</param>
/// <param name="Step">Distance between points.</param>
/// <param name="Bandwidth">Standard deviation of the kernel.</param>
/// <param name="Heights">The density at each point.</param>
internal sealed record KernelDensity(double Low, double Step, double Bandwidth, double[] Heights)
{
    // Three standard deviations of a normal kernel hold all but 0.3% of it; four leave nothing to see.
    private const double Reach = 4;

    /// <summary>Returns the density of the records on a scale.</summary>
    /// <param name="groups">The distinct values, at least two.</param>
    /// <param name="scale">The scale.</param>
    /// <param name="options">Bandwidth and points.</param>
    public static KernelDensity Of(ValueGroups groups, CutScale scale, DensityValleyOptions options)
    {
        var resolution = Resolution.Of(groups, scale);
        var (_, low, high) = resolution.On(groups, scale);
        var bandwidth = options.Smoothing * Silverman(groups);
        var (from, to) = (low - (Reach * bandwidth), high + (Reach * bandwidth));
        var step = (to - from) / (options.Points - 1);
        var mass = new double[options.Points];
        for (var i = 0; i < groups.Length; i++)
        {
            var records = Records(groups, i);
            var (left, right) = (groups.Scaled[i], groups.Scaled[i]);
            if (resolution.Step > 0)
            {
                var half = resolution.Step / 2;
                (left, right) = scale == CutScale.Log ? (Math.Log(groups.At[i] - half), Math.Log(groups.At[i] + half)) : (left - half, right + half);
            }

            Spread(mass, (left - from) / step, (right - from) / step, records);
        }


        // A tail far longer than the bandwidth leaves less than a point to a kernel: it takes one all the same.
        return new(from, step, bandwidth, Smooth(mass, Math.Max(1, bandwidth / step)));
    }

    /// <summary>Returns the value at a point.</summary>
    /// <param name="point">Zero-based point.</param>
    public double At(int point) => Low + (point * Step);

    private static double Records(ValueGroups groups, int i) => groups.Counts[i] - (i == 0 ? groups.OffScale : 0);

    private static double Silverman(ValueGroups groups)
    {
        var (n, mean) = (0.0, 0.0);
        for (var i = 0; i < groups.Length; i++) n += Records(groups, i);
        for (var i = 0; i < groups.Length; i++) mean += Records(groups, i) / n * groups.Scaled[i];
        var squares = 0.0;
        for (var i = 0; i < groups.Length; i++) squares += Records(groups, i) / n * (groups.Scaled[i] - mean) * (groups.Scaled[i] - mean);
        var deviation = Math.Sqrt(squares * n / (n - 1));
        var quartiles = (At(0.75) - At(0.25)) / 1.34;
        return 0.9 * (quartiles > 0 ? Math.Min(deviation, quartiles) : deviation) * Math.Pow(n, -0.2);

        double At(double share)
        {
            var below = 0.0;
            for (var i = 0; i < groups.Length; i++)
            {
                below += Records(groups, i);
                if (below >= share * n) return groups.Scaled[i];
            }

            return groups.Scaled[^1];
        }
    }

    /// <summary>Shares records among the points that their stretch lies on; a single place between its two neighbours.</summary>
    private static void Spread(double[] mass, double left, double right, double records)
    {
        if (right - left <= 1)
        {
            var place = (left + right) / 2;
            var point = Math.Clamp((int)place, 0, mass.Length - 2);
            mass[point] += records * (1 - (place - point));
            mass[point + 1] += records * (place - point);
            return;
        }

        for (var point = Math.Max(0, (int)Math.Floor(left + 0.5)); point < mass.Length && point - 0.5 < right; point++)
            mass[point] += records * (Math.Min(right, point + 0.5) - Math.Max(left, point - 0.5)) / (right - left);
    }

    private static double[] Smooth(double[] mass, double bandwidth)
    {
        var width = Math.Max(1, (int)Math.Ceiling(Reach * bandwidth));
        double[] kernel = [.. Enumerable.Range(0, width + 1).Select(d => Math.Exp(-0.5 * d * d / (bandwidth * bandwidth)))];
        var heights = new double[mass.Length];
        for (var i = 0; i < mass.Length; i++)
        {
            for (var j = Math.Max(0, i - width); j <= Math.Min(mass.Length - 1, i + width); j++) heights[i] += mass[j] * kernel[Math.Abs(i - j)];
        }

        return heights;
    }
}
