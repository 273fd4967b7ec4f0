using System.Collections.Immutable;
using Segmentation.Clean;
using Segmentation.Load;

namespace Segmentation.Charts;

/// <summary>Which spellings became which value of one field.</summary>
internal static class ValuesMovedFigure
{
    private const string Blank = "(blank)";

    public static Figure Draw(ValuesMoved moved, Role? role, string? table)
    {
        var fields = moved.Moves.Where(m => table is null || m.Table == table).GroupBy(m => (m.Table, m.Field, m.Role)).ToArray();
        if (role is { } asked) fields = [.. fields.Where(f => f.Key.Role == asked)];
        if (fields.Length == 0)
        {
            return role is null
                ? ChartInput.Empty("values-moved", "Values moved", "The clean-up moved no value of a picklist field.", ChartOptions.Default)
                : ChartInput.Empty("values-moved", "Values moved", $"The clean-up moved no {SnakeName.Words(role.Value)}.", ChartOptions.Default);
        }

        // The field with the most spellings brought together is the one that a flow explains.
        var field = fields.MaxBy(f => f.Where(m => m.From is not null).Sum(m => m.Records))!;
        ValueMove[] respelt = [.. field.Where(m => m.From is not null)];
        var filled = field.Where(m => m.From is null).Sum(m => m.Records);
        ValueMove[] drawn = respelt.Length > 0 ? respelt : [.. field];
        ImmutableArray<Flow> flows = [.. drawn.Select(m => new Flow(m.From ?? Blank, m.To ?? Blank, m.Records))];
        var sum = drawn.Sum(m => m.Records);
        var heading = respelt.Length > 0
            ? Phrase.Of($"{field.Key.Field}: {drawn.Select(m => m.From).Distinct().Count()} spellings of ", Piece.Count(sum), $" {field.Key.Table} became {drawn.Select(m => m.To).Distinct().Count()} values")
            : Phrase.Of($"{field.Key.Field}: ", Piece.Count(sum), $" blank {field.Key.Table} got one of {drawn.Select(m => m.To).Distinct().Count()} values");
        var note = respelt.Length > 0 && filled > 0 ? Phrase.Of("another ", Piece.Count(filled), $" {field.Key.Table} had no value and got one") : Phrase.Empty;
        return FlowFigure.Draw($"values-moved-{field.Key.Table}-{SnakeName.Of(field.Key.Role).Replace('_', '-')}", heading, note, flows);
    }
}
