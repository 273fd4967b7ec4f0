using Segmentation.Cuts;

namespace Segmentation.Tests.Cuts;

/// <summary>The authority of small cases: every way to split a sample's distinct values into bands, one after another.</summary>
internal static class EverySplit
{
    /// <summary>Returns the bands' first values, for every split of n values into k bands.</summary>
    public static IEnumerable<int[]> Of(int n, int bands)
    {
        var first = new int[bands];
        return Next(1);

        IEnumerable<int[]> Next(int band)
        {
            if (band == bands)
            {
                yield return first;
                yield break;
            }

            for (var at = first[band - 1] + 1; at <= n - (bands - band); at++)
            {
                first[band] = at;
                foreach (var split in Next(band + 1)) yield return split;
            }
        }
    }

    /// <summary>Returns whether every band of a split holds what limits ask for.</summary>
    public static bool Meets(int[] first, int[] counts, double[] amounts, int[] events, BandLimits limits)
    {
        for (var band = 0; band < first.Length; band++)
        {
            var range = first[band]..(band + 1 < first.Length ? first[band + 1] : counts.Length);
            var records = counts[range].Sum();
            if (records < limits.FewestRecords || records / (double)counts.Sum() > limits.LargestShare || amounts[range].Sum() < limits.LeastAmount || (events.Length > 0 && events[range].Sum() < limits.FewestEvents)) return false;
        }

        return true;
    }

    /// <summary>Returns whether any split into as many bands as limits allow meets them.</summary>
    public static bool CanMeet(int[] counts, double[] amounts, int[] events, BandLimits limits) =>
        Enumerable.Range(1, counts.Length).Where(k => k >= limits.Fewest && k <= limits.Most).Any(k => Of(counts.Length, k).Any(first => Meets(first, counts, amounts, events, limits)));

    /// <summary>Returns the squares about the bands' means: two passes, as the definition has it.</summary>
    public static double Within(int[] first, double[] values, double[] weights)
    {
        var within = 0.0;
        for (var band = 0; band < first.Length; band++)
        {
            var range = first[band]..(band + 1 < first.Length ? first[band + 1] : values.Length);
            var (x, w) = (values[range], weights[range]);
            if (w.Sum() == 0) continue;
            var mean = x.Zip(w, (v, m) => v * m).Sum() / w.Sum();
            within += x.Zip(w, (v, m) => m * (v - mean) * (v - mean)).Sum();
        }

        return within;
    }
}
