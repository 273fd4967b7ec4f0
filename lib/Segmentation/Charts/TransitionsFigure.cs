using Segmentation.Assign;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>Which records went from which segment to which.</summary>
internal static class TransitionsFigure
{
    public static Figure Draw(MovementMatrix matrix, string before, string after)
    {
        var name = ChartInput.FigureName("transitions", matrix.Dimension);
        var flows = matrix.Flows.Where(f => f.From != DimensionAssignment.Excluded || f.To != DimensionAssignment.Excluded).ToArray();
        if (flows.Length == 0) return ChartInput.Empty(name, $"{matrix.Dimension}: {before} to {after}", "No record is in both.", ChartOptions.Default);
        var changed = flows.Where(f => f.From != f.To).Sum(f => f.Count);
        var records = flows.Sum(f => f.Count);
        var many = AuditText.Many(matrix.Of);
        var heading = changed == 0
            ? Phrase.Of($"{matrix.Dimension}, {before} to {after}: nothing changes place")
            : Phrase.Of($"{matrix.Dimension}, {before} to {after}: ", Piece.Count(changed), " of ", Piece.Count(records), $" {many} change place",
                matrix.ArrChanged is { } arr ? Piece.Figure($" with {ShortNumber.Show(arr, NumberFormat.Money)} of ARR", changed) : string.Empty);
        return FlowFigure.Draw(name, heading,
            $"{before} on the left, {after} on the right; {many} that are excluded in both are left out",
            [.. flows.Select(f => new Flow(f.From, f.To, f.Count))]);
    }
}
