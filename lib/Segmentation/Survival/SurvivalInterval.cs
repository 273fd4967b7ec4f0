using MathNet.Numerics.Distributions;
using Segmentation.Statistics;

namespace Segmentation.Survival;

/// <summary>Pointwise intervals around a survival.</summary>
internal static class SurvivalInterval
{
    private static readonly Interval None = new(double.NaN, double.NaN);

    /// <summary>Returns the interval at one time.</summary>
    /// <param name="survival">The survival S.</param>
    /// <param name="error">Greenwood's standard error over S, that of its logarithm.</param>
    /// <param name="records">Records that the estimate rests on where there is no error to reckon them from (S 0 or 1).</param>
    /// <param name="options">Confidence and type.</param>
    public static Interval Of(double survival, double error, double records, KaplanMeierOptions options) => Of(survival, error, records, options, Normal.InvCDF(0, 1, (1 + options.Confidence) / 2));

    /// <summary>Returns the same where the normal quantile is known.</summary>
    public static Interval Of(double survival, double error, double records, KaplanMeierOptions options, double z)
    {
        if (options.Interval == SurvivalIntervalType.Wilson)
        {
            // Records that would give Greenwood's variance were they a simple sample: S(1-S)/(S error)².
            var effective = survival is > 0 and < 1 && error > 0 ? (1 - survival) / (survival * error * error) : records;
            return effective > 0 ? ProportionInterval.OfEffective(survival, effective, options.Confidence) : new(0, 1);
        }

        if (!(survival > 0)) return None;
        var half = z * error;
        switch (options.Interval)
        {
            case SurvivalIntervalType.Plain:
                return new(Math.Max(0, survival - (survival * half)), Math.Min(1, survival + (survival * half)));
            case SurvivalIntervalType.LogLog:
                // exp(-exp(log(-log S) ± z error/log S)), which is S to the power exp(± z error/log S).
                if (survival >= 1) return None;
                var power = Math.Exp(half / Math.Log(survival));
                return new(Math.Pow(survival, 1 / power), Math.Pow(survival, power));
            default:
                var factor = Math.Exp(half);
                return new(survival / factor, Math.Min(1, survival * factor));
        }
    }
}
