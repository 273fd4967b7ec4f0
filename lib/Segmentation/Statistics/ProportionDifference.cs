using System.Globalization;

namespace Segmentation.Statistics;

/// <summary>Intervals around the difference of the proportions of two independent groups.</summary>
public static class ProportionDifference
{
    /// <summary>Returns Newcombe's hybrid score interval of the first proportion less the second.</summary>
    /// <param name="successes1">Records of the first group with the property, in [0, <paramref name="trials1"/>].</param>
    /// <param name="trials1">Records of the first group, at least 0.</param>
    /// <param name="successes2">Records of the second group with the property, in [0, <paramref name="trials2"/>].</param>
    /// <param name="trials2">Records of the second group, at least 0.</param>
    /// <param name="confidence">Two-sided confidence level, inside (0, 1). Default 0.95.</param>
    /// <returns>Differences of proportions within [-1, 1]; [-1, 1] where a group is empty and nothing is known. Groups in which no record or every record has the property
    /// have an interval like any other.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>R. G. Newcombe, Statistics in Medicine 17(8), 1998, 873-890, method 10: the distances of each proportion to its Wilson limits, squared and added; no continuity
    /// correction. Assumes independent records in different groups. Not Wald: its interval has no width where both groups have none.</remarks>
    public static Interval Newcombe(int successes1, int trials1, int successes2, int trials2, double confidence = 0.95)
    {
        Check(successes1, trials1, nameof(successes1));
        Check(successes2, trials2, nameof(successes2));
        Confidence.Check(confidence);
        if (trials1 == 0 || trials2 == 0) return new(-1, 1);
        var (first, second) = (ProportionInterval.Wilson(successes1, trials1, confidence), ProportionInterval.Wilson(successes2, trials2, confidence));
        var (p1, p2) = ((double)successes1 / trials1, (double)successes2 / trials2);

        // Lower: p1 - p2 - √((p1 - l1)² + (u2 - p2)²); upper: p1 - p2 + √((u1 - p1)² + (p2 - l2)²).
        var difference = p1 - p2;
        return new(
            Math.Max(-1, difference - Root(p1 - first.Low, second.High - p2)),
            Math.Min(1, difference + Root(first.High - p1, p2 - second.Low)));
    }

    internal static void Check(int successes, int trials, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        if (successes < 0 || successes > trials)
            throw new ArgumentOutOfRangeException(name, string.Create(CultureInfo.InvariantCulture, $"{name} is {successes} but must be in 0 to the records of its group ({trials}). Count both over the same records."));
    }

    private static double Root(double a, double b) => Math.Sqrt((a * a) + (b * b));
}
