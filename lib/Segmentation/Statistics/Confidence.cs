using System.Globalization;

namespace Segmentation.Statistics;

/// <summary>Confidence levels.</summary>
internal static class Confidence
{
    /// <exception cref="ArgumentOutOfRangeException">The level is not inside (0, 1).</exception>
    public static void Check(double confidence)
    {
        if (!(confidence > 0 && confidence < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), string.Create(CultureInfo.InvariantCulture, $"confidence is {confidence} but must be a proportion inside 0 to 1, such as 0.95."));
    }
}
