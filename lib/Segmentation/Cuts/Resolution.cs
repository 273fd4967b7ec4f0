namespace Segmentation.Cuts;

/// <summary>The step that all values are a multiple of.</summary>
/// <param name="Step">The step; 0 where there is none, or it is too small to matter.</param>
internal sealed record Resolution(double Step)
{
    // What a step adds to the squares is a twelfth of its square: below a hundredth of the range it is lost among what is measured.
    private const double Matters = 0.01;
    private static readonly double[] Digits = [5, 2.5, 2, 1];

    /// <summary>Returns the largest of 1, 2, 2.5 and 5 times a power of ten that every value is a multiple of.</summary>
    /// <param name="groups">The distinct values.</param>
    /// <param name="scale">The scale on which a step has to matter.</param>
    public static Resolution Of(ValueGroups groups, CutScale scale)
    {
        var (low, high) = (groups.At[0], groups.At[^1]);
        var least = scale == CutScale.Log ? low : high - low;
        for (var power = Math.Floor(Math.Log10(Math.Max(Math.Abs(low), Math.Abs(high)))); ; power--)
        {
            foreach (var digit in Digits)
            {
                var step = digit * Math.Pow(10, power);
                if (!(step >= least * Matters) || !(step > 0)) return new(0);
                if (IsMultiple(groups.At, step)) return new(step);
            }
        }
    }

    /// <summary>Returns what rounding took from the squares of all records, and the range that the values stood in before it, on the scale.</summary>
    /// <param name="groups">The distinct values.</param>
    /// <param name="scale">The scale.</param>
    public (double Squares, double Low, double High) On(ValueGroups groups, CutScale scale)
    {
        var half = Step / 2;
        var (low, high) = (groups.At[0] - half, groups.At[^1] + half);
        if (Step == 0) return (0, groups.Scaled[0], groups.Scaled[^1]);
        var squares = 0.0;
        for (var i = 0; i < groups.Length; i++)
        {
            var width = scale == CutScale.Log ? Math.Log((groups.At[i] + half) / (groups.At[i] - half)) : Step;
            squares += groups.Weights[i] * width * width / 12;
        }

        return scale == CutScale.Log ? (squares, Math.Log(low), Math.Log(high)) : (squares, low, high);
    }

    private static bool IsMultiple(ReadOnlySpan<double> values, double step)
    {
        foreach (var value in values)
        {
            // A value with decimals is a multiple but for the last digits of a double.
            var times = value / step;
            if (Math.Abs(times - Math.Round(times)) > 1e-9 * Math.Max(1, Math.Abs(times))) return false;
        }

        return true;
    }
}
