using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Framework;

namespace Segmentation.Assign;

/// <summary>What differs between two versions of one dimension, so far as it decides: criteria by segment, their order, policies, value fields.</summary>
internal sealed class MovementRules
{
    /// <summary>Compares two versions of a dimension.</summary>
    public MovementRules(SegmentationFramework oldFramework, Dimension before, SegmentationFramework newFramework, Dimension after)
    {
        var changes = ImmutableArray.CreateBuilder<MovementRule>();
        foreach (var now in after.Segments)
        {
            if (before.Segments.FirstOrDefault(s => s.Name == now.Name) is not { } was) changes.Add(new(null, now.Criteria, false, $"{now.Name} is new: {now.Criteria.Text}"));
            else if (!was.Criteria.SameRule(now.Criteria)) changes.Add(new(was.Criteria, now.Criteria, was.Criteria.SameShape(now.Criteria), $"{now.Name}, {Difference(was.Criteria, now.Criteria)}"));
        }

        foreach (var gone in before.Segments.Where(s => after.Segments.All(now => now.Name != s.Name))) changes.Add(new(gone.Criteria, null, false, $"{gone.Name} is gone: {gone.Criteria.Text}"));
        Criteria = changes.ToImmutable();
        Others = [.. OtherChanges(oldFramework, before, newFramework, after)];
    }

    /// <summary>Gets the segments whose criteria differ.</summary>
    public ImmutableArray<MovementRule> Criteria { get; }

    /// <summary>Gets what else differs, in words.</summary>
    public ImmutableArray<string> Others { get; }

    private static string Difference(Criterion before, Criterion after) => before.LiteralChanges(after) is { IsEmpty: false } literals ? string.Join(", ", literals.Select(l => l.Words)) : $"{before.Text} → {after.Text}";

    private static IEnumerable<string> OtherChanges(SegmentationFramework oldFramework, Dimension before, SegmentationFramework newFramework, Dimension after)
    {
        var (was, now) = (Shared(before, after), Shared(after, before));
        if (!was.SequenceEqual(now)) yield return $"order of segments: {string.Join(", ", was)} → {string.Join(", ", now)}";
        if (oldFramework.Blanks != newFramework.Blanks) yield return $"policy of blanks: {oldFramework.Blanks} → {newFramework.Blanks}";
        if (oldFramework.Conflicts != newFramework.Conflicts) yield return $"policy of conflicts: {oldFramework.Conflicts} → {newFramework.Conflicts}";
        var (oldValues, newValues) = (Values(oldFramework), Values(newFramework));
        if (!oldValues.SequenceEqual(newValues)) yield return $"value fields: {List(oldValues)} → {List(newValues)}";

        string[] Values(SegmentationFramework framework) => [.. framework.Fields.Where(f => f.Of == after.Of && f.Definition.IsValue).Select(f => f.Definition.Name).Order(StringComparer.Ordinal)];
        static string List(string[] names) => names.Length == 0 ? "none" : string.Join(", ", names);
        static string[] Shared(Dimension one, Dimension other) => [.. one.Segments.Select(s => s.Name).Where(n => other.Segments.Any(s => s.Name == n))];
    }
}
