using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Framework;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Assign;

/// <summary>Holds a framework against what has to be there before it is signed.</summary>
public static class SignOff
{
    /// <summary>Returns each requirement with what is missing.</summary>
    /// <param name="framework">The framework; its limits apply.</param>
    /// <param name="assignment">The framework run over the records, for sizes and expired overrides; where null, both are missing.</param>
    /// <exception cref="ArgumentException">The assignment was made with another version of the framework.</exception>
    public static SignOffResult Check(SegmentationFramework framework, AssignmentResult? assignment = null)
    {
        ArgumentNullException.ThrowIfNull(framework);
        if (assignment is not null && !SameRules(assignment.Framework, framework))
        {
            throw new ArgumentException($"The assignment was made with other rules: found those of {assignment.Framework.Version}, expected those of {framework.Version} as it is now. "
                + "Run Assignment.Run(workspace, framework) again.", nameof(assignment));
        }

        var items = FrameworkStatus.Of(framework).Items;
        var segments = framework.Dimensions.SelectMany(d => d.Segments.Select(s => (Dimension: d, Segment: s, Name: $"{d.Name} / {s.Name}"))).ToArray();
        var limits = framework.Limits;
        var inUse = new[] { EntityKind.Accounts, EntityKind.Contacts }.ToDictionary(k => k, k => FrameworkItems.FieldsInUse(framework, k));
        return new()
        {
            Framework = framework,
            IsAssigned = assignment is not null,
            Requirements =
            [
                new($"{Between(limits.FewestDimensions, limits.MostDimensions)} dimensions", Dimensions(framework)),
                new($"{Between(limits.FewestSegments, limits.MostSegments)} segments in each dimension", Missing(
                    framework.Dimensions.Where(d => d.Segments.Length < limits.FewestSegments || d.Segments.Length > limits.MostSegments), d => $"{d.Name} has {d.Segments.Length}")),
                new("an action for every segment", Missing(segments.Where(s => string.IsNullOrWhiteSpace(s.Segment.Action)), s => $"{s.Name} has no action")),
                new("an owner for every segment", Missing(segments.Where(s => string.IsNullOrWhiteSpace(s.Segment.Owner)), s => $"{s.Name} has no owner")),
                new("a source for every field that a rule uses", Missing(framework.Fields.Where(f => inUse[f.Of].Contains(f.Definition.Name) && string.IsNullOrWhiteSpace(f.Source)),
                    f => $"{f.Definition.Name} of {SnakeName.Of(f.Of)} has no source")),
                new("nothing critical is ASSUMED", Missing(items.Where(i => i.IsCritical && i.Standing.Status == ItemStatus.Assumed), i => $"the {i.Kind} {i.Name} is ASSUMED")),
                new("no question open on a critical item", Missing(items.Where(i => i.IsCritical && i.Standing.Question is not null), i => $"{i.Name}: {i.Standing.Question}")),
                new("every override has an owner, a reason and a day still to come", Overrides(framework, assignment)),
                new("an expected size for every segment", Missing(segments.Where(s => s.Segment.Expected is null), s => $"{s.Name} has no expected size")),
                .. SignOffSizes.Check(framework, assignment),
            ],
        };
    }

    private static bool SameRules(SegmentationFramework a, SegmentationFramework b) =>
        (a.Blanks, a.Conflicts, a.Exclusions.Length, a.Dimensions.Length, a.Overrides.Length) == (b.Blanks, b.Conflicts, b.Exclusions.Length, b.Dimensions.Length, b.Overrides.Length)
        && a.Exclusions.Zip(b.Exclusions).All(p => p.First.Of == p.Second.Of && p.First.Criteria.SameRule(p.Second.Criteria))
        && a.Dimensions.Zip(b.Dimensions).All(p => (p.First.Name, p.First.Of, p.First.Segments.Length) == (p.Second.Name, p.Second.Of, p.Second.Segments.Length)
            && p.First.Segments.Zip(p.Second.Segments).All(s => s.First.Name == s.Second.Name && s.First.Criteria.SameRule(s.Second.Criteria)))
        && a.Overrides.Zip(b.Overrides).All(p => p.First with { Standing = p.Second.Standing } == p.Second);

    private static ImmutableArray<string> Dimensions(SegmentationFramework framework)
    {
        var (fewest, most) = (framework.Limits.FewestDimensions, framework.Limits.MostDimensions);
        if (framework.Dimensions.IsEmpty) return ["the framework has no dimension"];
        return Missing(framework.Dimensions.GroupBy(d => d.Of).Where(g => g.Count() < fewest || g.Count() > most), g => $"{SnakeName.Of(g.Key)} have {g.Count()}: {string.Join(", ", g.Select(d => d.Name))}");
    }

    private static ImmutableArray<string> Overrides(SegmentationFramework framework, AssignmentResult? assignment)
    {
        var without = framework.Overrides.Where(o => string.IsNullOrWhiteSpace(o.Owner) || string.IsNullOrWhiteSpace(o.Reason)).Select(o => $"{o.RecordId} in {o.Dimension} has no {(string.IsNullOrWhiteSpace(o.Owner) ? "owner" : "reason")}");
        var asOf = assignment?.AsOf.Date;
        var expired = framework.Overrides.Where(o => o.Expires.Date < asOf).Select(o => $"{o.RecordId} in {o.Dimension} expired on {DateColumn.Show(o.Expires)}");
        return [.. without, .. asOf is null && !framework.Overrides.IsEmpty ? ["the overrides' last days were not checked: no assignment was given"] : expired];
    }

    private static ImmutableArray<string> Missing<T>(IEnumerable<T> items, Func<T, string> words) => [.. items.Select(words)];

    private static string Between(int fewest, int most) => string.Create(CultureInfo.InvariantCulture, $"{fewest}-{most}");
}
