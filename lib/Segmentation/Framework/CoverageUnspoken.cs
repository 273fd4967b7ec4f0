using Segmentation.Audit;
using Segmentation.Criteria;

namespace Segmentation.Framework;

/// <summary>Finds zero, negative and blank values, and fractions of whole numbers, that no rule mentions.</summary>
internal static class CoverageUnspoken
{
    public static IEnumerable<CoverageFinding> Find(CoverageContext context)
    {
        var space = context.Cells.Space;
        for (var a = 0; a < space.Axes.Length; a++)
        {
            var (axis, field) = (space.Axes[a], space.Axes[a].Field.Name);
            var leaves = context.Cells.Dimension.Segments.Select(s => s.Criteria).Concat(context.Framework.Exclusions.Where(e => e.Of == context.Cells.Dimension.Of).Select(e => e.Criteria))
                .SelectMany(c => AxisQuestions.Leaves(c.Root)).Where(l => Criterion.FieldsOf(l).Contains(field, StringComparer.Ordinal)).ToArray();
            if (!leaves.Any(l => l is IsBlank) && Finding("blank", c => c.IsBlank, _ => null, v => v is null, $"Say what a blank means ('{field} is blank' in a rule or an exclusion), or fill it before assigning.") is { } blank)
                yield return blank;
            if (axis.Field.Type is not (FieldType.Number or FieldType.Whole)) continue;

            var thresholds = leaves.SelectMany(Axis.Operands).OfType<NumberOperand>().Select(n => n.Value).ToArray();
            if (!thresholds.Contains(0) && Finding("zero", c => !c.IsBlank && c.Range.Contains(0), _ => 0.0, v => v is 0.0, $"Say whether zero is a value or a missing one ('{field} = 0' in a rule or an exclusion), or blank it in the clean-up.") is { } zero)
                yield return zero;
            if (!thresholds.Any(t => t <= 0) && Finding("negative", c => !c.IsBlank && c.Range.Low < 0, Negative, v => v is < 0.0, $"Say whose negative values are ('{field} < 0' in a rule or an exclusion), or blank them in the clean-up.") is { } negative)
                yield return negative;

            object? Negative(AxisCell cell) => cell.Range.Contains(-1) ? -1.0 : (cell.Range with { High = Math.Min(cell.Range.High, 0), HighIncluded = cell.Range.High < 0 && cell.Range.HighIncluded }).Example(axis.IsWhole);

            CoverageFinding? Finding(string what, Func<AxisCell, bool> isMeant, Func<AxisCell, object?> example, Func<object?, bool> isHeld, string remedy)
            {
                var cells = Enumerable.Range(0, space.Count).Where(c => isMeant(axis.Cells[space.On(a, c)]) && !context.Cells.Excluded[c]).ToArray();

                // Where every such record falls into a gap, the gap says so.
                if (cells.All(context.Cells.IsGap)) return null;
                var column = context.Records?.Fields[field];
                var rows = column is null ? [] : Enumerable.Range(0, column.Length).Where(r => !context.IsExcluded[r] && context.Cell[r] >= 0 && isHeld(column.Value(r))).ToArray();
                var values = space.Axes.Select((other, o) => other.Example(space.On(o, cells[0]))).ToArray();
                values[a] = example(axis.Cells[space.On(a, cells[0])]);
                var landing = context.Landing(rows.Length > 0 ? rows.Select(r => context.Cells.Winner[context.Cell[r]]) : cells.Select(c => context.Cells.Winner[c]));
                return context.Finding(CoverageKind.NotSpokenOf, context.Records is not null && rows.Length == 0 ? Severity.Info : Severity.Warn, [], $"{field} {what}", [], landing, remedy, context.Sample(values)) with
                {
                    Records = column is null ? null : rows.Length,
                    Arr = context.Records?.Arr is { } arr ? rows.Sum(r => arr[r] ?? 0) : null,
                };
            }
        }

        if (context.Records is null) yield break;
        var aside = Enumerable.Range(0, context.Cell.Length).Where(r => context.Cell[r] < 0 && !context.IsExcluded[r]).ToArray();
        if (aside.Length == 0) yield break;
        var whole = space.Axes.Where(x => x.Field.Type == FieldType.Whole).Select(x => x.Field.Name);
        yield return context.Finding(CoverageKind.NotSpokenOf, Severity.Warn, [], $"{CellWords.Join(whole, "or")} not a whole number", [], "wherever the rules take a fraction; in no other row here",
            "Round the values in the clean-up, or declare the field as number.") with
        { Records = aside.Length, Arr = context.Records.Arr is { } money ? aside.Sum(r => money[r] ?? 0) : null };
    }
}
