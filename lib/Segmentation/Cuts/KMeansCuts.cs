using System.Collections.Immutable;
using System.Globalization;

namespace Segmentation.Cuts;

/// <summary>Cuts between the groups of an optimal one-dimensional k-means: no other k - 1 cuts leave the values closer to the means of their bands.</summary>
/// <remarks>Exact, unlike k-means over several columns: O(k n log n) by dynamic programming over the distinct values (H. Wang and M. Song, "Ckmeans.1d.dp: Optimal k-means Clustering in One Dimension by
/// Dynamic Programming", The R Journal 3(2), 2011, 29-33), in double precision. Equally good cuts: the lowest last cut, then the lowest before it. A cut is the lowest value of the band above it. It finds k
/// bands in anything: whether the data support any is for <see cref="CutCount"/> to say.</remarks>
public static class KMeansCuts
{
    /// <summary>Returns the cuts for one number of bands.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="bands">Number of bands k, at least 1.</param>
    /// <param name="scale">The scale on which distances count.</param>
    /// <param name="weight">What a record counts for in the squares; limits count records whatever they weigh.</param>
    /// <param name="limits">What every band must hold; the numbers of bands in it do not count here. <see cref="BandLimits.None"/> where null. Where no cuts can meet them, the finding says which and holds
    /// the best cuts with those eased as little as that takes.</param>
    public static CutFinding Find(CutSample sample, int bands, CutScale scale = CutScale.Log, CutWeight weight = CutWeight.Count, BandLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentOutOfRangeException.ThrowIfLessThan(bands, 1);
        var method = $"k-means, {CutWords.Scale(scale)}, by {CutWords.Weight(weight)}";
        using var groups = ValueGroups.Of(sample, scale, weight);
        if (CutWords.NoCut(groups, bands, scale, weight) is { } reason) return new(method, []) { Reason = reason };
        using var program = new KMeansProgram(groups.Scaled, groups.Weights);
        using var sums = IsFree(limits) ? null : new BandSums(groups.Counts, groups.Amounts, groups.Events);
        var partition = Best(groups, program, sums, bands, limits ?? BandLimits.None, Cuts);
        return new(method, partition.Value) { Reason = CutWords.OffScale(groups), Shortfalls = partition.Shortfalls };
    }

    /// <summary>Returns the optimal partition for every number of bands from 1, from one run.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="mostBands">The most bands K, at least 1.</param>
    /// <param name="scale">The scale on which distances count.</param>
    /// <param name="weight">What a record counts for in the squares.</param>
    /// <param name="limits">What every band must hold, as in <see cref="Find"/>.</param>
    /// <returns>Partitions into 1, 2, … bands: K of them, or as many as there are distinct values that weigh something. None where there is no value.</returns>
    public static ImmutableArray<KMeansPartition> All(CutSample sample, int mostBands, CutScale scale = CutScale.Log, CutWeight weight = CutWeight.Count, BandLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostBands, 1);
        using var groups = ValueGroups.Of(sample, scale, weight);
        var most = Math.Min(mostBands, groups.Weighing);
        if (most == 0) return [];
        using var program = new KMeansProgram(groups.Scaled, groups.Weights);
        using var sums = IsFree(limits) ? null : new BandSums(groups.Counts, groups.Amounts, groups.Events);
        limits ??= BandLimits.None;
        sums?.Allow(limits);
        program.Solve(most, sums);
        var found = new KMeansPartition?[most];
        var first = new int[most];
        for (var bands = 1; bands <= most; bands++)
        {
            if (program.TryGetBands(first.AsSpan(0, bands))) found[bands - 1] = Partition(groups, program, first.AsSpan(0, bands));
        }

        // What limits forbid is solved with them eased, which the program above cannot know beforehand.
        for (var bands = 1; bands <= most; bands++)
        {
            if (found[bands - 1] is not null) continue;
            var (partition, shortfalls) = Best(groups, program, sums, bands, limits, Partition);
            found[bands - 1] = partition with { Shortfalls = shortfalls };
        }

        return [.. found.Select(f => f!)];
    }

    private delegate T Read<out T>(ValueGroups groups, KMeansProgram program, ReadOnlySpan<int> first);

    private static bool IsFree(BandLimits? limits) => limits is null or { FewestRecords: <= 1, LargestShare: >= 1, FewestEvents: <= 0, LeastAmount: <= 0 };

    private static (T Value, ImmutableArray<BandShortfall> Shortfalls) Best<T>(ValueGroups groups, KMeansProgram program, BandSums? sums, int bands, BandLimits limits, Read<T> read)
    {
        var first = new int[bands];
        sums?.Allow(limits);
        program.Solve(bands, sums);
        if (program.TryGetBands(first)) return (read(groups, program, first), []);
        var feasibility = BandFeasibility.Of(groups.At, groups.Counts, groups.Amounts, groups.Events, limits, bands);
        sums!.Allow(feasibility.Relaxed);
        program.Solve(bands, sums);
        if (!program.TryGetBands(first))
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{bands} bands of {groups.Length} distinct values were said to be possible within eased limits, but are not."));
        return (read(groups, program, first), feasibility.Shortfalls);
    }

    private static ImmutableArray<double> Cuts(ValueGroups groups, KMeansProgram program, ReadOnlySpan<int> first)
    {
        var cuts = ImmutableArray.CreateBuilder<double>(first.Length - 1);
        foreach (var start in first[1..]) cuts.Add(groups.At[start]);
        return cuts.MoveToImmutable();
    }

    private static KMeansPartition Partition(ValueGroups groups, KMeansProgram program, ReadOnlySpan<int> first)
    {
        var (records, centres, within) = (new int[first.Length], new double[first.Length], new double[first.Length]);
        for (var band = 0; band < first.Length; band++)
        {
            var (from, to) = (first[band], band + 1 < first.Length ? first[band + 1] : groups.Length);
            (centres[band], _, within[band]) = program.Band(groups.Weights, from, to);
            foreach (var count in groups.Counts[from..to]) records[band] += count;
        }

        return new(Cuts(groups, program, first), [.. records], [.. centres], [.. within]);
    }
}
