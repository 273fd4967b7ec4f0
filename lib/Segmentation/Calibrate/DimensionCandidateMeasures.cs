using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Cuts;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Calibrate;

/// <summary>Holds candidates against what accounts pay, how they behave and what became of them.</summary>
internal sealed class DimensionCandidateMeasures
{
    private readonly CalibrationData data;
    private readonly OutcomeMeasure measure;
    private readonly DimensionCandidateOptions options;
    private readonly double[] arr;
    private readonly double[]? outcome;

    public DimensionCandidateMeasures(CalibrationData data, OutcomeMeasure measure, DimensionCandidateOptions options)
    {
        (this.data, this.measure, this.options) = (data, measure, options);
        arr = data.Today.Arr is { } today ? today.Values.ToArray() : [];
        outcome = data.Window?.Target(measure) switch
        {
            BinaryTarget yes => [.. yes.Event.Select(e => e ? 1d : 0)],
            ContinuousTarget number => [.. number.Value],

            // All are watched to one day: whoever was seen last without the event stands after whoever had it on that day.
            CensoredTarget time => [.. time.Time.Zip(time.Event, (t, e) => e ? t : t + 0.5)],
            _ => null,
        };
    }

    /// <summary>Gets the name of the outcome as tables have it.</summary>
    public string OutcomeName => NameOf(measure);

    /// <summary>Returns the name of a measure as tables have it.</summary>
    public static string NameOf(OutcomeMeasure measure) => measure switch
    {
        OutcomeMeasure.NetRetention => "net retention",
        OutcomeMeasure.TimeToChurn => "time to churn",
        _ => measure.ToString().ToLowerInvariant(),
    };

    /// <summary>Returns a candidate with its shares, segments and tests; p-values not yet corrected.</summary>
    /// <param name="groups">Its segments.</param>
    /// <param name="stream">Its number: where its random orders come from.</param>
    public DimensionCandidate Of(DimensionCandidateGroups groups, int stream)
    {
        var k = groups.Names.Length;
        var (count, paid, watched) = (new int[k], new double[k], new int[k]);
        var allPaid = 0d;
        for (var r = 0; r < groups.Today.Length; r++)
        {
            var pays = arr.Length > 0 && arr[r] > 0 ? arr[r] : 0;
            allPaid += pays;
            if (groups.Today[r] < 0) continue;
            count[groups.Today[r]]++;
            paid[groups.Today[r]] += pays;
        }

        foreach (var g in groups.Start)
        {
            if (g >= 0) watched[g]++;
        }

        var late = LateFields(groups);
        var became = outcome is null || late.Length > 0 ? new double?[k] : Became(groups.Start, k);
        var filled = count.Sum();
        var held = count.Count(c => c > 0);
        return new DimensionCandidate(groups.Name, groups.IsField, groups.Fields, groups.How)
        {
            Accounts = filled,
            AccountShare = groups.Today.Length == 0 ? 0 : (double)filled / groups.Today.Length,
            ArrShare = allPaid > 0 ? paid.Sum() / allPaid : null,
            Segments = [.. Enumerable.Range(0, k).Where(g => count[g] > 0).Select(g => new DimensionCandidateSegment(groups.Names[g], count[g], arr.Length > 0 ? paid[g] : null, watched[g], became[g]))],
            Evenness = held < 2 ? 0 : MutualInformation.Entropy(count, filled) / Math.Log(held),
            Arr = OfArr(groups, stream),
            Behaviour = OfBehaviour(groups, stream),
            Outcome = OfOutcome(groups, late, stream),
            Notes = Notes(groups),
        };
    }

    private DimensionCandidateTest OfArr(DimensionCandidateGroups groups, int stream)
    {
        if (arr.Length == 0) return new("arr") { Refused = "the exports hold no ARR" };
        return groups.Fields.Contains("arr", StringComparer.OrdinalIgnoreCase) ? new("arr") { Refused = "it is made of ARR" } : Test("arr", [.. arr.Select(a => Math.Log(a))], groups.Today, 3 * stream);
    }

    private DimensionCandidateTest OfBehaviour(DimensionCandidateGroups groups, int stream)
    {
        foreach (var field in options.Behaviour)
        {
            if (data.Today.Fields.Find(field) is not NumberColumn column || groups.Fields.Contains(column.Name, StringComparer.OrdinalIgnoreCase) || column.NullCount == column.Length) continue;
            return Test(column.Name, column.Values.ToArray(), groups.Today, (3 * stream) + 1, isRanked: true);
        }

        return new("behaviour") { Refused = "no field of behaviour stands beside it" };
    }

    private DimensionCandidateTest OfOutcome(DimensionCandidateGroups groups, string[] late, int stream)
    {
        if (outcome is null || data.Window is not { } window) return new(OutcomeName) { Refused = $"nothing is known of what became of the accounts: {data.NoWindow?.TrimEnd('.')}" };
        if (late.Length > 0)
        {
            return new(OutcomeName)
            {
                Refused = string.Create(CultureInfo.InvariantCulture,
                    $"{string.Join(" and ", late)} {(late.Length == 1 ? "is" : "are")} known as of {DateColumn.Show(data.Today.AsOf.Date)} only, but the outcome is watched from {DateColumn.Show(window.From.Date)} to {DateColumn.Show(window.To.Date)}: what happened may have made the value"),
            };
        }

        var isBinary = measure is OutcomeMeasure.Churned or OutcomeMeasure.Expanded;
        return Test(OutcomeName, outcome, groups.Start, (3 * stream) + 2, isRanked: !isBinary, isBinary);
    }

    /// <summary>Tests the accounts that have both a segment and a finite value.</summary>
    private DimensionCandidateTest Test(string of, double[] values, int[] groups, int stream, bool isRanked = false, bool isBinary = false)
    {
        int[] rows = [.. Enumerable.Range(0, groups.Length).Where(r => groups[r] >= 0 && double.IsFinite(values[r]))];
        var (x, g) = (rows.Select(r => values[r]).ToArray(), rows.Select(r => groups[r]).ToArray());
        var test = new DimensionCandidateTest(of) { Accounts = rows.Length };
        var sizes = g.GroupBy(i => i).Select(s => s.Count()).ToArray();
        if (sizes.Length < 2) return test with { Refused = "fewer than two segments hold accounts with a value" };
        if (x.All(v => v == x[0])) return test with { Refused = "all accounts have the same value" };
        if (isRanked) x = KruskalWallisTest.MidRanks(x);
        var analysis = AnalysisOfVariance.Of(x, g, data.Framework.Limits.Confidence);
        if (double.IsNaN(analysis.EtaSquared)) return test with { Refused = "too few accounts" };
        var counts = isBinary ? ChiSquareTest.Of(Counts(x, g)) : null;
        var isPermuted = counts is null ? sizes.Min() < options.FewestExpected : counts.SmallestExpected < options.FewestExpected;
        return test with
        {
            Strength = counts?.CorrectedCramersV ?? Math.Sqrt(analysis.Corrected),
            Interval = new(Math.Sqrt(analysis.Interval.Low), Math.Sqrt(analysis.Interval.High)),
            IsPermuted = isPermuted,
            PValue = isPermuted ? GroupPermutation.PValue(x, g, options.Orders, new SeededRandom(data.Options.Seed, stream))
                : counts?.PValue ?? (isRanked ? KruskalWallisTest.Of(x, g).PValue : analysis.PValue),
        };
    }

    /// <summary>Returns, a segment a row, how often the answer is no and how often yes.</summary>
    private static int[][] Counts(double[] answers, int[] groups)
    {
        var counts = Enumerable.Range(0, groups.Max() + 1).Select(_ => new int[2]).ToArray();
        for (var r = 0; r < groups.Length; r++) counts[groups[r]][answers[r] > 0 ? 1 : 0]++;
        return counts;
    }

    /// <summary>Returns what became of the accounts of each segment; null where none was watched.</summary>
    private double?[] Became(int[] start, int k)
    {
        var window = data.Window!;
        var (numerator, denominator) = (new double[k], new double[k]);
        for (var r = 0; r < start.Length; r++)
        {
            if (start[r] < 0) continue;
            var (part, whole) = measure switch
            {
                OutcomeMeasure.NetRetention => (window.ArrAtEnd[r], window.Records.Arr!.Values[r]),
                OutcomeMeasure.TimeToChurn => (window.Churned[r] ? 1 : 0, 1),
                _ => (outcome![r], 1d),
            };
            numerator[start[r]] += part;
            denominator[start[r]] += whole;
        }

        return [.. numerator.Zip(denominator, (a, b) => b > 0 ? a / b : (double?)null)];
    }

    private string[] LateFields(DimensionCandidateGroups groups) => [.. groups.Fields.Where(f => data.TimingOf(f) == FeatureTiming.AfterOutcome)];

    private ImmutableArray<string> Notes(DimensionCandidateGroups groups)
    {
        if (data.Window is not { } window || LateFields(groups).Length > 0) return [];
        var assumed = groups.Fields.Where(f => data.TimingOf(f) == FeatureTiming.AssumedUnchanged).ToArray();
        return assumed.Length == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{string.Join(" and ", assumed)} taken as unchanged since {DateColumn.Show(window.From.Date)}.")];
    }
}
