using System.Globalization;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>One piece of a <see cref="Phrase"/>: words, a count of records, or a label or figure from the data.</summary>
/// <param name="Text">The words; empty for a count.</param>
/// <param name="Records">The records behind it, by which it is hidden under mask; null for plain words.</param>
/// <param name="IsPersonal">Whether it points at a person or customer.</param>
internal readonly record struct Piece(string Text, int? Records, bool IsPersonal)
{
    public static implicit operator Piece(string text) => new(text, null, false);

    /// <summary>Returns a count of records, hidden under mask where it is small.</summary>
    public static Piece Count(int records) => new(string.Empty, records, false);

    /// <summary>Returns a label from the data, hidden under mask where it is personal.</summary>
    public static Piece Label(string text, bool isPersonal) => new(PlotlyText.Shorten(text), null, isPersonal);

    /// <summary>Returns a figure that rests on some records, hidden under mask where they are few.</summary>
    public static Piece Figure(string text, double records) => new(text, (int)Math.Min(records, int.MaxValue), false);

    public string Show(RenderOptions options) => this switch
    {
        { Records: { } records, Text.Length: > 0 } => Withheld(records, options) ? RenderOptions.Hidden : Text,
        { Records: { } records } when Withheld(records, options) => string.Create(CultureInfo.InvariantCulture, $"< {options.SmallCell}"),
        { Records: { } records } => records.ToString("#,0", CultureInfo.InvariantCulture),
        { IsPersonal: true } when options.Mask => RenderOptions.Hidden,
        _ => Text,
    };

    /// <summary>Tells whether a count is hidden: under mask, from 1 up to but not including the small cell.</summary>
    public static bool Withheld(double records, RenderOptions options) => options.Mask && records > 0 && records < options.SmallCell;
}
