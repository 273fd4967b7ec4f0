using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>The values of one channel of a trace (x, y, z, text …), one a mark.</summary>
internal abstract record Series
{
    public abstract int Length { get; }

    /// <summary>Returns one value as the figure holds it.</summary>
    /// <param name="mark">Zero-based mark.</param>
    /// <param name="withheld">Whether under mask the mark stands for too few records to show its size.</param>
    /// <param name="options">Mask.</param>
    public abstract JsonNode? Value(int mark, bool withheld, RenderOptions options);
}

/// <summary>Numbers; NaN and infinity are gaps.</summary>
internal sealed record NumberSeries(ImmutableArray<double> Numbers) : Series
{
    public override int Length => Numbers.Length;

    public override JsonNode? Value(int mark, bool withheld, RenderOptions options) =>
        withheld || !double.IsFinite(Numbers[mark]) ? null : JsonValue.Create(Numbers[mark]);
}

/// <summary>Positions on an axis: they stay where a mark is withheld.</summary>
internal sealed record PositionSeries(ImmutableArray<double> Positions) : Series
{
    public override int Length => Positions.Length;

    public override JsonNode? Value(int mark, bool withheld, RenderOptions options) => JsonValue.Create(Positions[mark]);
}

/// <summary>Dates, as positions on an axis.</summary>
internal sealed record DateSeries(ImmutableArray<DateTime> Dates) : Series
{
    public override int Length => Dates.Length;

    public override JsonNode? Value(int mark, bool withheld, RenderOptions options) => JsonValue.Create(DateColumn.Show(Dates[mark]));
}

/// <summary>Labels from the data, each its own: a repeated label is told apart by a number.</summary>
internal sealed record LabelSeries(ImmutableArray<string> Labels) : Series
{
    private readonly ImmutableArray<string> distinct = Distinct(Labels);

    /// <summary>Gets whether the labels point at people or customers.</summary>
    public bool IsPersonal { get; init; }

    public override int Length => Labels.Length;

    public override JsonNode? Value(int mark, bool withheld, RenderOptions options) => JsonValue.Create(IsPersonal && options.Mask
        ? string.Create(CultureInfo.InvariantCulture, $"{RenderOptions.Hidden} {mark + 1}")
        : PlotlyText.Encode(distinct[mark]));

    private static ImmutableArray<string> Distinct(ImmutableArray<string> labels)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. labels.Select(label =>
        {
            var text = PlotlyText.Shorten(label);
            var times = seen[text] = seen.GetValueOrDefault(text) + 1;
            return times == 1 ? text : string.Create(CultureInfo.InvariantCulture, $"{text} ({times})");
        })];
    }
}

/// <summary>Text beside or inside marks; a withheld mark says so.</summary>
internal sealed record TextSeries(ImmutableArray<Phrase> Texts) : Series
{
    public override int Length => Texts.Length;

    public override JsonNode? Value(int mark, bool withheld, RenderOptions options) => JsonValue.Create(PlotlyText.Encode(withheld
        ? string.Create(CultureInfo.InvariantCulture, $"< {options.SmallCell} records")
        : Texts[mark].Show(options)));
}

/// <summary>A constant of the drawing, one a mark, such as a colour.</summary>
internal sealed record StyleSeries(ImmutableArray<string> Constants) : Series
{
    public override int Length => Constants.Length;

    public override JsonNode? Value(int mark, bool withheld, RenderOptions options) => JsonValue.Create(Constants[mark]);
}
