namespace Segmentation.Cuts;

/// <summary>Cuts between the groups of an optimal one-dimensional k-means: no other k - 1 cuts leave the values closer to the means of their bands.</summary>
public static class KMeansCuts
{
    /// <summary>Returns the cuts for one number of bands.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="bands">Number of bands k, at least 1.</param>
    /// <param name="scale">The scale on which distances count.</param>
    /// <param name="weight">What a record counts for.</param>
    /// <param name="limits">What every band must hold; the numbers of bands in it do not count here. <see cref="BandLimits.None"/> where null.</param>
    public static CutFinding Find(CutSample sample, int bands, CutScale scale = CutScale.Log, CutWeight weight = CutWeight.Count, BandLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentOutOfRangeException.ThrowIfLessThan(bands, 1);
        var method = $"k-means, {(scale == CutScale.Log ? "log scale" : "raw")}, by {(weight == CutWeight.Count ? "count" : "amount")}";
        var (x, w, at) = Distinct(sample, scale, weight);
        if (x.Length < bands) return new(method, []) { Reason = $"no cut is supported: fewer distinct values than bands." };
        var sumW = new double[x.Length + 1];
        var sumX = new double[x.Length + 1];
        var sumXx = new double[x.Length + 1];
        for (var i = 0; i < x.Length; i++)
        {
            sumW[i + 1] = sumW[i] + w[i];
            sumX[i + 1] = sumX[i] + (w[i] * x[i]);
            sumXx[i + 1] = sumXx[i] + (w[i] * x[i] * x[i]);
        }

        var cost = new double[bands + 1, x.Length + 1];
        var start = new int[bands + 1, x.Length + 1];
        for (var i = 1; i <= x.Length; i++) cost[1, i] = Within(0, i);
        for (var k = 2; k <= bands; k++)
        {
            for (var i = k; i <= x.Length; i++)
            {
                cost[k, i] = double.PositiveInfinity;
                for (var j = k - 1; j < i; j++)
                {
                    var total = cost[k - 1, j] + Within(j, i);
                    if (total < cost[k, i]) (cost[k, i], start[k, i]) = (total, j);
                }
            }
        }

        var cuts = new double[bands - 1];
        for (int k = bands, end = x.Length; k > 1; end = start[k, end], k--) cuts[k - 2] = at[start[k, end]];
        return new(method, [.. cuts]);

        double Within(int from, int to)
        {
            var mass = sumW[to] - sumW[from];
            var sum = sumX[to] - sumX[from];
            return mass == 0 ? 0 : Math.Max(0, sumXx[to] - sumXx[from] - (sum * sum / mass));
        }
    }

    private static (double[] X, double[] W, double[] At) Distinct(CutSample sample, CutScale scale, CutWeight weight)
    {
        var (x, w, at) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < sample.Values.Length; i++)
        {
            var value = sample.Values[i];
            if (sample.Times[i] == 0 || (scale == CutScale.Log && value <= 0)) continue;
            var mass = sample.Times[i] * (weight == CutWeight.Count ? 1 : sample.Amounts[i]);
            if (at.Count > 0 && at[^1] == value) w[^1] += mass;
            else
            {
                at.Add(value);
                x.Add(scale == CutScale.Log ? Math.Log(value) : value);
                w.Add(mass);
            }
        }

        return ([.. x], [.. w], [.. at]);
    }
}
