namespace Segmentation.Cuts;

/// <summary>The mean silhouette width of bands: exact, and in one dimension a single pass.</summary>
internal static class BandSilhouette
{
    /// <summary>Returns the mean over the records on the scale; null for one band.</summary>
    /// <param name="groups">The distinct values.</param>
    /// <param name="cuts">Ascending, values of the groups.</param>
    /// <remarks>Of one record s = (b - a) / max(a, b): a is its mean distance to the others of its band, b the least of its mean distances to another band; 0 where it is alone in its band. Between bands on a line the
    /// mean distance is the distance to the mean, and the nearest mean is that of a neighbour.</remarks>
    public static double? Of(ValueGroups groups, ReadOnlySpan<double> cuts)
    {
        if (cuts.IsEmpty) return null;
        var bands = cuts.Length + 1;
        var first = new int[bands + 1];
        var (count, sum) = (new double[bands], new double[bands]);
        first[bands] = groups.Length;
        for (int i = 0, band = 0; i < groups.Length; i++)
        {
            while (band < cuts.Length && groups.At[i] >= cuts[band]) first[++band] = i;
            count[band] += Records(groups, i);
            sum[band] += Records(groups, i) * groups.Scaled[i];
        }

        var (total, all) = (0.0, 0.0);
        for (var band = 0; band < bands; band++)
        {
            var (below, belowSum) = (0.0, 0.0);
            for (var i = first[band]; i < first[band + 1]; i++)
            {
                var (x, here) = (groups.Scaled[i], Records(groups, i));
                all += here;
                if (count[band] > 1)
                {
                    var (above, aboveSum) = (count[band] - below - here, sum[band] - belowSum - (here * x));
                    var a = Math.Max(0, (below * x) - belowSum + aboveSum - (above * x)) / (count[band] - 1);
                    var b = double.PositiveInfinity;
                    if (band > 0 && count[band - 1] > 0) b = x - (sum[band - 1] / count[band - 1]);
                    if (band + 1 < bands) b = Math.Min(b, (sum[band + 1] / count[band + 1]) - x);
                    if (a > 0 || b > 0) total += here * (b - a) / Math.Max(a, b);
                }

                below += here;
                belowSum += here * x;
            }
        }

        return all > 0 ? total / all : null;
    }

    private static double Records(ValueGroups groups, int i) => groups.Counts[i] - (i == 0 ? groups.OffScale : 0);
}
