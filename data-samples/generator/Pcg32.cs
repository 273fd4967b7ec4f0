namespace Segmentation.Samples;

/// <summary>
/// A small pseudo-random generator of our own, so that the bytes of the samples never depend on a runtime's generator.
/// PCG-XSH-RR 64/32: M. E. O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms for Random Number Generation", 2014.
/// </summary>
internal sealed class Pcg32
{
    private const ulong Multiplier = 6364136223846793005;
    private readonly ulong increment;
    private ulong state;

    /// <summary>Starts a generator; two streams of one seed are independent.</summary>
    public Pcg32(ulong seed, ulong stream)
    {
        increment = (stream << 1) | 1;
        NextUInt32();
        state += seed;
        NextUInt32();
    }

    public uint NextUInt32()
    {
        var old = state;
        state = unchecked((old * Multiplier) + increment);
        var shifted = (uint)(((old >> 18) ^ old) >> 27);
        return uint.RotateRight(shifted, (int)(old >> 59));
    }

    /// <summary>Returns a number in [0, 1) with 53 random bits.</summary>
    public double NextDouble() => ((((ulong)NextUInt32() << 32) | NextUInt32()) >> 11) * (1.0 / (1UL << 53));

    /// <summary>Returns an integer in [0, bound). Lemire's multiplication; the bias of at most bound / 2^32 is of no consequence here.</summary>
    public int Below(int bound) => (int)(((ulong)NextUInt32() * (uint)bound) >> 32);

    /// <summary>Returns an integer in [low, high], both ends included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    public bool Chance(double probability) => NextDouble() < probability;

    public T Pick<T>(IReadOnlyList<T> values) => values[Below(values.Count)];

    /// <summary>Returns the position of a weight, drawn in proportion to the weights.</summary>
    public int Weighted(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights) total += weight;
        var at = NextDouble() * total;
        for (var i = 0; i < weights.Length - 1; i++)
        {
            at -= weights[i];
            if (at < 0) return i;
        }

        return weights.Length - 1;
    }

    /// <summary>Returns an approximately standard normal number: the sum of twelve uniforms less six, which needs no library function.</summary>
    public double Normal()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++) sum += NextDouble();
        return sum;
    }

    public double Exponential(double mean) => -mean * StableMath.Log(1 - NextDouble());

    public void Shuffle<T>(IList<T> values)
    {
        for (var i = values.Count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    /// <summary>Returns distinct values drawn without replacement, in the order drawn.</summary>
    public List<T> Sample<T>(IEnumerable<T> values, int count)
    {
        var pool = values.ToList();
        if (pool.Count < count) throw new InvalidOperationException($"{count} values are wanted but only {pool.Count} qualify; lower the count in SamplePlan.");
        for (var i = 0; i < count; i++)
        {
            var j = i + Below(pool.Count - i);
            (pool[i], pool[j]) = (pool[j], pool[i]);
        }

        return pool.GetRange(0, count);
    }
}
