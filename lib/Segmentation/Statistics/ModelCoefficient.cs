namespace Segmentation.Statistics;

/// <summary>One term of a regression: a logarithm of an odds ratio (logistic regression) or of a hazard ratio (Cox regression) for one unit more of the covariate, all others held.</summary>
/// <param name="Name">The covariate.</param>
/// <param name="Estimate">The logarithm of the ratio; plus or minus infinity where the likelihood rises without end; NaN where the term was left out or nothing is known.</param>
/// <param name="StandardError">Its standard error; NaN where there is none.</param>
/// <param name="Interval">Its interval: estimate ± z standard errors, or from the profile of the likelihood where the estimate is infinite or penalised; without bounds where nothing is known.</param>
/// <param name="PValue">How often chance alone gives an estimate at least as far from 0: Wald's test, the likelihood ratio where the interval is from the profile; NaN where there is none.</param>
public sealed record ModelCoefficient(string Name, double Estimate, double StandardError, Interval Interval, double PValue)
{
    /// <summary>Gets the ratio: how many times the odds or the hazard are for one unit more; 0 or positive infinity where the likelihood rises without end.</summary>
    public double Ratio => Math.Exp(Estimate);

    /// <summary>Gets the interval of <see cref="Ratio"/>.</summary>
    public Interval RatioInterval => new(Math.Exp(Interval.Low), Math.Exp(Interval.High));

    /// <summary>Gets a term of which nothing is known.</summary>
    internal static ModelCoefficient Unknown(string name) => new(name, double.NaN, double.NaN, new(double.NegativeInfinity, double.PositiveInfinity), double.NaN);
}
