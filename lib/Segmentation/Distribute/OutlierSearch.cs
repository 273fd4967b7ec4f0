using Segmentation.Assign;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Statistics;
using Segmentation.Tables;

namespace Segmentation.Distribute;

/// <summary>Looks at one field of one dimension after the other and gathers what is far from its segment.</summary>
internal sealed class OutlierSearch(OutlierOptions options)
{
    public const string Arr = "arr";

    private readonly List<OutlierGroup> groups = [];
    private readonly List<Found> found = [];

    public void Look(RecordAssignment side, DimensionAssignment dimension, string field, NumberColumn values)
    {
        var isLog = field == Arr || (IsAmount(side, field) && IsLog(side, values));
        var segments = dimension.Dimension.Segments;
        var (members, offScale) = (segments.Select(_ => new List<int>()).ToArray(), new int[segments.Length]);
        for (var row = 0; row < dimension.Segment.Length; row++)
        {
            if (dimension.Segment[row] is not (>= 0 and var segment) || values.IsNull(row) || !double.IsFinite(values.Values[row])) continue;
            if (isLog && !(values.Values[row] > 0)) offScale[segment]++;
            else members[segment].Add(row);
        }

        RobustSpread?[] usual = [.. members.Select(rows => rows.Count == 0 ? (RobustSpread?)null : RobustSpread.Of(rows.Select(Scaled)))];
        for (var segment = 0; segment < segments.Length; segment++)
        {
            var group = new OutlierGroup(dimension.Dimension.Name, segments[segment].Name, field, isLog, members[segment].Count, offScale[segment]);
            if (usual[segment] is not { } own)
            {
                groups.Add(group);
                continue;
            }

            group = group with { Median = Quantile.OfSorted([.. members[segment].Select(row => values.Values[row]).Order()], 0.5) };
            if (members[segment].Count < options.FewestValues || own.Deviation is not { } deviation)
            {
                groups.Add(group);
                continue;
            }

            var before = found.Count;
            foreach (var row in members[segment])
            {
                if (own.Distance(Scaled(row)) is not { } distance || Math.Abs(distance) <= options.Cutoff) continue;
                found.Add(new(side.Records, row, dimension, groups.Count, values.Values[row], group.Median!.Value, distance, Closest(Scaled(row))));
            }

            groups.Add(group with { Low = Unscaled(own.Median - (options.Cutoff * deviation)), High = Unscaled(own.Median + (options.Cutoff * deviation)), Found = found.Count - before });
        }

        double Scaled(int row) => isLog ? Math.Log(values.Values[row]) : values.Values[row];

        double Unscaled(double value) => isLog ? Math.Exp(value) : value;

        string? Closest(double value)
        {
            var (closest, least) = ((string?)null, options.Cutoff);
            for (var segment = 0; segment < segments.Length; segment++)
            {
                if (members[segment].Count < options.FewestValues || usual[segment]?.Distance(value) is not { } distance || Math.Abs(distance) > least) continue;
                if (closest is null || Math.Abs(distance) < least) (closest, least) = (segments[segment].Name, Math.Abs(distance));
            }

            return closest;
        }
    }

    public OutliersResult Result()
    {
        // OrderBy is stable: equals stay in the order of dimensions and records.
        Found[] all = [.. found.OrderByDescending(f => Math.Abs(f.Distance))];
        return new OutliersResult
        {
            Options = options,
            Groups = [.. groups],
            Records = new(
                "outliers",
                Column.Of("of", all.Select(f => SnakeName.Of(f.Records.Of))),
                Column.Of("dimension", all.Select(f => f.Dimension.Dimension.Name)),
                Column.Of("segment", all.Select(f => groups[f.Group].Segment)),
                Column.Of("id", all.Select(f => f.Records.Ids[f.Row])),
                Column.Of("name", all.Select(f => f.Records.Names?[f.Row])).AsPersonal(),
                Column.Of("field", all.Select(f => groups[f.Group].Field)),
                Column.Of("value", all.Select(f => f.Value)),
                Column.Of("segment's median", all.Select(f => f.Median)),
                Column.Of("distance", all.Select(f => f.Distance), NumberFormat.Score),
                Column.Of("usual in", all.Select(f => f.UsualIn)),
                Column.Of("overridden", all.Select(f => (bool?)(f.Dimension.State[f.Row] == AssignmentState.Overridden)))),
        };
    }

    /// <summary>Shares and lengths of time are no amounts: one day and two are as near as fifty and fifty-one.</summary>
    private static readonly HashSet<string> NoAmounts = new(StringComparer.OrdinalIgnoreCase) { "share", "%", "days", "weeks", "months", "years" };

    private static bool IsAmount(RecordAssignment side, string field) =>
        !side.Framework.Fields.Any(f => f.Of == side.Records.Of && f.Definition.Name.Equals(field, StringComparison.OrdinalIgnoreCase) && f.Definition.Unit is { } unit && NoAmounts.Contains(unit));

    // An amount: nearly all values are above 0 (what is not is a mistake or says "none"), and their logarithms are the more symmetric.
    private static bool IsLog(RecordAssignment side, NumberColumn values)
    {
        double[] sorted = [.. Enumerable.Range(0, values.Length).Where(row => !values.IsNull(row) && side.Exclusion[row] < 0 && double.IsFinite(values.Values[row])).Select(row => values.Values[row]).Order()];
        return sorted.Length > 0 && Quantile.OfSorted(sorted, 0.25) > 0 && Math.Abs(Skewness(sorted, Math.Log)) < Math.Abs(Skewness(sorted, v => v));
    }

    // Bowley: ((Q3 - Q2) - (Q2 - Q1)) / (Q3 - Q1), in [-1, 1]; 0 is symmetric.
    private static double Skewness(double[] sorted, Func<double, double> scale)
    {
        var (low, middle, high) = (scale(Quantile.OfSorted(sorted, 0.25)), scale(Quantile.OfSorted(sorted, 0.5)), scale(Quantile.OfSorted(sorted, 0.75)));
        return high == low ? 0 : (high - middle - (middle - low)) / (high - low);
    }

    private readonly record struct Found(FrameworkRecords Records, int Row, DimensionAssignment Dimension, int Group, double Value, double Median, double Distance, string? UsualIn);
}
