using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Segmentation.Statistics;

namespace Segmentation.Clustering;

/// <summary>Draws the first centres among the points, far from each other.</summary>
/// <remarks>k-means++: D. Arthur and S. Vassilvitskii, "k-means++: The Advantages of Careful Seeding", SODA 2007, 1027-1035; of 2 + ln k candidates drawn for each centre, the one that leaves the
/// smallest sum is taken, as their own experiments do.</remarks>
internal static class KMeansStart
{
    /// <summary>Returns at most k centres, centre after centre; fewer where the points have fewer distinct places.</summary>
    public static double[] Draw(PointBlocks points, int k, SeededRandom random)
    {
        var d = points.Dimensions;
        var centres = new List<double>(k * d);
        var nearest = new double[points.Blocks * PointBlocks.Lanes];
        Array.Fill(nearest, double.PositiveInfinity);
        var candidates = new double[2 + (int)Math.Log(k)][];

        // The first centre: any point by its weight.
        var mass = Masses(points, null);
        Add(Place(points, Drawn(points, null, mass, random)));
        for (var centre = 1; centre < k; centre++)
        {
            mass = Masses(points, nearest);
            if (!(mass.Sum() > 0)) break;
            for (var c = 0; c < candidates.Length; c++) candidates[c] = Place(points, Drawn(points, nearest, mass, random));
            Add(candidates[Best(points, nearest, candidates)]);
        }

        return [.. centres];

        void Add(double[] place)
        {
            centres.AddRange(place);
            points.Each(1, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (_, first, end) =>
            {
                for (var block = first; block < end; block++)
                {
                    var (at, distances) = ((nuint)(block * PointBlocks.Lanes), PointBlocks.SquaredDistances(ref points.Block(block), ref place[0], d));
                    Vector512.MinNative(distances, Vector512.LoadUnsafe(ref nearest[0], at)).StoreUnsafe(ref nearest[0], at);
                }
            });
        }
    }

    // Weight times squared distance to the nearest centre, by unit.
    private static double[] Masses(PointBlocks points, double[]? nearest)
    {
        var mass = new double[points.Units];
        points.Each(1, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (unit, first, end) =>
        {
            var sum = Vector512<double>.Zero;
            for (var block = first; block < end; block++) sum += Mass(points, nearest, block);
            mass[unit] = PointBlocks.Sum(sum);
        });
        return mass;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Mass(PointBlocks points, double[]? nearest, int block) =>
        nearest is null ? points.Weights(block) : points.Weights(block) * Vector512.LoadUnsafe(ref nearest[block * PointBlocks.Lanes]);

    private static int Drawn(PointBlocks points, double[]? nearest, double[] mass, SeededRandom random)
    {
        var left = random.NextDouble() * mass.Sum();
        var unit = 0;
        for (; unit < mass.Length - 1 && left >= mass[unit]; unit++) left -= mass[unit];

        // Rounding may leave something after the last point: the last point with mass is drawn then.
        var last = -1;
        for (var point = unit * PointBlocks.BlocksInUnit * PointBlocks.Lanes; point < points.Count; point++)
        {
            var own = points.Weight(point) * (nearest is null ? 1 : nearest[point]);
            if (own <= 0) continue;
            last = point;
            left -= own;
            if (left < 0) break;
        }

        for (var point = points.Count - 1; last < 0; point--)
        {
            if (points.Weight(point) * (nearest is null ? 1 : nearest[point]) > 0) last = point;
        }

        return last;
    }

    private static double[] Place(PointBlocks points, int point) => [.. Enumerable.Range(0, points.Dimensions).Select(j => points.Coordinate(point, j))];

    private static int Best(PointBlocks points, double[] nearest, double[][] candidates)
    {
        var left = new double[points.Units * candidates.Length];
        points.Each(candidates.Length, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (unit, first, end) =>
        {
            for (var c = 0; c < candidates.Length; c++)
            {
                var sum = Vector512<double>.Zero;
                for (var block = first; block < end; block++)
                {
                    var distances = PointBlocks.SquaredDistances(ref points.Block(block), ref candidates[c][0], points.Dimensions);
                    sum += points.Weights(block) * Vector512.MinNative(distances, Vector512.LoadUnsafe(ref nearest[block * PointBlocks.Lanes]));
                }

                left[(unit * candidates.Length) + c] = PointBlocks.Sum(sum);
            }
        });
        var (best, least) = (0, double.PositiveInfinity);
        for (var c = 0; c < candidates.Length; c++)
        {
            var sum = 0d;
            for (var unit = 0; unit < points.Units; unit++) sum += left[(unit * candidates.Length) + c];
            if (sum < least) (best, least) = (c, sum);
        }

        return best;
    }
}
