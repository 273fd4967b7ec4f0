using System.Globalization;
using System.Text.Json.Nodes;
using Segmentation.Audit;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>The spellings through which records leak out of the segments of one field.</summary>
internal static class VariantsFigure
{
    // What a reader takes in at a glance; the table holds the rest.
    private const int MostDrawn = 15;

    public static Figure Draw(VariantsResult variants, string? field)
    {
        var found = field is null
            // Segments are made of accounts: a field of theirs comes before one of contacts, behind which the same ARR stands many times.
            ? variants.Fields.MaxBy(f => (f.LeakingRecords > 0 && f.Table == AuditText.Many(EntityKind.Accounts), f.LeakingArr ?? 0, f.LeakingRecords))
            : variants.Fields.FirstOrDefault(f => string.Equals(f.Field, field, StringComparison.OrdinalIgnoreCase)) ?? throw new KeyNotFoundException(
                $"Chart.Variants: no field '{field}' was examined for variants. Examined: {string.Join(", ", variants.Fields.Select(f => f.Field))}.");
        var name = ChartInput.FigureName("variants", found?.Field);
        ValueVariant[] leaking = [.. (found?.Variants ?? []).Where(v => v.Verdict != VariantVerdict.Look).OrderByDescending(v => v.Records).ThenBy(v => v.Value, StringComparer.Ordinal)];
        if (found is null || leaking.Length == 0)
            return ChartInput.Empty(name, "Value variants", found is null ? "No field was examined for variants." : $"No value of {found.Field} is another one spelt differently.", ChartOptions.Default);
        var drawn = leaking.Take(MostDrawn).ToArray();
        var arr = found.LeakingArr is { } amount ? Phrase.Of(" and ", Piece.Figure(ShortNumber.Show(amount, NumberFormat.Money), found.LeakingRecords), " of ARR") : Phrase.Empty;
        var spellings = leaking.Length == 1 ? "1 spelling" : string.Create(CultureInfo.InvariantCulture, $"{leaking.Length:#,0} spellings");
        return new Figure(name,
            Phrase.Join(string.Empty, [Phrase.Of(Piece.Count(found.LeakingRecords), found.LeakingRecords == 1 ? " record" : " records"), arr, $" leak out of the segments of {found.Field} through {spellings}"]),
            new FigureLayout(
                new Axis("records that hold the spelling") { Range = (0, drawn.Max(v => v.Records) * 1.35) },
                new Axis(Phrase.Empty, AxisKind.Category) { Reversed = true, Grid = false })
            { Height = FigureLayout.HeightOf(drawn.Length, 28), BarGap = 0.3 },
            new Trace("bar",
            [
                new("y", new LabelSeries([.. drawn.Select(v => $"{v.Value} → {v.Target}")])),
                new("x", new NumberSeries([.. drawn.Select(v => (double)v.Records)])),
                new("text", new TextSeries([.. drawn.Select(v => Phrase.Of(Piece.Count(v.Records), v.Arr is { } a ? $" · {ShortNumber.Show(a, NumberFormat.Money)} ARR" : string.Empty))])),
            ])
            {
                Records = [.. drawn.Select(v => (double)v.Records)],
                Style = () => new JsonObject
                {
                    ["orientation"] = "h",
                    ["textposition"] = "outside",
                    ["cliponaxis"] = false,
                    ["hovertemplate"] = "%{y}: %{text}<extra></extra>",
                    ["marker"] = new JsonObject { ["color"] = FigureStyle.Main },
                },
            })
        {
            Note = Phrase.Join(" · ",
            [
                "spelling found → value it should be",
                leaking.Length > drawn.Length ? string.Create(CultureInfo.InvariantCulture, $"{leaking.Length - drawn.Length:#,0} rarer spellings are not drawn") : Phrase.Empty,
                Phrase.Of(Piece.Count(found.Filled), $" {found.Table} have a value of {found.Field}"),
            ]),
        };
    }
}
