using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Cuts;
using Segmentation.Statistics;

namespace Segmentation.Calibrate;

/// <summary>Asks how sure cuts are: what they would have been with other accounts, and with older or newer ones.</summary>
public static class CutStability
{
    /// <summary>Finds the cuts in many resamples of the accounts and says how far they wander.</summary>
    /// <param name="sample">The sample; accounts without a value are not drawn.</param>
    /// <param name="finder">The way of cutting. A finder that chooses the number of bands may find another number in a resample.</param>
    /// <param name="options">Resamples, seed, confidence. Default <see cref="CutStabilityOptions.Default"/>.</param>
    /// <remarks>
    /// <para>The interval is the percentile interval of the matched cuts, drawn down to the value below its lower end, as every cut between two values makes the same bands. How often it holds the cut of the
    /// whole population was simulated at a confidence of 95%. K-means into two and three bands of log-normal values: 94% to 97% (300 and 1,000 accounts). <see cref="OptimalBinning"/> into two bands: 98% to 99% at
    /// a true step of the event rate (.3, .25, .5 to .1; 400 to 1,200 accounts), 94% where the rate has a slope and no step. The best cut of all, without parts: 92% to 99%. The standard error of each is 1 to 2
    /// points. A cut that is best for an outcome converges at the cube root of the sample or faster, where the bootstrap has no theory (J. Kim and D. Pollard, The Annals of Statistics 18(1), 1990, 191-219;
    /// B. Sen, M. Banerjee and M. Woodroofe, The Annals of Statistics 38(4), 2010, 1953-1977); its interval is wide rather than wrong here. The interval does not say whether there is anything to cut: k-means
    /// parts a single hump too.</para>
    /// <para>The accounts that change tier are counted among those of the sample, with the cuts of the sample against those of each resample. Cuts are matched one to one in order; where a resample finds
    /// another number, so that their ranks (shares of the accounts below) are closest together.</para>
    /// </remarks>
    public static CutStabilityResult Estimate(CutSample sample, CutFinder finder, CutStabilityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(finder);
        options ??= CutStabilityOptions.Default;
        var (finding, sizes) = (finder(sample), new CutSizes(sample));
        var found = sample.Count == 0 ? [] : Resampled(sample, finder, options);
        var moved = found.Select(f => sizes.Changed(finding.Cuts.AsSpan(), f.AsSpan())).ToArray();
        return new()
        {
            Options = options,
            Finding = finding,
            Accounts = sample.Count,
            Cuts = Spreads(finding.Cuts, found, sizes, options),
            CutCounts = [.. found.GroupBy(f => f.Length).OrderBy(g => g.Key).Select(g => new CutCountShare(g.Key, (double)g.Count() / found.Length))],
            AccountsChange = TierChange.Of(moved.Select(m => (double)m.Records / sizes.Records)),
            ArrChange = sizes.Amount > 0 ? TierChange.Of(moved.Select(m => m.Amount / sizes.Amount)) : null,
        };
    }

    /// <summary>Finds the cuts in the older and in the newer half of the accounts and holds their difference against that of halves drawn at random.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="age">One number a row of the input that the sample was made of (<see cref="CutSample.Rows"/>): the larger, the older, in any unit. Accounts with NaN are left out, and counted.</param>
    /// <param name="finder">The way of cutting.</param>
    /// <param name="options">Random halves, seed, confidence. Default <see cref="CutStabilityOptions.Default"/>.</param>
    /// <exception cref="ArgumentException">There is no age for a row of the sample, or the sample is a resample.</exception>
    /// <remarks>A permutation test: were age without meaning, the true halves would be one more pair of random ones. p = (1 + random pairs in which as many or more accounts change tier) / (1 + pairs)
    /// (B. Phipson and G. K. Smyth, Statistical Applications in Genetics and Molecular Biology 9(1), 2010, article 39).</remarks>
    public static CutHalvesResult Halves(CutSample sample, ReadOnlySpan<double> age, CutFinder finder, CutStabilityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(finder);
        options ??= CutStabilityOptions.Default;
        var (places, ages) = (new List<int>(), new List<double>());
        for (var i = 0; i < sample.Values.Length; i++)
        {
            if (sample.Rows[i] >= age.Length) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"age has {age.Length} values but the sample holds row {sample.Rows[i]}; it needs one a row of the input."), nameof(age));
            if (sample.Times[i] != 1) throw new ArgumentException("the sample is a resample; halves are taken of records that count once.", nameof(sample));
            if (double.IsNaN(age[sample.Rows[i]])) continue;
            places.Add(i);
            ages.Add(age[sample.Rows[i]]);
        }

        // Oldest first; accounts of one age go by their row.
        int[] order = [.. Enumerable.Range(0, places.Count).OrderByDescending(p => ages[p]).ThenBy(p => sample.Rows[places[p]])];
        int[] oldest = [.. order.Select(p => places[p])];
        var there = new int[sample.Values.Length];
        foreach (var place in places) there[place] = 1;
        var sizes = new CutSizes(sample.Resample(there));
        var (older, newer) = Pair(oldest);
        var change = sizes.Changed(older.Cuts.AsSpan(), newer.Cuts.AsSpan());
        var random = new (int Records, double Amount)[oldest.Length < 2 ? 0 : options.Resamples];
        Parallel.For(0, random.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Threads ?? Environment.ProcessorCount }, r =>
        {
            int[] shuffled = [.. places];
            new SeededRandom(options.Seed, r).Shuffle(shuffled.AsSpan());
            var (first, second) = Pair(shuffled);
            random[r] = sizes.Changed(first.Cuts.AsSpan(), second.Cuts.AsSpan());
        });
        return new()
        {
            Options = options,
            Older = older,
            Newer = newer,
            OlderAccounts = oldest.Length / 2,
            NewerAccounts = oldest.Length - (oldest.Length / 2),
            WithoutAge = sample.Values.Length - oldest.Length,
            AccountsThatChange = change.Records,
            AccountsShare = sizes.Records == 0 ? 0 : (double)change.Records / sizes.Records,
            ArrShare = sizes.Amount > 0 ? change.Amount / sizes.Amount : null,
            AtRandom = TierChange.Of(random.Select(m => (double)m.Records / sizes.Records)),
            PValue = random.Length == 0 ? null : (1d + random.Count(m => m.Records >= change.Records)) / (1 + random.Length),
        };

        (CutFinding First, CutFinding Second) Pair(int[] ordered)
        {
            var (first, second) = (new int[there.Length], new int[there.Length]);
            for (var p = 0; p < ordered.Length; p++) (p < ordered.Length / 2 ? first : second)[ordered[p]] = 1;
            return (finder(sample.Resample(first)), finder(sample.Resample(second)));
        }
    }

    /// <summary>Returns the cuts of each resample. What was drawn counts: of a sample that is itself a resample, each record as often as it is counted.</summary>
    private static ImmutableArray<ImmutableArray<double>> Resampled(CutSample sample, CutFinder finder, CutStabilityOptions options)
    {
        var n = sample.Values.Length;
        var place = new int[sample.Count];
        for (int i = 0, at = 0; i < n; i++)
        {
            for (var t = 0; t < sample.Times[i]; t++) place[at++] = i;
        }

        return Bootstrap.Run(sample.Count, options.Resamples, options.Seed, Cuts, options.Threads);

        ImmutableArray<double> Cuts(int[] drawn)
        {
            // The finder may keep its sample; the counts of a draw are written over by the next.
            var times = new int[n];
            for (var i = 0; i < drawn.Length; i++) times[place[i]] += drawn[i];
            return finder(sample.Resample(times)).Cuts;
        }
    }

    private static ImmutableArray<CutSpread> Spreads(ImmutableArray<double> cuts, ImmutableArray<ImmutableArray<double>> found, CutSizes sizes, CutStabilityOptions options)
    {
        if (cuts.IsEmpty) return [];
        var positions = cuts.Select(_ => new List<double>()).ToArray();
        double[] ranks = [.. cuts.Select(sizes.Rank)];
        foreach (var resample in found)
        {
            var match = CutMatching.Match(ranks, [.. resample.Select(sizes.Rank)]);
            for (var i = 0; i < match.Length; i++)
            {
                if (match[i] >= 0) positions[i].Add(resample[match[i]]);
            }
        }

        return [.. cuts.Select((cut, i) => Spread(cut, [.. positions[i].Order()], found.Length, sizes, options))];
    }

    private static CutSpread Spread(double cut, ImmutableArray<double> positions, int resamples, CutSizes sizes, CutStabilityOptions options)
    {
        if (positions.IsEmpty) return new(cut, positions);
        var between = positions.Select(p => sizes.Between(cut, p)).ToArray();
        var percentile = Bootstrap.PercentileInterval(positions, options.Confidence);
        return new(cut, positions)
        {
            Interval = new(sizes.Previous(percentile.Low), percentile.High),
            Median = Quantile.OfSorted(positions.AsSpan(), 0.5),
            Matched = (double)positions.Length / resamples,
            Near = (double)between.Count(b => b.Records <= options.Near * sizes.Records) / resamples,
            AccountsBetween = between.Average(b => (double)b.Records / sizes.Records),
            ArrBetween = sizes.Amount > 0 ? between.Average(b => b.Amount / sizes.Amount) : null,
        };
    }
}
