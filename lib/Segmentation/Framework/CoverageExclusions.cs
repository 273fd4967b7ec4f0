using System.Collections.Immutable;
using Segmentation.Criteria;
using Segmentation.Load;

namespace Segmentation.Framework;

/// <summary>The exclusions as one dimension meets them: those that speak of its fields, directly or through each other, and those that cannot depend on them.</summary>
/// <param name="Linked">Exclusions connected with the dimension's fields.</param>
/// <param name="Apart">The rest, in groups that share no field.</param>
internal sealed record CoverageExclusions(ImmutableArray<Exclusion> Linked, ImmutableArray<ImmutableArray<Exclusion>> Apart)
{
    public static CoverageExclusions Of(SegmentationFramework framework, EntityKind of, IEnumerable<string> fields)
    {
        var left = framework.Exclusions.Where(e => e.Of == of).ToList();
        var linked = Connected(left, fields);
        var apart = ImmutableArray.CreateBuilder<ImmutableArray<Exclusion>>();
        while (left.Count > 0)
        {
            var first = left[0];
            left.RemoveAt(0);
            apart.Add([first, .. Connected(left, first.Criteria.Fields)]);
        }

        return new(linked, apart.ToImmutable());
    }

    /// <summary>Returns, per cell of the dimension's fields, whether every record in it is excluded, whatever its other fields hold.</summary>
    public bool[] Always(CellSpace space, IReadOnlyDictionary<string, FieldDefinition> definitions, IReadOnlyCollection<Condition> conditions, DateTime asOf, int most)
    {
        if (Apart.Any(group => Covers(group, [], space, definitions, [.. group.Select(e => e.Criteria.Root)], asOf, most)[0])) return [.. Enumerable.Repeat(true, space.Count)];
        return Linked.IsEmpty ? new bool[space.Count] : Covers(Linked, [.. space.Axes.Select(a => a.Field)], space, definitions, conditions, asOf, most);
    }

    // The own fields come first, so that the cells that differ in other fields only stand together.
    private static bool[] Covers(ImmutableArray<Exclusion> exclusions, FieldDefinition[] own, CellSpace space, IReadOnlyDictionary<string, FieldDefinition> definitions, IReadOnlyCollection<Condition> conditions, DateTime asOf, int most)
    {
        var names = own.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var others = exclusions.SelectMany(e => e.Criteria.Fields).Where(f => !names.Contains(f)).Distinct(StringComparer.Ordinal).Select(f => definitions[f]).ToArray();
        var full = others.Length == 0 && own.Length > 0 ? space : CellSpace.Of([.. own, .. others], conditions, asOf, most);
        var answers = exclusions.Select(e => full.Evaluate(e.Criteria.Root)).ToArray();
        var each = full.Count / (own.Length == 0 ? 1 : space.Count);
        return [.. Enumerable.Range(0, full.Count / each).Select(cell => Enumerable.Range(cell * each, each).All(c => answers.Any(a => a[c] == Truth.True)))];
    }

    private static ImmutableArray<Exclusion> Connected(List<Exclusion> left, IEnumerable<string> fields)
    {
        var known = fields.ToHashSet(StringComparer.Ordinal);
        var found = new List<Exclusion>();
        for (var at = left.FindIndex(e => e.Criteria.Fields.Any(known.Contains)); at >= 0; at = left.FindIndex(e => e.Criteria.Fields.Any(known.Contains)))
        {
            found.Add(left[at]);
            known.UnionWith(left[at].Criteria.Fields);
            left.RemoveAt(at);
        }

        return [.. found];
    }
}
