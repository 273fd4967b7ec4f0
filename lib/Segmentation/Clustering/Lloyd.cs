using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Clustering;

/// <summary>
/// Lloyd's iterations from one start. A block of points whose centres cannot have changed is not looked at; a chunk in which no point changed its cluster keeps its sums. Both are exact: the answer is, bit for
/// bit, that of the iterations without them.
/// </summary>
/// <remarks>S. P. Lloyd, "Least Squares Quantization in PCM", IEEE Transactions on Information Theory 28(2), 1982, 129-137. The bound is G. Hamerly's ("Making k-means Even Faster", SDM 2010, 130-140), one a
/// block instead of two a point: as long as the centres have moved by less than the block's smallest gap between nearest and second nearest centre, each of its points stays where it is.</remarks>
internal sealed class Lloyd
{
    // Far above the rounding of a distance, far below anything that decides: a bound nearer than this is looked at.
    private const double Slack = 1e-12;

    private readonly PointBlocks points;
    private readonly int k;
    private readonly int width;
    private readonly double[] labels;
    private readonly double[] gaps;
    private readonly double[] chunkSums;
    private readonly double[] unitSums;
    private readonly int[] unitChanges;
    private double moved;

    public Lloyd(PointBlocks points, double[] centres)
    {
        (this.points, Centres, k, width) = (points, centres, centres.Length / points.Dimensions, points.Dimensions + 1);
        labels = new double[points.Blocks * PointBlocks.Lanes];
        Array.Fill(labels, -1);
        gaps = new double[points.Blocks];
        Array.Fill(gaps, double.NegativeInfinity);
        chunkSums = new double[points.Chunks * k * width];
        unitSums = new double[points.Units * k * width];
        unitChanges = new int[points.Units];
    }

    /// <summary>Gets the centres, centre after centre.</summary>
    public double[] Centres { get; private set; }

    public int Iterations { get; private set; }

    public bool Converged { get; private set; }

    public int Label(int point) => (int)labels[point];

    /// <summary>Iterates until no point changes its cluster, the centres' squared moves add up to at most <paramref name="tolerance"/>, or there were <paramref name="most"/> iterations.</summary>
    public void Run(int most, double tolerance)
    {
        while (!Converged && Iterations < most)
        {
            Iterations++;
            var changed = Assign();
            var (next, filled) = Means();
            if (changed == 0 && !filled)
            {
                Converged = true;
                return;
            }

            var shift = Move(next);
            if (tolerance > 0 && shift <= tolerance && !filled) return;
        }
    }

    /// <summary>Returns the sum of the weighted squared distances of the points to their nearest centre as the centres now stand.</summary>
    public double Within()
    {
        var (sums, d) = (new double[points.Units], points.Dimensions);
        points.Each(k, [MethodImpl(MethodImplOptions.AggressiveOptimization)] (unit, first, end) =>
        {
            var sum = Vector512<double>.Zero;
            ref var centres = ref Centres[0];
            for (var block = first; block < end; block++)
            {
                ref var at = ref points.Block(block);
                var least = PointBlocks.SquaredDistances(ref at, ref centres, d);
                for (var c = 1; c < k; c++) least = Vector512.MinNative(least, PointBlocks.SquaredDistances(ref at, ref Unsafe.Add(ref centres, c * d), d));
                sum += points.Weights(block) * least;
            }

            sums[unit] = PointBlocks.Sum(sum);
        });
        return sums.Sum();
    }

    /// <summary>Gives every point to its nearest centre as the centres now stand: the last step, after which nothing runs on.</summary>
    public void Settle() => Assign();

    private int Assign()
    {
        points.Each(k, Assign);
        return unitChanges.Sum();
    }

    private void Assign(int unit, int first, int end)
    {
        var changes = 0;
        for (var chunk = first; chunk < end; chunk += PointBlocks.BlocksInChunk)
        {
            var stop = Math.Min(end, chunk + PointBlocks.BlocksInChunk);
            if (!Assign(chunk, stop)) continue;
            changes++;
            Sum(chunk, stop);
        }

        unitChanges[unit] = changes;
        if (changes == 0) return;
        var sums = unitSums.AsSpan(unit * k * width, k * width);
        sums.Clear();
        for (var chunk = first / PointBlocks.BlocksInChunk; chunk * PointBlocks.BlocksInChunk < end; chunk++)
        {
            var own = chunkSums.AsSpan(chunk * k * width, k * width);
            for (var i = 0; i < sums.Length; i++) sums[i] += own[i];
        }
    }

    // Whether a point of the blocks changed its cluster.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Assign(int first, int end)
    {
        var changed = false;
        ref var centres = ref Centres[0];
        for (var block = first; block < end; block++)
        {
            if (gaps[block] > moved) continue;
            ref var at = ref points.Block(block);
            var best = PointBlocks.SquaredDistances(ref at, ref centres, points.Dimensions);
            var second = Vector512.Create(double.PositiveInfinity);
            var (label, centre) = (Vector512<double>.Zero, Vector512<double>.Zero);
            for (var c = 1; c < k; c++)
            {
                var distance = PointBlocks.SquaredDistances(ref at, ref Unsafe.Add(ref centres, c * points.Dimensions), points.Dimensions);
                centre += Vector512<double>.One;
                label = Vector512.ConditionalSelect(Vector512.LessThan(distance, best), centre, label);
                second = Vector512.MinNative(second, Vector512.MaxNative(best, distance));
                best = Vector512.MinNative(best, distance);
            }

            ref var old = ref labels[block * PointBlocks.Lanes];
            if (!Vector512.EqualsAll(label, Vector512.LoadUnsafe(ref old)))
            {
                changed = true;
                label.StoreUnsafe(ref old);
            }

            var further = Vector512.Sqrt(second);
            gaps[block] = moved + Least(further - Vector512.Sqrt(best) - (further * Slack));
        }

        return changed;
    }

    // Four coordinates of one cluster at a time stay in registers over all blocks of the chunk.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sum(int first, int end)
    {
        var d = points.Dimensions;
        var into = chunkSums.AsSpan(first / PointBlocks.BlocksInChunk * k * width, k * width);
        for (var c = 0; c < k; c++)
        {
            var own = into.Slice(c * width, width);
            var cluster = Vector512.Create((double)c);
            var j = 0;
            for (; j + 4 <= d; j += 4)
            {
                var (sum0, sum1, sum2, sum3) = (Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero);
                for (var block = first; block < end; block++)
                {
                    var mine = Mine(block, cluster);
                    ref var at = ref Unsafe.Add(ref points.Block(block), j * PointBlocks.Lanes);
                    sum0 += mine * Vector512.LoadUnsafe(ref at);
                    sum1 += mine * Vector512.LoadUnsafe(ref at, PointBlocks.Lanes);
                    sum2 += mine * Vector512.LoadUnsafe(ref at, 2 * PointBlocks.Lanes);
                    sum3 += mine * Vector512.LoadUnsafe(ref at, 3 * PointBlocks.Lanes);
                }

                (own[j], own[j + 1], own[j + 2], own[j + 3]) = (PointBlocks.Sum(sum0), PointBlocks.Sum(sum1), PointBlocks.Sum(sum2), PointBlocks.Sum(sum3));
            }

            for (; j < d; j++)
            {
                var sum = Vector512<double>.Zero;
                for (var block = first; block < end; block++) sum += Mine(block, cluster) * Vector512.LoadUnsafe(ref points.Block(block), (nuint)(j * PointBlocks.Lanes));
                own[j] = PointBlocks.Sum(sum);
            }

            var mass = Vector512<double>.Zero;
            for (var block = first; block < end; block++) mass += Mine(block, cluster);
            own[d] = PointBlocks.Sum(mass);
        }
    }

    // What the points of a block weigh in a cluster.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> Mine(int block, Vector512<double> cluster) =>
        Vector512.BitwiseAnd(Vector512.Equals(Vector512.LoadUnsafe(ref labels[block * PointBlocks.Lanes]), cluster), points.Weights(block));

    // The means of the clusters. One without points is put on the point that lies farthest from its own centre, weight counted; the first of equals.
    private (double[] Centres, bool Filled) Means()
    {
        var d = points.Dimensions;
        var sums = new double[k * width];
        for (var unit = 0; unit < points.Units; unit++)
        {
            for (var i = 0; i < sums.Length; i++) sums[i] += unitSums[(unit * sums.Length) + i];
        }

        var next = new double[k * d];
        var taken = new HashSet<int>();
        for (var c = 0; c < k; c++)
        {
            var mass = sums[(c * width) + d];
            if (mass > 0)
            {
                for (var j = 0; j < d; j++) next[(c * d) + j] = sums[(c * width) + j] / mass;
                continue;
            }

            var (far, most) = (-1, double.NegativeInfinity);
            for (var point = 0; point < points.Count; point++)
            {
                var own = points.Weight(point) * Squared(point);
                if (own > most && !taken.Contains(point)) (far, most) = (point, own);
            }

            taken.Add(far);
            for (var j = 0; j < d; j++) next[(c * d) + j] = points.Coordinate(far, j);
        }

        return (next, taken.Count > 0);
    }

    // Moves the centres and returns the sum of the squared moves. Between them a point's nearest and second nearest centre can come nearer to each other by no more than the two largest moves.
    private double Move(double[] next)
    {
        var (most, second, sum) = (0d, 0d, 0d);
        for (var c = 0; c < k; c++)
        {
            var squared = 0d;
            for (var j = 0; j < points.Dimensions; j++)
            {
                var by = next[(c * points.Dimensions) + j] - Centres[(c * points.Dimensions) + j];
                squared += by * by;
            }

            sum += squared;
            var move = Math.Sqrt(squared);
            if (move > most) (most, second) = (move, most);
            else if (move > second) second = move;
        }

        moved += (most + second) * (1 + Slack);
        Centres = next;
        return sum;
    }

    private double Squared(int point)
    {
        var (sum, centre) = (0d, (int)labels[point] * points.Dimensions);
        for (var j = 0; j < points.Dimensions; j++)
        {
            var by = points.Coordinate(point, j) - Centres[centre + j];
            sum += by * by;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Least(Vector512<double> lanes)
    {
        var four = Vector256.MinNative(lanes.GetLower(), lanes.GetUpper());
        var two = Vector128.MinNative(four.GetLower(), four.GetUpper());
        return Math.Min(two[0], two[1]);
    }
}
