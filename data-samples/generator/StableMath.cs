namespace Segmentation.Samples;

/// <summary>
/// Exponential and logarithm from additions and multiplications only: IEEE 754 fixes those to the bit, while a platform's own
/// functions may differ in the last one, and with it the committed files.
/// </summary>
internal static class StableMath
{
    private const double Ln2 = 0.69314718055994530942;

    public static double Exp(double x)
    {
        var halvings = Math.Round(x / Ln2);
        var rest = x - (halvings * Ln2);
        var sum = 1.0;
        for (var term = 16; term >= 1; term--) sum = 1.0 + (rest / term * sum);
        return Math.ScaleB(sum, (int)halvings);
    }

    /// <summary>Returns the natural logarithm of a positive, normal number.</summary>
    public static double Log(double x)
    {
        var exponent = 0;
        while (x > 1.5)
        {
            x *= 0.5;
            exponent++;
        }

        while (x < 0.75)
        {
            x *= 2;
            exponent--;
        }

        // ln x = 2 artanh((x - 1) / (x + 1)), and |(x - 1) / (x + 1)| <= 0.2 here.
        var s = (x - 1) / (x + 1);
        var square = s * s;
        var sum = 0.0;
        for (var power = 31; power >= 1; power -= 2) sum = (sum * square) + (1.0 / power);
        return (2 * s * sum) + (exponent * Ln2);
    }
}
