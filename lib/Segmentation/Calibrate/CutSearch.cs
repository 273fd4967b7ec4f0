using System.Collections.Immutable;
using System.Globalization;
using MathNet.Numerics.Distributions;
using Segmentation.Criteria;
using Segmentation.Cuts;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>Tries the ways of cutting one field, decides which is recommended, and holds all of them against the same accounts.</summary>
internal sealed class CutSearch
{
    /// <summary>What the recommended way is called.</summary>
    public const string RecommendedName = "recommended";

    private readonly CalibrationData data;
    private readonly string field;
    private readonly OutcomeMeasure measure;
    private readonly CalibrationOptions options;
    private readonly FieldDefinition? definition;
    private readonly CutSample today;
    private readonly CutSample? before;
    private readonly string? nothing;
    private readonly string? noOutcome;
    private readonly BandLimits limits;

    public CutSearch(CalibrationData data, string field, OutcomeMeasure measure, CalibrationOptions options)
    {
        (this.data, this.measure, this.options) = (data, measure, options);
        definition = data.Numbers.FirstOrDefault(f => f.Name.Equals(field, StringComparison.OrdinalIgnoreCase));
        this.field = definition?.Name ?? field;
        limits = BandLimits.Of(data.Framework.Limits);
        (today, nothing) = definition is null ? (CutSample.Of([]), $"no cut is supported: {data.NoField(field)}") : (data.Sample(definition.Name), null);
        nothing ??= Nothing();
        noOutcome = definition is null ? data.NoField(field) : data.NoOutcome(definition.Name);
        if (noOutcome is null) before = data.Sample(this.field, measure);
        if (before is { Values.Length: 0 }) (before, noOutcome) = (null, $"none of the accounts that paid on {DateColumn.Show(data.Window!.From.Date)} has {this.field}.");
    }

    public CalibrationResult Result()
    {
        var search = new CutWays(data, field, options, today, before, limits);
        List<CutWay> ways = [.. search.Fixed()];
        var kept = ways.Find(w => w.IsToday);
        var count = CutCount.Choose(today, CutScale.Log, CutWeight.Count, limits, CutCountOptions.Default with { Seed = options.Seed });
        if (nothing is null) ways.AddRange(search.Found(kept is not null && Allowed(kept.Finding.Bands) ? kept.Finding.Bands : Allowed(count.Bands) ? count.Bands : limits.Fewest));

        // Every way gives some cuts; those of the values alone are a start only where the values are more grouped than evenly spread ones.
        var start = ways.Find(w => w.Name == CutWays.Supervised && !w.Finding.Cuts.IsEmpty) ?? (count.IsSupported ? ways.Find(w => w.Name == CutWays.Unsupervised && !w.Finding.Cuts.IsEmpty) : null);
        var stability = start?.Finder is null ? null : Stability(start, options.Resamples);
        var rounded = start is null ? null : Rounded(start, ways, stability!);
        var separation = before is null ? null : new BandSeparation(before, [.. ways.Select(w => w.Finding.Cuts), Whole(rounded?.Finding.Cuts ?? [])]);
        var gain = Gain(separation, start, rounded, kept);
        var advice = new CutAdvice
        {
            Field = field,
            Definition = definition,
            Measure = measure,
            Data = data,
            Options = options,
            Today = today,
            Before = before,
            NoOutcome = noOutcome,
            Nothing = nothing,
            NotGrouped = count.IsSupported ? null : count.Reason,
            Kept = kept,
            Start = start,
            Chosen = ways.Find(w => w.Name == CutWays.Supervised),
            Cuts = Whole(rounded?.Finding.Cuts ?? []),
            Stability = stability,
            Gain = gain,
            KeptBroken = kept is null ? [] : [.. Broken(kept.Finding.Cuts)],
            Broken = rounded is null ? [] : [.. Broken(Whole(rounded.Finding.Cuts))],
        };
        var recommended = new CutWay(RecommendedName, advice.Finding) { SawOutcome = start?.SawOutcome == true && advice.IsChange, Optimism = advice.IsChange ? start?.Optimism ?? 0 : 0 };
        ImmutableArray<CutAlternative> all = [.. Measured([.. ways, recommended], separation)];
        return new CalibrationResult(data, today, before)
        {
            Field = field,
            Measure = measure,
            Options = options,
            Timing = before is null ? null : data.TimingOf(field),
            NoOutcome = noOutcome,
            Alternatives = all[..^1],
            Recommended = all[^1] with { Unstable = advice.IsChange ? stability?.AccountsChange?.Median : all[^1].Unstable },
            Blank = CutBands.Blank(today, before, HasArr, Confidence),
            Words = render => [.. advice.Words(render)],
            Stability = stability,
            Rounding = rounded,
            Count = new() { Field = field, Choice = count },
            Test = ways.Find(w => w.Name == CutWays.Supervised)?.Test,
            Definition = definition,
            Kept = kept is null ? null : all[ways.IndexOf(kept)],
            Start = start,
        };
    }

    private bool Allowed(int bands) => bands >= limits.Fewest && bands <= limits.Most;

    private bool HasArr => data.Today.Arr is not null;

    private double Confidence => data.Framework.Limits.Confidence;

    /// <summary>Returns why no cut can be looked for; null where one can.</summary>
    private string? Nothing()
    {
        if (today.Count == 0) return $"no cut is supported: no account has {field}.";
        if (today.Values[0] == today.Values[^1]) return $"no cut is supported: every account with a value has {field} {CalibrationWords.Value(today.Values[0], definition)}.";
        return today.Count < options.FewestAccounts
            ? string.Create(CultureInfo.InvariantCulture, $"no cut is supported: {today.Count:#,0} accounts have {field}, and below {options.FewestAccounts:#,0} each is managed by itself.")
            : null;
    }

    private CutSample SampleOf(CutWay way) => way.SawOutcome ? before! : today;

    private CutStabilityResult Stability(CutWay way, int resamples) =>
        CutStability.Estimate(SampleOf(way), way.Finder!, CutStabilityOptions.Default with { Field = field, Resamples = resamples, Seed = options.Seed, Confidence = Confidence });

    private RoundCutsResult Rounded(CutWay start, IEnumerable<CutWay> ways, CutStabilityResult stability)
    {
        var candidates = ways.Where(w => w.Finder is null).SelectMany(w => w.Finding.Cuts.Select(c => new RoundCandidate(c, w.Name))).ToArray();
        var sample = SampleOf(start);
        var objective = start.SawOutcome ? CutSeparation.OfOutcome(sample) : CutSeparation.GoodnessOfFit(sample);
        return RoundCuts.Nearest(start.Finding, sample, objective, candidates, RoundCutsOptions.Default with { Field = field, Limits = limits }, stability);
    }

    // Of whole numbers, a cut at 2.5 and one at 3 are the same.
    private ImmutableArray<double> Whole(ImmutableArray<double> cuts) => definition?.Type == FieldType.Whole ? [.. cuts.Select(Math.Ceiling).Distinct()] : cuts;

    /// <summary>Returns by how much the rounded cuts separate the outcome better than today's; null where the two cannot be held against each other.</summary>
    private SeparationGain? Gain(BandSeparation? separation, CutWay? start, RoundCutsResult? rounded, CutWay? kept)
    {
        if (separation is null || start is null || rounded is null || kept is null) return null;
        var cuts = Whole(rounded.Finding.Cuts);
        if (separation.Of(cuts) is not { } now || separation.Of(kept.Finding.Cuts) is not { } then) return null;
        var resampled = separation.Resampled([cuts, kept.Finding.Cuts], options.Resamples, options.Seed);
        ImmutableArray<double> gains = [.. resampled[0].Zip(resampled[1], (a, b) => a - b - start.Optimism).Where(g => !double.IsNaN(g))];
        if (gains.IsEmpty) return null;
        var mean = gains.Average();
        var error = Math.Sqrt(gains.Sum(g => (g - mean) * (g - mean)) / Math.Max(1, gains.Length - 1));
        var detectable = (Normal.InvCDF(0, 1, (1 + Confidence) / 2) + Normal.InvCDF(0, 1, options.Power)) * error;
        return new(now - start.Optimism, then, Bootstrap.PercentileInterval(gains, Confidence), detectable);
    }

    private IEnumerable<CutAlternative> Measured(CutWay[] ways, BandSeparation? separation)
    {
        var resampled = separation?.Resampled([.. ways.Select(w => w.Finding.Cuts)], options.Resamples, options.Seed);

        // On a logarithmic scale where three values in four are on it; the rest are then left out.
        var fit = today.Count == 0 || today.Values[0] == today.Values[^1] ? null
            : CutSeparation.GoodnessOfFit(today, today.Values[today.Values.Length / 4] > 0 ? CutScale.Log : CutScale.Raw);
        for (var w = 0; w < ways.Length; w++)
        {
            var (way, cuts) = (ways[w], ways[w].Finding.Cuts);
            yield return new CutAlternative(way.Name, way.Finding)
            {
                Bands = CutBands.Of(today, before, cuts, HasArr, Confidence),
                SawOutcome = way.SawOutcome,
                VarianceFit = fit?.Invoke([.. cuts]),
                Separation = separation?.Of(cuts) - way.Optimism,
                SeparationInterval = resampled is null || cuts.IsEmpty ? null : Shifted(resampled[w], way.Optimism),
                Unstable = way.Finder is null ? way.Name == RecommendedName ? null : 0 : cuts.IsEmpty ? null : Stability(way, options.ComparisonResamples).AccountsChange?.Median,
                LimitsBroken = [.. Broken(cuts)],
            };
        }
    }

    private IEnumerable<string> Broken(ImmutableArray<double> cuts) => today.Count == 0 ? [] : BandFeasibility.Check(today, cuts.AsSpan(), limits).Select(s => s.Words);

    private Interval? Shifted(double[] values, double optimism)
    {
        ImmutableArray<double> there = [.. values.Where(v => !double.IsNaN(v)).Select(v => v - optimism)];
        return there.IsEmpty ? null : Bootstrap.PercentileInterval(there, Confidence);
    }
}
