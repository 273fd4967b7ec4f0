using System.Globalization;

namespace Segmentation.Tables;

/// <summary>How a result is drawn.</summary>
/// <param name="RowLimit">Most rows drawn; the rest is counted in a line below. Default 20.</param>
/// <param name="Mask">Whether personal columns and small counts are hidden. Default false.</param>
/// <param name="SmallCell">Under <paramref name="Mask"/>, a count from 1 up to but not including this is hidden. Default 5.</param>
public sealed record RenderOptions(int RowLimit = 20, bool Mask = false, int SmallCell = 5)
{
    /// <summary>Gets the defaults: 20 rows, nothing hidden.</summary>
    public static RenderOptions Default { get; } = new();

    /// <summary>What stands in the place of a hidden value.</summary>
    public const string Hidden = "•••";

    /// <summary>Returns a count of records as a sentence may show it; under a mask "fewer than 5" for 1 to 4.</summary>
    /// <param name="records">The count.</param>
    public string Count(int records) => Mask && records > 0 && records < SmallCell
        ? string.Create(CultureInfo.InvariantCulture, $"fewer than {SmallCell}")
        : records.ToString("#,0", CultureInfo.InvariantCulture);
}
