using MathNet.Numerics.Distributions;
using Segmentation.Statistics;

namespace Segmentation.Survival;

/// <summary>How many times as often events come in one group as in another, at any one time.</summary>
/// <param name="LogRatio">Logarithm of the ratio; minus infinity where only the second group had events, infinity where only the first had, NaN where neither had or the two were never at risk together.</param>
/// <param name="StandardError">Standard error of <paramref name="LogRatio"/>; NaN where that is not finite.</param>
/// <param name="LogInterval">Interval of <paramref name="LogRatio"/>; an end is infinite where nothing bounds it, both where nothing can be said.</param>
public sealed record HazardRatioOfTwo(double LogRatio, double StandardError, Interval LogInterval)
{
    // Logarithms between which ratios are sought, and from where on the likelihood can no longer tell them from infinity.
    private const double Far = 30;
    private const double Near = 25;

    /// <summary>Gets the hazard ratio; NaN where nothing can be said.</summary>
    public double Ratio => Math.Exp(LogRatio);

    /// <summary>Gets the interval of the ratio, in [0, ∞].</summary>
    public Interval Interval => new(Math.Exp(LogInterval.Low), Math.Exp(LogInterval.High));

    /// <summary>Returns the ratio of one group to another.</summary>
    /// <param name="times">The times of n records.</param>
    /// <param name="isFirst">Length n. Whether the record is of the group above the line; the others are below.</param>
    /// <param name="confidence">Two-sided confidence level, inside (0, 1). Default 0.95.</param>
    /// <exception cref="ArgumentException">The inputs differ in length.</exception>
    /// <remarks>Cox's partial likelihood of one group indicator, ties by Efron's method (B. Efron, Journal of the American Statistical Association 72(359), 1977, 557-565), from counts. The interval holds the ratios that a likelihood
    /// ratio test would not reject: unlike Wald's it exists where one group had no event.</remarks>
    public static HazardRatioOfTwo Of(EventTimes times, ReadOnlySpan<bool> isFirst, double confidence = 0.95)
    {
        Statistics.Confidence.Check(confidence);
        var group = new int[isFirst.Length];
        for (var i = 0; i < group.Length; i++) group[i] = isFirst[i] ? 0 : 1;
        var risks = Risks(EventCounts.Of(times, group, 2));
        var line = ChiSquared.InvCDF(1, confidence) / 2;
        if (risks.Sum(r => r.First + r.Second) == 0) return new(double.NaN, double.NaN, new(double.NegativeInfinity, double.PositiveInfinity));
        var best = Root(b => Derivatives(risks, b).Slope, -Far, Far);
        var (value, _, curvature) = Derivatives(risks, Math.Clamp(best, -Far, Far));
        var isFinite = Math.Abs(best) < Near;
        var interval = new Interval(
            best <= -Near ? double.NegativeInfinity : Root(b => value - line - Derivatives(risks, b).Value, -Far, Math.Min(best, Far)),
            best >= Near ? double.PositiveInfinity : Root(b => Derivatives(risks, b).Value - (value - line), Math.Max(best, -Far), Far));
        return new(isFinite ? best : double.CopySign(double.PositiveInfinity, best), isFinite ? 1 / Math.Sqrt(curvature) : double.NaN, interval);
    }

    private static List<Risk> Risks(EventCounts counts)
    {
        var (atRisk, risks) = (counts.AtRiskFirst(), new List<Risk>());
        for (var cell = 0; cell < counts.Leaving.Length; cell += 2)
        {
            for (var g = 0; g < 2 && counts.Entering.Length > 0; g++) atRisk[g] += counts.Entering[cell + g];

            // Where only one group is at risk an event says nothing of the ratio.
            if (counts.Events[cell] + counts.Events[cell + 1] > 0 && atRisk[0] > 0 && atRisk[1] > 0) risks.Add(new(atRisk[0], atRisk[1], counts.Events[cell], counts.Events[cell + 1]));
            for (var g = 0; g < 2; g++) atRisk[g] -= counts.Leaving[cell + g];
        }

        return risks;
    }

    // l = Σ d₁b - Σ_l log(n₁eᵇ + n₂ - l/d (d₁eᵇ + d₂)), its first derivative and the negative of its second.
    private static (double Value, double Slope, double Curvature) Derivatives(List<Risk> risks, double b)
    {
        var (value, slope, curvature, ratio) = (0d, 0d, 0d, Math.Exp(b));
        foreach (var risk in risks)
        {
            var d = risk.First + risk.Second;
            value += risk.First * b;
            slope += risk.First;
            for (var l = 0; l < d; l++)
            {
                var first = (risk.AtRiskFirst - ((double)l / d * risk.First)) * ratio;
                var all = first + risk.AtRiskSecond - ((double)l / d * risk.Second);
                var share = first / all;
                value -= Math.Log(all);
                slope -= share;
                curvature += share * (1 - share);
            }
        }

        return (value, slope, curvature);
    }

    /// <summary>Returns where a falling function crosses 0; infinity on the side where it does not.</summary>
    private static double Root(Func<double, double> falling, double low, double high)
    {
        if (falling(low) < 0) return double.NegativeInfinity;
        if (falling(high) > 0) return double.PositiveInfinity;
        while (high - low > 1e-13 * Math.Max(1, Math.Abs(high)))
        {
            var middle = (low + high) / 2;
            if (middle <= low || middle >= high) break;
            if (falling(middle) > 0) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }

    private readonly record struct Risk(int AtRiskFirst, int AtRiskSecond, int First, int Second);
}
