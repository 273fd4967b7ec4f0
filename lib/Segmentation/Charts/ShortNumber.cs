using System.Globalization;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>Numbers as a title or a label has room for them: three digits, with k, M or B.</summary>
internal static class ShortNumber
{
    public static string Show(double value, NumberFormat format)
    {
        if (format is NumberFormat.Share or NumberFormat.Score) return NumberColumn.Show(value, format);
        return Math.Abs(value) switch
        {
            >= 999.5e9 => value.ToString("0.##E+0", CultureInfo.InvariantCulture),
            >= 999.5e6 => Three(value / 1e9) + "B",
            >= 999.5e3 => Three(value / 1e6) + "M",
            >= 10e3 when format != NumberFormat.Count => Three(value / 1e3) + "k",
            >= 100 => value.ToString("#,0", CultureInfo.InvariantCulture),
            _ => Three(value),
        };
    }

    private static string Three(double value) => value.ToString(
        Math.Abs(value) switch { >= 99.95 => "0", >= 9.995 => "0.#", >= 0.0995 or 0 => "0.##", _ => "0.##E+0" }, CultureInfo.InvariantCulture);
}
