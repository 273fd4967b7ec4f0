namespace Segmentation.Cuts;

/// <summary>Finds the k bands of parts with the largest Σ T²/n, for sums T that change and records n that do not.</summary>
internal sealed class MaximalSearch
{
    private readonly int parts;
    private readonly int bands;
    private readonly int[] records;
    private readonly double[] amounts;
    private readonly BandLimits limits;

    public MaximalSearch(PreBins bins, BandLimits limits, int bands)
    {
        (parts, this.bands, this.limits) = (bins.Parts, bands, limits);
        (records, amounts) = (new int[parts + 1], new double[parts + 1]);
        for (var part = 0; part < parts; part++)
        {
            var (count, amount) = (0, 0d);
            for (var i = bins.Start[part]; i < bins.Start[part + 1]; i++)
            {
                count += bins.Times[i];
                amount += bins.Times[i] * bins.Sample.Amounts[i];
            }

            (records[part + 1], amounts[part + 1]) = (records[part] + count, amounts[part] + amount);
        }

        Candidates = [.. Enumerable.Range(1, Math.Max(0, parts - 1)).Where(c => Allowed(0, c) && Allowed(c, parts))];
        Sizes = [.. Candidates.Select(c => records[c])];
    }

    /// <summary>Gets the parts before which a single cut may lie.</summary>
    public int[] Candidates { get; }

    /// <summary>Gets the records below each candidate.</summary>
    public int[] Sizes { get; }

    /// <summary>Returns the largest statistic and the parts before which its cuts lie; none where no bands are allowed.</summary>
    public (double Statistic, int[] Cuts) Best(double[] sums, double variance)
    {
        var work = NewWork();
        var before = bands == 2 ? null : new int[bands + 1, parts + 1];
        var largest = Largest(sums, variance, work, before, out var single);
        if (double.IsNegativeInfinity(largest)) return (0, []);
        if (bands == 2) return (largest, [single]);
        var cuts = new int[bands - 1];
        for (int band = bands, end = parts; band > 1; band--) cuts[band - 2] = end = before![band, end];
        return (largest, cuts);
    }

    /// <summary>Returns the largest statistic.</summary>
    public double Largest(double[] sums, double variance, double[] work) => Largest(sums, variance, work, null, out _);

    public double[] NewWork() => new double[3 * (parts + 1)];

    private double Largest(double[] sums, double variance, double[] work, int[,]? before, out int single)
    {
        single = 0;
        if (variance == 0) return 0;
        var running = work.AsSpan(0, parts + 1);
        running[0] = 0;
        for (var part = 0; part < parts; part++) running[part + 1] = running[part] + sums[part];
        var best = double.NegativeInfinity;
        if (bands == 2)
        {
            foreach (var cut in Candidates)
            {
                var below = running[cut];
                var above = running[parts] - below;
                var value = (below * below / records[cut]) + (above * above / (records[parts] - records[cut]));
                if (value > best) (best, single) = (value, cut);
            }

            return best / variance;
        }

        var here = work.AsSpan(parts + 1, parts + 1);
        var next = work.AsSpan(2 * (parts + 1), parts + 1);
        for (var end = 0; end <= parts; end++) here[end] = Allowed(0, end) ? Of(running, 0, end) : double.NegativeInfinity;
        for (var band = 2; band <= bands; band++)
        {
            next.Fill(double.NegativeInfinity);
            for (var end = band; end <= parts; end++)
            {
                for (var from = band - 1; from < end; from++)
                {
                    if (double.IsNegativeInfinity(here[from]) || !Allowed(from, end)) continue;
                    var value = here[from] + Of(running, from, end);
                    if (!(value > next[end])) continue;
                    next[end] = value;
                    if (before is not null) before[band, end] = from;
                }
            }

            next.CopyTo(here);
        }

        return here[parts] / variance;
    }

    private bool Allowed(int from, int to) => records[to] - records[from] >= Math.Max(1, limits.FewestRecords) && amounts[to] - amounts[from] >= limits.LeastAmount;

    private double Of(ReadOnlySpan<double> running, int from, int to)
    {
        var sum = running[to] - running[from];
        return sum * sum / (records[to] - records[from]);
    }
}
