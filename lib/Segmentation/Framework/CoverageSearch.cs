using Segmentation.Audit;
using Segmentation.Criteria;

namespace Segmentation.Framework;

/// <summary>Finds cells that no rule covers or several do.</summary>
internal static class CoverageSearch
{
    /// <summary>Returns gaps, overlaps, boundaries and what the catch-all takes.</summary>
    public static IEnumerable<CoverageFinding> Find(CoverageContext context) => [.. Gaps(context), .. Overlaps(context), .. CatchAll(context)];

    /// <summary>Returns the axis on which a box without a rule is one threshold between values that have one; null where it is more.</summary>
    public static Axis? Untouched(CoverageCells cells, CellBox box) => Threshold(cells.Space, box, (below, above) => Winning(cells, below) && Winning(cells, above));

    /// <summary>Returns the axis on which a box with two rules is one threshold, below it only the one holds and above it only the other; null where they share more.</summary>
    public static Axis? Shared(CoverageCells cells, CellBox box)
    {
        return cells.Holding(box.Cells[0]) is [var one, var other] ? Threshold(cells.Space, box, (below, above) => Splits(below, above, one, other) || Splits(below, above, other, one)) : null;

        bool Splits(int below, int above, int left, int right) => cells.Holds(left, below) && !cells.Holds(right, below) && cells.Holds(right, above) && !cells.Holds(left, above);
    }

    private static IEnumerable<CoverageFinding> Gaps(CoverageContext context)
    {
        var (cells, space) = (context.Cells, context.Cells.Space);
        foreach (var box in CellBox.Cover(space, c => cells.IsGap(c) && !IsOutsideList(space, c)))
        {
            var found = context.CountIn(box.Cells);
            var severity = found == 0 ? Severity.Warn : Severity.Error;
            var neighbours = Neighbours(cells, box);
            if (Untouched(cells, box) is { } axis)
            {
                yield return context.Finding(CoverageKind.BoundaryInNone, severity, neighbours, box, "Unassigned: no rule covers it",
                    $"Give the threshold to one side: write '>=' or '<=' on '{axis.Field.Name}' in one of {CellWords.Join(context.Names(neighbours), "and")}.");
                continue;
            }

            var covered = CellCriteria.Of(space, box) is { } criteria && neighbours.Length > 0 ? $"Add 'or {criteria}' to {CellWords.Join(context.Names(neighbours), "or")}, or end" : "Extend a rule to it, or end";
            yield return context.Finding(CoverageKind.Gap, severity, neighbours, box, "Unassigned: no rule covers it", $"{covered} the dimension with a segment whose rule is 'otherwise'.");
        }

        foreach (var box in CellBox.Cover(space, c => cells.IsGap(c) && IsOutsideList(space, c)))
        {
            yield return context.Finding(CoverageKind.Gap, context.CountIn(box.Cells) == 0 ? Severity.Info : Severity.Warn, [], box, "Unassigned: no rule covers it",
                "Standardise such values in the clean-up, add them to the list, or end the dimension with a segment whose rule is 'otherwise'.");
        }
    }

    private static IEnumerable<CoverageFinding> Overlaps(CoverageContext context)
    {
        var (cells, space) = (context.Cells, context.Cells.Space);
        var segments = cells.Dimension.Segments;
        var keys = Enumerable.Range(0, space.Count).Select(c => cells.Holding(c) is { Length: > 1 } holding ? $"{string.Join(',', holding)} {cells.GoesTo(c)}" : null).ToArray();
        foreach (var key in keys.OfType<string>().Distinct())
        {
            foreach (var box in CellBox.Cover(space, c => keys[c] == key))
            {
                var first = box.Cells[0];
                var (holding, winner) = (cells.Holding(first), cells.Winner[first]);
                var names = context.Names(holding);
                if (Shared(cells, box) is { } axis)
                {
                    yield return context.Finding(CoverageKind.BoundaryInTwo, Severity.Warn, holding, box, cells.GoesTo(first),
                        $"Give the threshold to one side: write '<' or '>' on '{axis.Field.Name}' in {names[0]} or {names[1]}.");
                    continue;
                }

                var others = context.Names(holding.Where(s => s != winner));
                var narrow = $"narrow {CellWords.Join(others, "and")} by 'and not ({CellCriteria.Of(space, box) ?? (winner < 0 ? segments[holding[0]] : segments[winner]).Criteria.Text})'";
                yield return winner == holding[0] && holding.Skip(1).All(o => Within(winner, o))
                    ? context.Finding(CoverageKind.Overlap, Severity.Info, holding, box, cells.GoesTo(first), $"None, where the order is meant: {names[0]} lies inside {CellWords.Join(others, "and")} and comes first. Otherwise {narrow}.")
                    : context.Finding(CoverageKind.Overlap, Severity.Warn, holding, box, cells.GoesTo(first), $"Say in the rules whose it is: {narrow}{(winner < 0 ? string.Empty : $"; or agree that {segments[winner].Name} wins, and confirm it")}.");
            }
        }

        bool Within(int inner, int outer) => Enumerable.Range(0, space.Count).All(c => !cells.Holds(inner, c) || cells.Holds(outer, c));
    }

    private static IEnumerable<CoverageFinding> CatchAll(CoverageContext context)
    {
        var cells = context.Cells;
        for (var s = 0; s < cells.Dimension.Segments.Length; s++)
        {
            if (!cells.IsCatchAll(s)) continue;
            foreach (var box in CellBox.Cover(cells.Space, c => !cells.Excluded[c] && cells.Winner[c] == s))
                yield return context.Finding(CoverageKind.CatchAll, Severity.Info, [s], box, cells.Dimension.Segments[s].Name, "None, where the rest is meant.");
        }
    }

    private static bool Winning(CoverageCells cells, int cell) => !cells.Excluded[cell] && cells.Winner[cell] >= 0;

    /// <summary>Tells whether a field with a list of values holds one that neither the list nor a rule names: a spelling to correct, not a hole in the rules.</summary>
    private static bool IsOutsideList(CellSpace space, int cell) =>
        space.Axes.Where((axis, a) => axis.Field is { Type: FieldType.Text, Picklist.Length: > 0 } && axis.Cells[space.On(a, cell)].Others.Length > 0).Any();

    /// <summary>Returns the ordered axis on which the box is one threshold that both neighbours frame as asked, in all of its cells; null where there is none.</summary>
    private static Axis? Threshold(CellSpace space, CellBox box, Func<int, int, bool> frame)
    {
        for (var a = 0; a < space.Axes.Length; a++)
        {
            var (axis, at) = (space.Axes[a], Array.IndexOf(box.Places[a], true));
            if (!axis.IsOrdered || box.Places[a].Count(p => p) != 1 || at == 0 || at >= axis.Blank - 1 || !axis.Cells[at].Range.IsPoint) continue;
            if (box.Cells.All(c => frame(space.Move(c, a, at - 1), space.Move(c, a, at + 1)))) return axis;
        }

        return null;
    }

    /// <summary>Returns the segments that win a cell beside the box: next to it on an ordered axis, anywhere along another.</summary>
    private static int[] Neighbours(CoverageCells cells, CellBox box)
    {
        var (space, found) = (cells.Space, new SortedSet<int>());
        for (var a = 0; a < space.Axes.Length; a++)
        {
            var (axis, places) = (space.Axes[a], box.Places[a]);
            for (var p = 0; p < axis.Cells.Length; p++)
            {
                var isBeside = !places[p] && (!axis.IsOrdered || (p < axis.Blank && ((p > 0 && places[p - 1]) || (p + 1 < axis.Blank && places[p + 1]))));
                if (isBeside) found.UnionWith(box.Cells.Select(c => space.Move(c, a, p)).Where(c => Winning(cells, c)).Select(c => cells.Winner[c]));
            }
        }

        return [.. found];
    }
}
