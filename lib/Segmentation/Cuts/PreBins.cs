namespace Segmentation.Cuts;

/// <summary>A sample's values laid into parts, between which cuts may lie.</summary>
internal sealed class PreBins
{
    private PreBins(CutSample sample, int[] times, int[] start, double[] cuts, bool[] isFixed)
    {
        (Sample, Times, Start, Cuts, IsFixed) = (sample, times, start, cuts, isFixed);
        foreach (var time in times) Count += time;
    }

    public CutSample Sample { get; }

    /// <summary>Gets how often each record counts, aligned with the sample's values: 0 for special values.</summary>
    public int[] Times { get; }

    /// <summary>Gets the first record of each part, and the number of records after the last.</summary>
    public int[] Start { get; }

    /// <summary>Gets the lower, closed end of every part but the first.</summary>
    public double[] Cuts { get; }

    /// <summary>Gets whether a cut must be there, aligned with <see cref="Cuts"/>.</summary>
    public bool[] IsFixed { get; }

    /// <summary>Gets the records counted.</summary>
    public int Count { get; }

    /// <summary>Gets the number of parts.</summary>
    public int Parts => Start.Length - 1;

    /// <summary>Returns the parts between which the options let cuts lie.</summary>
    public static PreBins Of(CutSample sample, BinningOptions options) =>
        Of(sample, options, [.. options.FixedCuts.Distinct().Order()], [.. options.Candidates.Distinct().Order()], options.Candidates.IsEmpty ? options.PreBins : 0);

    /// <summary>Returns one part a band between given cuts.</summary>
    public static PreBins Between(CutSample sample, ReadOnlySpan<double> cuts, BinningOptions options) => Of(sample, options, cuts, [], 0);

    private static PreBins Of(CutSample sample, BinningOptions options, ReadOnlySpan<double> forced, ReadOnlySpan<double> candidates, int quantiles)
    {
        var times = WithoutSpecials(sample, options);
        var (distinct, count) = Distinct(sample.Values, times, quantiles);
        var (start, cuts, isFixed) = (new List<int> { 0 }, new List<double>(), new List<bool>());
        var (nextForced, nextCandidate, seen, inPart, next) = (0, 0, 0L, 0, 1L);
        var values = sample.Values;
        for (int i = 0, j; i < values.Length; i = j)
        {
            var (value, here) = (values[i], 0);
            for (j = i; j < values.Length && values[j] == value; j++) here += times[j];
            if (here == 0) continue;

            // A forced cut is there even where no value lies between it and the next.
            var isForced = nextForced < forced.Length && forced[nextForced] <= value;
            for (; nextForced < forced.Length && forced[nextForced] <= value; nextForced++) Add(i, forced[nextForced], true);
            double? chosen = null;
            for (; nextCandidate < candidates.Length && candidates[nextCandidate] <= value; nextCandidate++) chosen ??= candidates[nextCandidate];
            if (!isForced && inPart > 0)
            {
                if (chosen is { } cut) Add(i, cut, false);
                else if (quantiles > 0 && (distinct <= quantiles || seen * quantiles >= next * count)) Add(i, value, false);
            }

            while (seen * quantiles >= next * count) next++;
            seen += here;
            inPart += here;
        }

        for (; nextForced < forced.Length; nextForced++) Add(values.Length, forced[nextForced], true);
        start.Add(values.Length);
        return new(sample, times, [.. start], [.. cuts], [.. isFixed]);

        void Add(int row, double cut, bool must)
        {
            start.Add(row);
            cuts.Add(cut);
            isFixed.Add(must);
            inPart = 0;
        }
    }

    /// <summary>Returns the distinct values that count, at most one more than asked for, and the records that count.</summary>
    private static (int Distinct, long Count) Distinct(ReadOnlySpan<double> values, int[] times, int most)
    {
        var (distinct, count) = (0, 0L);
        var last = double.NaN;
        for (var i = 0; i < values.Length; i++)
        {
            count += times[i];
            if (times[i] == 0 || values[i] == last || distinct > most) continue;
            distinct++;
            last = values[i];
        }

        return (distinct, count);
    }

    private static int[] WithoutSpecials(CutSample sample, BinningOptions options)
    {
        var times = sample.Times.ToArray();
        foreach (var special in options.SpecialValues)
        {
            var at = sample.Values.BinarySearch(special);
            if (at < 0) continue;
            for (var i = at; i >= 0 && sample.Values[i] == special; i--) times[i] = 0;
            for (var i = at + 1; i < times.Length && sample.Values[i] == special; i++) times[i] = 0;
        }

        return times;
    }
}
