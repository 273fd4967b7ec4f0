using Segmentation.Clustering;

namespace Segmentation.Tests.Clustering;

/// <summary>Lloyd's iterations without bounds, without vectors and without threads, with sums in the order that the library states: eight lanes inside a chunk, lanes pairwise, chunks, units.</summary>
internal static class PlainLloyd
{
    public static (double[] Centres, int[] Labels, int Iterations) Run(PointSet points, double[] start)
    {
        var (n, d, k) = (points.Count, points.Dimensions, start.Length / points.Dimensions);
        var (centres, labels) = ((double[])start.Clone(), Enumerable.Repeat(-1, n).ToArray());
        for (var iteration = 1; ; iteration++)
        {
            var changed = false;
            for (var i = 0; i < n; i++)
            {
                var nearest = Enumerable.Range(0, k).MinBy(c => Squared(points[i], centres.AsSpan(c * d, d)));
                changed |= labels[i] != nearest;
                labels[i] = nearest;
            }

            if (!changed) return (centres, labels, iteration);
            for (var c = 0; c < k; c++)
            {
                var mass = Sum(n, i => labels[i] == c ? 1 : 0);
                for (var j = 0; j < d; j++) centres[(c * d) + j] = Sum(n, i => labels[i] == c ? points[i][j] : 0) / mass;
            }
        }
    }

    private static double Squared(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sum = 0d;
        for (var j = 0; j < left.Length; j++) sum += (left[j] - right[j]) * (left[j] - right[j]);
        return sum;
    }

    private static double Sum(int n, Func<int, double> value)
    {
        const int unit = PointBlocks.BlocksInUnit * PointBlocks.Lanes, chunk = PointBlocks.BlocksInChunk * PointBlocks.Lanes;
        var total = 0d;
        for (var u = 0; u < n; u += unit)
        {
            var ofUnit = 0d;
            for (var c = u; c < Math.Min(n, u + unit); c += chunk)
            {
                var lanes = new double[PointBlocks.Lanes];
                for (var i = c; i < Math.Min(n, c + chunk); i++) lanes[i % PointBlocks.Lanes] += value(i);
                ofUnit += ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
            }

            total += ofUnit;
        }

        return total;
    }
}
