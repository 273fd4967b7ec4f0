using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Clustering;

/// <summary>Exponential and logarithm with the same bits on every machine, which those of the platforms' mathematical libraries do not have: only operations that IEEE 754 rounds one way.</summary>
internal static class PortableMath
{
    // Adding it leaves a number below 2^51 rounded to a whole one in the lowest bits.
    private const double Rounding = 6755399441055744;
    private const double LogOf2High = 0.693147180369123816490;
    private const double LogOf2Low = 1.90821492927058770002e-10;

    // 1/i! for i = 13 down to 0: beyond them nothing is left of a double for |r| <= ln 2 / 2.
    private static readonly double[] InverseFactorials = [1 / 6227020800d, 1 / 479001600d, 1 / 39916800d, 1 / 3628800d, 1 / 362880d, 1 / 40320d, 1 / 5040d, 1 / 720d, 1 / 120d, 1 / 24d, 1 / 6d, 1 / 2d, 1, 1];

    // 1/(2i + 1) for i = 11 down to 0: the same for the series of the inverse hyperbolic tangent up to (√2 - 1)/(√2 + 1).
    private static readonly double[] OddInverses = [1 / 23d, 1 / 21d, 1 / 19d, 1 / 17d, 1 / 15d, 1 / 13d, 1 / 11d, 1 / 9d, 1 / 7d, 1 / 5d, 1 / 3d, 1];

    /// <summary>Returns e to the power of each lane; lanes are at most 700; below -700 the answer is 0.</summary>
    /// <remarks>x = n ln 2 + r; e^x = 2^n e^r. Relative error below 4e-16.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp(Vector512<double> x)
    {
        var small = Vector512.LessThan(x, Vector512.Create(-700d));
        x = Vector512.ConditionalSelect(small, Vector512.Create(-700d), x);
        var shifted = (x * Vector512.Create(1.4426950408889634)) + Vector512.Create(Rounding);
        var n = shifted - Vector512.Create(Rounding);
        var r = x - (n * Vector512.Create(LogOf2High)) - (n * Vector512.Create(LogOf2Low));
        var power = Vector512.Create(InverseFactorials[0]);
        for (var i = 1; i < InverseFactorials.Length; i++) power = (power * r) + Vector512.Create(InverseFactorials[i]);
        var two = (Vector512.ShiftLeft(shifted.AsInt64(), 52) + Vector512<double>.One.AsInt64()).AsDouble();
        return Vector512.ConditionalSelect(small, Vector512<double>.Zero, power * two);
    }

    /// <summary>Returns the natural logarithm of each lane; lanes are normal, finite and above 0.</summary>
    /// <remarks>x = 2^n m with m in [√½, √2); ln m = 2 artanh((m - 1)/(m + 1)).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log(Vector512<double> x)
    {
        // Taking the bits of √½ away leaves n in the exponent's place; it goes into the lowest bits of a number whose value is known.
        var exponent = Vector512.ShiftRightArithmetic(x.AsInt64() - Vector512.Create(0.70710678118654757).AsInt64(), 52);
        var m = (x.AsInt64() - Vector512.ShiftLeft(exponent, 52)).AsDouble();
        var n = (exponent + Vector512.Create(Rounding).AsInt64()).AsDouble() - Vector512.Create(Rounding);
        var s = (m - Vector512<double>.One) / (m + Vector512<double>.One);
        var square = s * s;
        var series = Vector512.Create(OddInverses[0]);
        for (var i = 1; i < OddInverses.Length; i++) series = (series * square) + Vector512.Create(OddInverses[i]);
        return (n * Vector512.Create(LogOf2High)) + ((n * Vector512.Create(LogOf2Low)) + ((s + s) * series));
    }

    /// <summary>Returns the natural logarithm of a number above 0.</summary>
    public static double Log(double x) => Log(Vector512.Create(x))[0];
}
