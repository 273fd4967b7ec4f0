using System.Globalization;

namespace Segmentation.Statistics;

/// <summary>Splits the change of a rate over all groups into what the groups' own rates did, and what their shares of the whole did.</summary>
public static class KitagawaDecomposition
{
    /// <summary>Returns the split, symmetric between the two times.</summary>
    /// <param name="weightsBefore">Length k. Size of each group before (records, or revenue), finite, at least 0; not all 0.</param>
    /// <param name="ratesBefore">Length k. Rate of each group before; not read where its weight is 0.</param>
    /// <param name="weightsAfter">Length k. Size of each group after, finite, at least 0; not all 0.</param>
    /// <param name="ratesAfter">Length k. Rate of each group after; not read where its weight is 0.</param>
    /// <returns>The rates over all groups and the two effects, which add up to the change; NaN each where a time has no weight at all.</returns>
    /// <exception cref="ArgumentException">The inputs differ in length, or a weight is negative or not finite.</exception>
    /// <remarks>Rate effect Σ (w + w')/2 · (r' - r), mix effect Σ (r + r')/2 · (w' - w), w being shares of the whole: E. M. Kitagawa, "Components of a Difference Between Two Rates",
    /// Journal of the American Statistical Association 50(272), 1955, 1168-1194. A group that is empty at one time has the rate of the other time, so that its coming or going is mix alone.
    /// Describes; proves no cause: groups whose members changed between the times have other rates for that reason.</remarks>
    public static KitagawaResult Of(ReadOnlySpan<double> weightsBefore, ReadOnlySpan<double> ratesBefore, ReadOnlySpan<double> weightsAfter, ReadOnlySpan<double> ratesAfter)
    {
        if (ratesBefore.Length != weightsBefore.Length || weightsAfter.Length != weightsBefore.Length || ratesAfter.Length != weightsBefore.Length)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"weights and rates have {weightsBefore.Length}, {ratesBefore.Length}, {weightsAfter.Length} and {ratesAfter.Length} values; all need one a group."),
                nameof(ratesBefore));
        }

        var (allBefore, allAfter) = (Sum(weightsBefore, nameof(weightsBefore)), Sum(weightsAfter, nameof(weightsAfter)));
        if (!(allBefore > 0) || !(allAfter > 0)) return new(double.NaN, double.NaN, double.NaN, double.NaN);
        var (before, after, rate, mix) = (0d, 0d, 0d, 0d);
        for (var g = 0; g < weightsBefore.Length; g++)
        {
            var (w0, w1) = (weightsBefore[g] / allBefore, weightsAfter[g] / allAfter);
            if (w0 == 0 && w1 == 0) continue;
            var r0 = w0 > 0 ? ratesBefore[g] : ratesAfter[g];
            var r1 = w1 > 0 ? ratesAfter[g] : r0;
            before += w0 * r0;
            after += w1 * r1;
            rate += (w0 + w1) / 2 * (r1 - r0);
            mix += (r0 + r1) / 2 * (w1 - w0);
        }

        return new(before, after, rate, mix);
    }

    private static double Sum(ReadOnlySpan<double> weights, string name)
    {
        var sum = 0d;
        for (var g = 0; g < weights.Length; g++)
        {
            if (!(weights[g] >= 0 && double.IsFinite(weights[g])))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"the weight of group {g} is {weights[g]} but must be a finite number of at least 0."), name);
            sum += weights[g];
        }

        return sum;
    }
}
