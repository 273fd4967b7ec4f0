using System.Collections.Immutable;
using Segmentation.Assign;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Outcome;

/// <summary>Answers how the accounts of each segment are: health score, NPS, usage, where the exports hold them.</summary>
public static class SegmentHealth
{
    /// <summary>Returns score, median and blanks of every segment, and how it differs from all others.</summary>
    /// <param name="workspace">The workspace, cleaned.</param>
    /// <param name="framework">The framework.</param>
    /// <param name="dimension">The name of a dimension of accounts, in any case.</param>
    /// <param name="options">Date and margins; <see cref="SegmentHealthOptions.Default"/> where null.</param>
    /// <returns>A result that says why where the exports hold none of it. Segments and values are of one date.</returns>
    /// <exception cref="ArgumentException">The framework divides accounts by no such dimension.</exception>
    /// <remarks>Means: Student's interval, differences by Welch's test, all segments at once by <see cref="KruskalWallisTest"/>. NPS: promoters and detractors of one account are dependent, joined by <see cref="ProportionContrast"/>. Describes
    /// the accounts with a value: who was scored, or answered, may be the better or the worse part, so that the share of blanks stands beside.</remarks>
    public static SegmentHealthResult Of(Workspace workspace, SegmentationFramework framework, string dimension, SegmentHealthOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentException.ThrowIfNullOrEmpty(dimension);
        options ??= SegmentHealthOptions.Default;
        if (framework.DimensionsOf(EntityKind.Accounts).IsEmpty) return new() { Dimension = dimension, Options = options, Reason = "the framework divides accounts by no dimension." };
        var place = framework.DimensionsOf(EntityKind.Accounts).FirstOrDefault(d => d.Name.Equals(dimension, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"the framework divides accounts by no dimension called '{dimension}'. It has {string.Join(", ", framework.DimensionsOf(EntityKind.Accounts).Select(d => $"'{d.Name}'"))}.", nameof(dimension));
        var none = new SegmentHealthResult { Dimension = place.Name, Options = options };
        if (workspace.Find(EntityKind.Accounts) is not { } accounts) return none with { Reason = "the exports hold no accounts." };
        var (date, isPast) = (options.AsOf?.Date ?? workspace.AsOf.Date, options.AsOf?.Date < workspace.AsOf.Date);
        var assigned = isPast ? OutcomeSegments.At(workspace, framework, OutcomeOptions.Default, null, date).Assigned : Assignment.Run(framework, FrameworkRecords.Take(workspace, framework, EntityKind.Accounts));
        if (assigned.Records.Arr is { } arr) assigned = OutcomeSegments.Rows(assigned, [.. Enumerable.Range(0, assigned.Records.Count).Where(r => arr[r] > 0)]);
        var segments = assigned.Dimensions.First(d => d.Dimension.Name == place.Name);
        var sources = new RecordSources(workspace, isPast ? date : null);
        var rowOf = sources.AccountsOf(assigned.Records.Ids);
        var derived = new DerivedFieldValues(sources);
        (SegmentHealthMeasure Measure, bool IsShare, ImmutableArray<double> Values)[] measures =
        [
            .. Enum.GetValues<SegmentHealthMeasure>().Select(m => (Measure: m, Column: Column(m))).Where(m => m.Column is { } c && c.NullCount < c.Length)
                .Select(m => (m.Measure, m.Measure != SegmentHealthMeasure.Nps && m.Column!.Format == NumberFormat.Share, rowOf.Select(r => r < 0 ? double.NaN : m.Column![r] ?? double.NaN).ToImmutableArray())),
        ];
        var rows = measures.SelectMany(m => Rows(m.Measure, m.IsShare, m.Values, segments, options)).ToImmutableArray();
        return none with
        {
            AsOf = date,
            Rows = rows,
            Tests = [.. measures.Where(m => rows.Any(r => r.Measure == m.Measure)).Select(m => Test(m.Measure, m.Values, segments))],
            WithoutSegment = segments.Segment.Count(s => s < 0),
            NoHealthScore = isPast && accounts.Find(Role.HealthScore) is not null,
            Reason = rows.IsEmpty ? "the exports hold no health score, no NPS and no usage of these accounts on that date." : null,
        };

        NumberColumn? Column(SegmentHealthMeasure measure) => measure switch
        {
            SegmentHealthMeasure.HealthScore => isPast ? null : accounts.Find(Role.HealthScore) as NumberColumn,
            SegmentHealthMeasure.Usage when derived.Of(EntityKind.Accounts, SnakeName.Of(SegmentHealthMeasure.ActiveShare)) is not null => null,
            _ => derived.Of(EntityKind.Accounts, SnakeName.Of(measure)) as NumberColumn,
        };
    }

    private static IEnumerable<SegmentHealthRow> Rows(SegmentHealthMeasure measure, bool isShare, ImmutableArray<double> values, DimensionAssignment place, SegmentHealthOptions options)
    {
        int[] known = [.. Enumerable.Range(0, values.Length).Where(r => place.Segment[r] >= 0 && double.IsFinite(values[r]))];
        if (known.Length == 0) yield break;
        var all = known.Select(r => values[r]).ToArray();
        var spread = Spread(all);
        var found = place.Dimension.Segments.Select((s, i) => One(s.Name, place.Segment.Count(x => x == i), [.. known.Where(r => place.Segment[r] == i).Select(r => values[r])], [.. known.Where(r => place.Segment[r] != i).Select(r => values[r])])).ToArray();
        var corrected = HolmCorrection.Of([.. found.Select(f => f.DifferenceInterval is null ? double.NaN : f.PValue)]);
        yield return One(string.Empty, place.Segment.Count(s => s >= 0), all, []) with { Segment = null, Verdict = null };
        for (var i = 0; i < found.Length; i++)
        {
            var margin = measure == SegmentHealthMeasure.Nps ? options.NpsMargin : options.Margin * spread;
            yield return found[i].DifferenceInterval is not { } difference || !(margin > 0) ? found[i] : found[i] with
            {
                PValue = corrected[i],
                Verdict = Verdicts.Of(difference, margin, corrected[i] <= 1 - options.Confidence),
                Detectable = DetectableEffect.Of(found[i].Difference!.Value, difference, options.Confidence, options.Power),
            };
        }

        SegmentHealthRow One(string name, int accounts, double[] own, double[] others)
        {
            var row = new SegmentHealthRow(measure, name, isShare, accounts, own.Length, null, null, null, null, null, null, 1, OutcomeVerdict.Inconclusive, double.NaN);
            if (own.Length == 0) return row;
            var sorted = own.Order().ToArray();
            row = row with { Median = Quantile.OfSorted(sorted, 0.5), MedianInterval = Finite(MedianInterval.Of(sorted, options.Confidence)) };
            if (measure == SegmentHealthMeasure.Nps)
            {
                var score = ProportionContrast.Of(Answers(own, 1, 0), options.Confidence);
                row = row with { Score = score.Estimate, Interval = score.Interval };
                if (others.Length == 0) return row;
                var apart = ProportionContrast.Of([.. Answers(own, 1, 0), .. Answers(others, -1, own.Length)], options.Confidence);
                return row with { Difference = apart.Estimate, DifferenceInterval = apart.Interval, PValue = apart.PValue };
            }

            row = row with { Score = own.Average(), Interval = Finite(MeanInterval.Of(own, options.Confidence)) };
            if (others.Length == 0) return row;
            var test = WelchTest.Of(own, others);
            return row with { Difference = test.Difference, DifferenceInterval = Finite(MeanInterval.OfDifference(own, others, options.Confidence)), PValue = test.PValue };
        }

        // Promoters less detractors; the account is the cluster, as who is one is not the other.
        ImmutableArray<ProportionCell> Answers(double[] answers, int sign, int from)
        {
            ImmutableArray<int> clusters = [.. answers.Select((_, i) => from + i)];
            return [ProportionCell.Of(sign, clusters, [.. answers.Select(a => a >= options.Promoter)]), ProportionCell.Of(-sign, clusters, [.. answers.Select(a => a <= options.Detractor)])];
        }
    }

    private static SegmentHealthTest Test(SegmentHealthMeasure measure, ImmutableArray<double> values, DimensionAssignment place)
    {
        int[] known = [.. Enumerable.Range(0, values.Length).Where(r => place.Segment[r] >= 0 && double.IsFinite(values[r]))];
        return new(measure, KruskalWallisTest.Of([.. known.Select(r => values[r])], [.. known.Select(r => place.Segment[r])]));
    }

    private static Interval? Finite(Interval interval) => double.IsFinite(interval.Low) && double.IsFinite(interval.High) ? interval : null;

    private static double Spread(double[] values)
    {
        var mean = values.Average();
        return values.Length < 2 ? 0 : Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1));
    }
}
