using System.Collections.Immutable;
using Segmentation.Audit;
using Segmentation.Criteria;

namespace Segmentation.Framework;

/// <summary>Finds rules, and parts of rules, that put nobody anywhere.</summary>
internal static class CoverageRules
{
    /// <summary>Returns shadowed, unreachable and contradictory rules.</summary>
    public static IEnumerable<CoverageFinding> Find(CoverageContext context)
    {
        var cells = context.Cells;
        var all = Enumerable.Range(0, cells.Space.Count).ToArray();
        for (var s = 0; s < cells.Dimension.Segments.Length; s++)
        {
            var segment = cells.Dimension.Segments[s];
            var holding = all.Where(c => cells.Answer(s, c) == Truth.True).ToArray();
            if (holding.Length == 0)
            {
                yield return context.Finding(CoverageKind.Contradiction, Severity.Error, [s], segment.Criteria.Text, [], "nobody: its rule can never hold", $"Correct the rule of {segment.Name}, or drop the segment.");
                continue;
            }

            foreach (var part in NeverTrue(segment.Criteria, context))
                yield return context.Finding(CoverageKind.Contradiction, Severity.Warn, [s], part, [], "nobody: this part of an 'or' can never hold", $"Correct the part in the rule of {segment.Name}, or drop it.");

            var reachable = holding.Where(c => !cells.Excluded[c]).ToArray();
            if (reachable.Length == 0)
            {
                yield return context.Finding(CoverageKind.Unreachable, Severity.Error, [s], segment.Criteria.Text, holding, $"excluded by {Exclusions(context, holding)}", $"Narrow the exclusion, or drop {segment.Name}.");
                continue;
            }

            if (reachable.Any(c => cells.Winner[c] == s)) continue;
            var takers = reachable.Select(c => cells.Winner[c]).ToHashSet();
            yield return context.Finding(CoverageKind.Shadowed, cells.IsCatchAll(s) ? Severity.Info : Severity.Error, [s], segment.Criteria.Text, reachable,
                context.Landing(takers), cells.IsCatchAll(s) ? $"None, or drop {segment.Name}: nothing is left for it." : $"Put {segment.Name} before {context.Landing(takers.Where(t => t >= 0))}, narrow them, or drop it.");
        }
    }

    private static string Exclusions(CoverageContext context, int[] cells)
    {
        var space = context.Cells.Space;
        var known = space.Axes.Select(a => a.Field.Name).ToHashSet(StringComparer.Ordinal);
        var all = context.Framework.Exclusions.Where(e => e.Of == context.Cells.Dimension.Of).ToArray();
        var alone = all.Where(e => e.Criteria.Fields.All(known.Contains) && space.Evaluate(e.Criteria.Root) is var answers && cells.Any(c => answers[c] == Truth.True)).ToArray();
        return CellWords.Join((alone.Length > 0 ? alone : all).Select(e => e.Name), "or");
    }

    /// <summary>Returns the text of every part of an <c>or</c> that no record can make true, given what stands beside the <c>or</c>.</summary>
    private static IEnumerable<string> NeverTrue(Criterion criterion, CoverageContext context)
    {
        var definitions = context.Cells.Space.Axes.Select(a => a.Field).ToArray();
        foreach (var (part, together) in Parts(criterion.Root, [], false))
        {
            var fields = Criterion.FieldsOf(together).ToHashSet(StringComparer.Ordinal);
            var space = CellSpace.Of(definitions.Where(d => fields.Contains(d.Name)), [together], context.Cells.AsOf, context.Options.MostCells);
            if (!space.Evaluate(together).Contains(Truth.True)) yield return part.Length > 0 ? criterion.Text.Substring(part.Start, part.Length) : criterion.Text;
        }
    }

    private static IEnumerable<(Condition Part, Condition Together)> Parts(Condition condition, ImmutableArray<Condition> beside, bool negated) => condition switch
    {
        AnyOf any => any.Parts.SelectMany(p => Parts(p, beside, negated).Prepend((p, beside.IsEmpty ? p : new AllOf(beside.Add(p))))),
        AllOf all => all.Parts.SelectMany((p, i) => Parts(p, negated ? [] : [.. beside, .. all.Parts.RemoveAt(i)], negated)),
        NotOf not => Parts(not.Inner, [], true),
        _ => [],
    };
}
