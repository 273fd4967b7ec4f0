using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Load;

namespace Segmentation.Framework;

/// <summary>A framework cut down to the fields that a workspace has, for exports that were not cleaned: the clean-up makes some of the fields.</summary>
internal static class FrameworkFit
{
    /// <summary>Returns the framework without what names a field that the workspace lacks, and the fields it lacks.</summary>
    public static (SegmentationFramework Fitted, ImmutableArray<string> Missing) Of(Workspace workspace, SegmentationFramework framework)
    {
        var missing = framework.Fields.Where(f => workspace.Find(f.Of) is not null && IsMissing(workspace, framework, f)).ToArray();
        if (missing.Length == 0) return (framework, []);
        bool Stands(EntityKind of, Criterion? rule) => rule is null || !rule.Fields.Any(name => missing.Any(f => f.Of == of && f.Definition.Name.Equals(name, StringComparison.OrdinalIgnoreCase)));
        ImmutableArray<Dimension> dimensions = [.. framework.Dimensions.Where(d => d.Segments.All(s => Stands(d.Of, s.Criteria)))];
        var fitted = framework with
        {
            Fields = [.. framework.Fields.Except(missing)],
            Dimensions = dimensions,
            Exclusions = [.. framework.Exclusions.Where(e => Stands(e.Of, e.Criteria))],
            Overrides = [.. framework.Overrides.Where(o => dimensions.Any(d => d.Name == o.Dimension))],
            Views = [.. framework.Views.Where(v => Stands(v.Of, v.Criteria) && v.Segments.Keys.All(name => dimensions.Any(d => d.Name == name)))],
        };
        return (fitted, [.. missing.Select(f => $"{SnakeName.Of(f.Of)}: {f.Definition.Name}")]);
    }

    private static bool IsMissing(Workspace workspace, SegmentationFramework framework, FrameworkField field)
    {
        try
        {
            new RecordFields(new RecordSources(workspace, null), framework).Of(field.Of, field.Definition);
            return false;
        }
        catch (WorkspaceException)
        {
            return true;
        }
    }
}
