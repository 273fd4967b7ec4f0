using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Criteria;
using Segmentation.Cuts;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>Tries the ways of cutting one field and holds them against the same accounts.</summary>
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
        (this.data, this.field, this.measure, this.options) = (data, field, measure, options);
        definition = data.Numbers.FirstOrDefault(f => f.Name.Equals(field, StringComparison.OrdinalIgnoreCase));
        limits = BandLimits.Of(data.Framework.Limits);
        (today, nothing) = definition is null ? (CutSample.Of([]), $"no cut is supported: {data.NoField(field)}") : (data.Sample(definition.Name), null);
        nothing ??= Nothing();
        noOutcome = definition is null ? data.NoField(field) : data.NoOutcome(definition.Name);
        if (noOutcome is null) before = data.Sample(definition!.Name, measure);
        if (before is { Values.Length: 0 }) (before, noOutcome) = (null, $"none of the accounts that paid on {DateColumn.Show(data.Window!.From.Date)} has {field}.");
    }

    public CalibrationResult Result()
    {
        List<(CutAlternative Way, bool IsToday)> tried = [.. Fixed()];
        if (nothing is null) tried.AddRange(Found().Select(f => (f, false)));
        var kept = tried.Where(t => t.IsToday).Select(t => t.Way).FirstOrDefault();
        var advice = new CutAdvice(field, definition, measure, options, data, today, before, noOutcome, nothing).Of([.. tried.Select(t => t.Way)], kept);
        ImmutableArray<CutAlternative> all = [.. Measured([.. tried.Select(t => t.Way), new(RecommendedName, advice.Finding) { SawOutcome = advice.SawOutcome }])];
        return new CalibrationResult(data, today, before)
        {
            Field = definition?.Name ?? field,
            Measure = measure,
            Options = options,
            Timing = before is null ? null : data.TimingOf(field),
            NoOutcome = noOutcome,
            Alternatives = all[..^1],
            Recommended = all[^1],
            Blank = CutBands.Blank(today, before, HasArr, Confidence),
            Why = advice.Why,
            Definition = definition,
            Kept = kept is null ? null : all[tried.FindIndex(t => t.IsToday)],
        };
    }

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

    /// <summary>Returns the bands that nobody looks for in the data.</summary>
    private IEnumerable<(CutAlternative Way, bool IsToday)> Fixed()
    {
        foreach (var (dimension, cuts) in TodaysCuts.Of(data.Framework, field)) yield return (new($"today: {dimension.Name}", new($"rules of {dimension.Name}", cuts)) { Unstable = 0 }, true);
        foreach (var (name, cuts) in PlaybookBands.Of(field, options)) yield return (new(name, new(name, cuts)) { Unstable = 0 }, false);
    }

    /// <summary>Returns the bands that the data give.</summary>
    private IEnumerable<CutAlternative> Found()
    {
        var bands = TodaysCuts.Of(data.Framework, field).Select(d => d.Cuts.Length + 1).Append(limits.Fewest).First();
        yield return new("k-means, log scale", KMeansCuts.Find(today, bands, CutScale.Log, CutWeight.Count, limits));
        yield return new("k-means, raw", KMeansCuts.Find(today, bands, CutScale.Raw, CutWeight.Count, limits));
        if (HasArr) yield return new("k-means, log scale, by ARR", KMeansCuts.Find(today, bands, CutScale.Log, CutWeight.Amount, limits));
    }

    private IEnumerable<CutAlternative> Measured(CutAlternative[] ways)
    {
        // On a logarithmic scale where three values in four are on it; the rest are then left out.
        var scale = today.Count > 0 && today.Values[today.Values.Length / 4] > 0 ? CutScale.Log : CutScale.Raw;
        var separation = before is null ? null : new BandSeparation(before, ways.Select(w => w.Finding.Cuts));
        var resampled = separation?.Resampled([.. ways.Select(w => w.Finding.Cuts)], options.Resamples, options.Seed);
        for (var w = 0; w < ways.Length; w++)
        {
            var cuts = ways[w].Finding.Cuts;
            var bands = CutBands.Of(today, before, cuts, HasArr, Confidence);
            yield return ways[w] with
            {
                Bands = bands,
                VarianceFit = BandVariance.Fit(today, cuts, scale),
                Separation = separation?.Of(cuts),
                SeparationInterval = resampled is null ? null : Percentiles(resampled[w], Confidence),
                LimitsBroken = [.. Broken(bands)],
            };
        }
    }

    private IEnumerable<string> Broken(ImmutableArray<CutBand> bands)
    {
        if (bands.Length < limits.Fewest) yield return string.Create(CultureInfo.InvariantCulture, $"{bands.Length} bands, fewer than {limits.Fewest}");
        if (bands.Length > limits.Most) yield return string.Create(CultureInfo.InvariantCulture, $"{bands.Length} bands, more than {limits.Most}");
        if (today.Count == 0) yield break;
        var (largest, smallest) = (bands.Max(b => b.Share!.Value), bands.Min(b => b.Accounts));
        if (largest > limits.LargestShare) yield return $"largest band {CalibrationWords.Share(largest)}, above {CalibrationWords.Share(limits.LargestShare)}";
        if (smallest < limits.FewestRecords) yield return string.Create(CultureInfo.InvariantCulture, $"smallest band below {limits.FewestRecords} accounts");
    }

    private static Interval? Percentiles(double[] values, double confidence)
    {
        double[] there = [.. values.Where(v => !double.IsNaN(v)).Order()];
        return there.Length == 0 ? null : new(Quantile.OfSorted(there, (1 - confidence) / 2), Quantile.OfSorted(there, (1 + confidence) / 2));
    }
}
