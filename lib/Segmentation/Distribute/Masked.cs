using System.Globalization;
using Segmentation.Audit;
using Segmentation.Tables;

namespace Segmentation.Distribute;

/// <summary>Counts in sentences, as they may be shown.</summary>
internal static class Masked
{
    /// <summary>Returns a count; under a mask "fewer than 5" for 1 to 4.</summary>
    public static string Count(int count, RenderOptions options) =>
        options.Mask && count > 0 && count < options.SmallCell ? string.Create(CultureInfo.InvariantCulture, $"fewer than {options.SmallCell}") : Phrase.Count(count);
}
