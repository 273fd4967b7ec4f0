using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Clustering;

/// <summary>
/// Points in blocks of eight, coordinate after coordinate, so that one instruction works on eight points. All sums over points are made in one order, whatever the machine: lane by lane inside a chunk, then
/// lanes pairwise, then chunks in order inside a unit, then units in order. Threads share units, never sums; a machine with narrower vectors splits a block of eight, which changes no lane; products are
/// rounded before they are added (no fused multiply-add).
/// </summary>
internal sealed class PointBlocks
{
    /// <summary>Points of a block.</summary>
    public const int Lanes = 8;

    /// <summary>Blocks whose sums are kept together.</summary>
    public const int BlocksInChunk = 16;

    /// <summary>Blocks that one thread takes at a time.</summary>
    public const int BlocksInUnit = 1024;

    // Work (points x centres x coordinates) below which starting threads costs more than it saves.
    private const long WorthThreads = 200_000;

    private readonly double[] coordinates;
    private readonly double[]? weights;
    private readonly ParallelOptions parallel;

    public PointBlocks(PointSet points, ReadOnlySpan<double> weights, int threads)
    {
        (Count, Dimensions, Blocks) = (points.Count, points.Dimensions, (points.Count + Lanes - 1) / Lanes);
        parallel = new() { MaxDegreeOfParallelism = threads };
        coordinates = new double[Blocks * Lanes * Dimensions];
        var (from, d) = (points, Dimensions);
        Each(1, (unit, first, end) =>
        {
            var all = from.Coordinates;
            for (var block = first; block < end; block++)
            {
                for (var lane = 0; lane < Lanes; lane++)
                {
                    // The places left over in the last block repeat its last point and weigh nothing.
                    var point = Math.Min((block * Lanes) + lane, from.Count - 1);
                    for (var j = 0; j < d; j++) coordinates[(((block * d) + j) * Lanes) + lane] = all[(point * d) + j];
                }
            }
        });
        if (weights.IsEmpty) return;
        this.weights = new double[Blocks * Lanes];
        weights.CopyTo(this.weights);
    }

    public int Count { get; }

    public int Dimensions { get; }

    public int Blocks { get; }

    public int Units => (Blocks + BlocksInUnit - 1) / BlocksInUnit;

    public int Chunks => (Blocks + BlocksInChunk - 1) / BlocksInChunk;

    public bool IsWeighted => weights is not null;

    /// <summary>Gets the first coordinate of a block of eight points; the next coordinate stands eight further.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref double Block(int block) => ref coordinates[block * Lanes * Dimensions];

    /// <summary>Returns what the points of a block weigh; 0 in places left over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Weights(int block)
    {
        if (weights is not null) return Vector512.LoadUnsafe(ref weights[block * Lanes]);
        var there = Count - (block * Lanes);
        return there >= Lanes ? Vector512<double>.One : Vector512.ConditionalSelect(Vector512.LessThan(Vector512.Create(0d, 1, 2, 3, 4, 5, 6, 7), Vector512.Create((double)there)), Vector512<double>.One, Vector512<double>.Zero);
    }

    public double Weight(int point) => weights is null ? 1 : weights[point];

    public double Coordinate(int point, int dimension) => coordinates[((((point / Lanes) * Dimensions) + dimension) * Lanes) + (point % Lanes)];

    /// <summary>Runs work on each unit of blocks, on several threads where it is worth it.</summary>
    /// <param name="centres">Centres that each point is held against.</param>
    /// <param name="work">Takes the unit, its first block and the end of its blocks.</param>
    public void Each(int centres, Action<int, int, int> work)
    {
        if (parallel.MaxDegreeOfParallelism == 1 || (long)Count * Dimensions * centres < WorthThreads)
        {
            for (var unit = 0; unit < Units; unit++) One(unit);
        }
        else
        {
            Parallel.For(0, Units, parallel, One);
        }

        void One(int unit) => work(unit, unit * BlocksInUnit, Math.Min(Blocks, (unit + 1) * BlocksInUnit));
    }

    /// <summary>Returns the squared distances of a block's points to a centre.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> SquaredDistances(ref double block, ref double centre, int dimensions)
    {
        var difference = Vector512.LoadUnsafe(ref block) - Vector512.Create(centre);
        var sum = difference * difference;
        for (var j = 1; j < dimensions; j++)
        {
            difference = Vector512.LoadUnsafe(ref block, (nuint)(j * Lanes)) - Vector512.Create(Unsafe.Add(ref centre, j));
            sum += difference * difference;
        }

        return sum;
    }

    /// <summary>Adds eight lanes, always in the same order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector512<double> lanes)
    {
        var four = lanes.GetLower() + lanes.GetUpper();
        var two = four.GetLower() + four.GetUpper();
        return two[0] + two[1];
    }
}
