using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Criteria;
using Segmentation.Framework;
using Segmentation.Load;

namespace Segmentation.Calibrate;

/// <summary>Turns a recommendation into a dimension of a framework.</summary>
internal static class CutDimension
{
    /// <summary>Returns the dimension.</summary>
    /// <exception cref="CalibrationException">No cut is recommended.</exception>
    public static Dimension Of(CalibrationResult result, SegmentationFramework framework)
    {
        var cuts = result.Recommended.Finding.Cuts;
        if (cuts.IsEmpty) throw new CalibrationException($"No dimension can be made of {result.Field}: {result.Recommended.Finding.Reason ?? "no cut is recommended."}");
        foreach (var (dimension, old) in TodaysCuts.Of(framework, result.Field))
        {
            if (old.Length == cuts.Length) return Replaced(result, framework, dimension, old, cuts);
        }

        return New(result, framework, cuts);
    }

    /// <summary>Returns where a recommendation stands, for the evidence of an item.</summary>
    public static string Evidence(CalibrationResult result) => $"{result.Options.Notebook}: {result.ResultName}";

    private static Dimension Replaced(CalibrationResult result, SegmentationFramework framework, Dimension dimension, ImmutableArray<double> old, ImmutableArray<double> cuts)
    {
        var isWhole = TodaysCuts.IsWhole(framework, result.Field);
        var fields = framework.DefinitionsOf(EntityKind.Accounts);
        var numbers = TodaysCuts.Thresholds(dimension, result.Field).Select(t => (Threshold: t, To: Number(t)))
            .Where(t => t.To != t.Threshold.Value).ToDictionary(t => t.Threshold, t => t.To);
        if (numbers.Count == 0) return dimension;
        return dimension with { Segments = [.. dimension.Segments.Select(Changed)] };

        // What cuts at 100 as "at most 99" cuts at 150 as "at most 149".
        double Number(CriterionThreshold threshold)
        {
            var cut = cuts[old.IndexOf(TodaysCuts.At(threshold, isWhole))];
            return threshold.Side == BoundarySide.Above ? cut : isWhole ? cut - 1 : Math.BitDecrement(cut);
        }

        Segment Changed(Segment segment)
        {
            var criteria = segment.Criteria.WithThresholds(numbers, fields);
            if (criteria.SameRule(segment.Criteria)) return segment;
            var changes = segment.Criteria.LiteralChanges(criteria).Select(c => c.Words).Distinct(StringComparer.Ordinal);
            return segment with { Criteria = criteria, Standing = Assumed(result, segment.Standing, $"Calibration proposes {string.Join(", ", changes)}. Agreed?") };
        }
    }

    private static Dimension New(CalibrationResult result, SegmentationFramework framework, ImmutableArray<double> cuts)
    {
        var fields = framework.DefinitionsOf(EntityKind.Accounts);
        var field = fields.First(f => f.Name.Equals(result.Field, StringComparison.OrdinalIgnoreCase));
        var standing = Assumed(result, Standing.Assumed, "Do these bands get different service?");
        var segments = result.Recommended.Bands.Reverse().Select(band => new Segment(Name(framework, CalibrationWords.Band(band, field)), Criterion.Parse(Rule(band).ToText(), fields)) { Standing = standing });
        var words = ConditionWords.Name(field.Name);
        return new(Free(framework, char.ToUpperInvariant(words[0]) + words[1..]), field.IsValue ? DimensionKind.Value : DimensionKind.Firmographic, EntityKind.Accounts, [.. segments]) { Purpose = $"Bands of {words}, as the data divide them.", Standing = standing };

        Condition Rule(CutBand band) => (band.From, band.Below) switch
        {
            ({ } from, { } below) => new AllOf([At(ComparisonOperator.GreaterOrEqual, from), At(ComparisonOperator.Less, below)]),
            ({ } from, null) => At(ComparisonOperator.GreaterOrEqual, from),
            (null, { } below) => At(ComparisonOperator.Less, below),
            _ => new Always(),
        };

        Condition At(ComparisonOperator comparison, double value) => new Compared(field.Name, comparison, new NumberOperand(value));
    }

    private static Standing Assumed(CalibrationResult result, Standing before, string question) =>
        new() { Status = ItemStatus.Assumed, Evidence = Evidence(result), Question = before.Question is { } asked && asked != question ? $"{asked} {question}" : question, IsCritical = before.IsCritical };

    // What a name of a segment may not hold: the joints of the naming convention.
    private static string Name(SegmentationFramework framework, string words) =>
        words.Replace(framework.Naming.Inside, " ", StringComparison.Ordinal).Replace(framework.Naming.Between, " ", StringComparison.Ordinal);

    private static string Free(SegmentationFramework framework, string name)
    {
        var free = name;
        for (var i = 2; framework.Dimensions.Any(d => d.Name == free); i++) free = string.Create(CultureInfo.InvariantCulture, $"{name} {i}");
        return free;
    }
}
