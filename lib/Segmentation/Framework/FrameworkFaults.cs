using System.Collections.Immutable;
using Segmentation.Load;

namespace Segmentation.Framework;

/// <summary>The rules that hold between the items of a framework, whether it was read from a file or changed in a notebook.</summary>
internal static class FrameworkFaults
{
    /// <summary>Names under which a record without a segment is shown; no segment may take them.</summary>
    private static readonly ImmutableArray<string> ReservedSegments = ["Unassigned", "Excluded"];

    /// <summary>Returns the first fault in the order of the file; null where there is none.</summary>
    public static FrameworkFault? First(SegmentationFramework framework) => All(framework).FirstOrDefault();

    /// <summary>Tells whether no segment may be called so.</summary>
    public static bool IsReserved(string segment) => ReservedSegments.Contains(segment, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<FrameworkFault> All(SegmentationFramework framework)
    {
        if (VersionNumber.Of(framework.Version) is null)
            yield return new("version", "'version' is no version", $"'{framework.Version}'", "v0, v1, v2 and so on, or vFinal", "Write, for example, 'version: v0'.");
        IEnumerable<FrameworkFault> faults =
        [
            .. Twice("terms", "term", framework.Terms.Select(t => t.Name)),
            .. Fields(framework),
            .. Twice("exclusions", "exclusion", framework.Exclusions.Select(e => e.Name)),
            .. Twice("dimensions", "dimension", framework.Dimensions.Select(d => d.Name)),
            .. framework.Dimensions.SelectMany(d => Dimension(framework, d)),
            .. Overrides(framework),
            .. Twice("views", "view", framework.Views.Select(v => v.Name)),
            .. framework.Views.SelectMany(v => View(framework, v)),
        ];
        foreach (var fault in faults) yield return fault;
    }

    private static IEnumerable<FrameworkFault> Twice(string parent, string what, IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            if (!seen.Add(name))
                yield return new(YamlPath.Under(parent, name), $"two {what}s are called '{name}'", $"a second '{name}'", $"each {what} once, case aside", "Rename or remove one of the two.");
        }
    }

    private static IEnumerable<FrameworkFault> Fields(SegmentationFramework framework)
    {
        foreach (var side in framework.Fields.GroupBy(f => f.Of))
        {
            var parent = YamlPath.Of("fields", SnakeName.Of(side.Key));
            foreach (var fault in Twice(parent, "field", side.Select(f => f.Definition.Name))) yield return fault;
            foreach (var field in side.Select(f => f.Definition))
            {
                var path = YamlPath.Under(parent, field.Name);
                foreach (var fault in Twice(YamlPath.Under(path, "picklist"), "value", field.Picklist)) yield return fault with { Subject = $"the picklist of '{field.Name}' says '{fault.Path.Split(YamlPath.Separator)[^1]}' twice", Remedy = "Remove one of the two." };
            }
        }
    }

    private static IEnumerable<FrameworkFault> Dimension(SegmentationFramework framework, Dimension dimension)
    {
        var path = YamlPath.Of("dimensions", dimension.Name);
        foreach (var fault in Marks(framework, path, "dimension", dimension.Name)) yield return fault;
        if (dimension.Label != dimension.Name)
        {
            foreach (var fault in Marks(framework, YamlPath.Under(path, "label"), "label", dimension.Label)) yield return fault;
        }

        var parent = YamlPath.Under(path, "segments");
        if (dimension.Segments.IsDefaultOrEmpty)
        {
            yield return new(parent, $"dimension '{dimension.Name}' has no segments", "an empty list", "one segment or more", "Write each on lines of its own: '- name: Enterprise' and 'criteria: employees >= 1000'.");
            yield break;
        }

        foreach (var fault in Twice(parent, "segment", dimension.Segments.Select(s => s.Name))) yield return fault with { Subject = $"two segments of {dimension.Name} are called '{fault.Path.Split(YamlPath.Separator)[^1]}'" };
        foreach (var segment in dimension.Segments)
        {
            var place = YamlPath.Under(parent, segment.Name);
            foreach (var fault in Marks(framework, place, "segment", segment.Name)) yield return fault;
            if (IsReserved(segment.Name))
                yield return new(place, $"a segment of {dimension.Name} is called '{segment.Name}'", $"'{segment.Name}'", "another name: records without a segment are shown under this one", "Leave the segment out: what no rule covers is Unassigned.");
        }
    }

    private static IEnumerable<FrameworkFault> Marks(SegmentationFramework framework, string path, string what, string name)
    {
        foreach (var mark in new[] { framework.Naming.Inside, framework.Naming.Between })
        {
            if (name.Contains(mark, StringComparison.Ordinal))
                yield return new(path, $"{what} '{name}' breaks the naming convention", $"\"{mark}\" in its name", $"a name without \"{framework.Naming.Inside}\" and \"{framework.Naming.Between}\", which stand between names", "Rename it, or choose other marks under 'naming'.");
        }
    }

    private static IEnumerable<FrameworkFault> Overrides(SegmentationFramework framework)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var made in framework.Overrides)
        {
            var path = YamlPath.Of("overrides", FrameworkTree.IdOf(made));
            if (framework.Dimensions.FirstOrDefault(d => d.Name == made.Dimension) is not { } dimension)
                yield return NoDimension(framework.Dimensions, YamlPath.Under(path, "dimension"), $"the override of {made.RecordId}", made.Dimension);
            else if (dimension.Segments.All(s => s.Name != made.Segment))
                yield return NoSegment(dimension, YamlPath.Under(path, "segment"), $"the override of {made.RecordId}", made.Segment);
            if (!seen.Add(FrameworkTree.IdOf(made)))
                yield return new(path, $"record {made.RecordId} has two overrides in {made.Dimension}", "a second one", "one override a record and dimension", "Remove one of the two.");
        }
    }

    private static IEnumerable<FrameworkFault> View(SegmentationFramework framework, SavedView view)
    {
        var parent = YamlPath.Of("views", view.Name, "segments");
        foreach (var (name, segment) in view.Segments)
        {
            var place = YamlPath.Under(parent, name);
            if (framework.DimensionsOf(view.Of).FirstOrDefault(d => d.Name == name) is not { } dimension)
                yield return NoDimension(framework.DimensionsOf(view.Of), YamlPath.Under(place, "key"), $"view '{view.Name}' of {SnakeName.Of(view.Of)}", name);
            else if (dimension.Segments.All(s => s.Name != segment))
                yield return NoSegment(dimension, place, $"view '{view.Name}'", segment);
        }
    }

    private static FrameworkFault NoDimension(ImmutableArray<Dimension> there, string path, string subject, string name) => new(path, $"{subject} names a dimension that is not there", $"'{name}'",
        there.IsEmpty ? "a dimension of the framework, which has none" : $"one of {string.Join(", ", there.Select(d => d.Name))}", "Correct the name, or add the dimension.");

    private static FrameworkFault NoSegment(Dimension dimension, string path, string subject, string name) => new(path, $"{subject} names a segment that {dimension.Name} does not have", $"'{name}'",
        $"one of {string.Join(", ", dimension.Segments.Select(s => s.Name))}", "Correct the name, or add the segment.");
}
