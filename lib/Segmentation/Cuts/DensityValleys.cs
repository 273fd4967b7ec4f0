using System.Collections.Immutable;

namespace Segmentation.Cuts;

/// <summary>Cuts where the values are rarest between two peaks of their density.</summary>
/// <remarks>Normal kernel with the bandwidth of B. W. Silverman, "Density Estimation for Statistics and Data Analysis", 1986, page 48: 0.9 min(sd, IQR / 1.34) n^(-1/5). A rounded value is spread over the values
/// that round to it, so that whole numbers are no peaks. The number of bands comes from the values: one peak gets none. A valley that is less deep than asked joins its two peaks into one, the shallowest first.
/// A few records at the end of a tail are a peak too: only limits on the records of a band keep them from being one.</remarks>
public static class DensityValleys
{
    /// <summary>Returns the cuts.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="scale">The scale on which the density is taken.</param>
    /// <param name="options">What counts as a valley; <see cref="DensityValleyOptions.Default"/> where null.</param>
    /// <param name="limits">Valleys beyond its most bands, or beside a band with fewer records than its fewest, are given up, the shallowest first; what else is not met is reported. <see cref="BandLimits.None"/>
    /// where null.</param>
    /// <returns>Each cut is the lowest value at or above the bottom of a valley.</returns>
    public static CutFinding Find(CutSample sample, CutScale scale = CutScale.Log, DensityValleyOptions? options = null, BandLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(sample);
        options ??= DensityValleyOptions.Default;
        var method = $"density valleys, {CutWords.Scale(scale)}";
        using var groups = ValueGroups.Of(sample, scale, CutWeight.Count);
        if (CutWords.NoCut(groups, 1, scale, CutWeight.Count) is { } reason) return new(method, []) { Reason = reason };
        var density = KernelDensity.Of(groups, scale, options);
        var valleys = Deep(density.Heights, options.Depth);
        if (valleys.Count == 0) return new(method, []) { Reason = $"no cut is supported: the density has one peak (valleys of less than {ShortfallWords.Share(options.Depth)} below a peak do not count)" };
        Within(valleys, density, groups, limits ?? BandLimits.None);
        var cuts = valleys.Select(v => groups.At[First(groups.Scaled, density.At(v.Place))]).Distinct().ToImmutableArray();
        var found = new CutFinding(method, cuts) { Reason = CutWords.OffScale(groups) };
        if (cuts.IsEmpty) return found with { Reason = "no cut is supported: every valley of the density sets too few records apart" };
        return CutWords.Checked(found, sample, limits);
    }

    /// <summary>Returns the valleys that lie deep enough below both their peaks, ascending.</summary>
    private static List<(int Place, double Depth)> Deep(double[] heights, double depth)
    {
        // Peaks and valleys in turn; each pass joins the two peaks of the shallowest valley into the higher.
        var (peaks, valleys) = (new List<double>(), new List<int>());
        var (rising, low) = (true, 0);
        for (var i = 1; i < heights.Length; i++)
        {
            if (rising && heights[i] < heights[i - 1])
            {
                if (peaks.Count > 0) valleys.Add(low);
                peaks.Add(heights[i - 1]);
                rising = false;
            }

            // On a level floor, between groups far apart, the middle is the bottom.
            if (!rising && heights[i] > heights[i - 1])
            {
                var from = i - 1;
                while (from > 0 && heights[from - 1] == heights[i - 1]) from--;
                (low, rising) = ((from + i - 1) / 2, true);
            }
        }

        while (valleys.Count > 0)
        {
            var depths = valleys.Select((v, i) => 1 - (heights[v] / Math.Min(peaks[i], peaks[i + 1]))).ToArray();
            var least = Array.IndexOf(depths, depths.Min());
            if (depths[least] >= depth) return [.. valleys.Zip(depths)];
            peaks[least] = Math.Max(peaks[least], peaks[least + 1]);
            peaks.RemoveAt(least + 1);
            valleys.RemoveAt(least);
        }

        return [];
    }

    private static void Within(List<(int Place, double Depth)> valleys, KernelDensity density, ValueGroups groups, BandLimits limits)
    {
        while (valleys.Count > 0)
        {
            int[] first = [0, .. valleys.Select(v => First(groups.Scaled, density.At(v.Place))), groups.Length];
            var small = -1;
            for (var band = 0; band + 1 < first.Length && small < 0; band++)
            {
                var records = 0;
                foreach (var count in groups.Counts[first[band]..first[band + 1]]) records += count;
                if (records < limits.FewestRecords) small = band;
            }

            var candidates = small >= 0 ? Enumerable.Range(0, valleys.Count).Where(v => v == small - 1 || v == small) : valleys.Count + 1 > limits.Most ? Enumerable.Range(0, valleys.Count) : [];
            if (!candidates.Any()) return;
            valleys.RemoveAt(candidates.MinBy(v => valleys[v].Depth));
        }
    }

    private static int First(ReadOnlySpan<double> values, double at)
    {
        var place = values.BinarySearch(at);
        return Math.Min(values.Length - 1, place < 0 ? ~place : place);
    }
}
