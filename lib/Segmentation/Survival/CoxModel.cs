using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Statistics;

namespace Segmentation.Survival;

/// <summary>A Cox regression: how the hazard of an event changes with covariates, each with all others held, whatever the hazard's course over time.</summary>
/// <remarks>Assumes that a covariate multiplies the hazard by one factor at all times (<see cref="ProportionalHazards"/> checks it), log hazards linear in the covariates, records that are independent, and
/// censoring that has nothing to do with the event. D. R. Cox, Journal of the Royal Statistical Society B 34(2), 1972, 187-220. A record counts at the events after its entry and up to its exit. Each stratum has a
/// hazard of its own. Held against R's coxph (survival 3.5-3).</remarks>
public sealed record CoxModel
{
    private readonly ModelFit? fit;

    private CoxModel(ModelFit? fit, EventTimes times, Covariates design, int[] stratumOf) => (this.fit, Times, Design, StratumOf) = (fit, times, design, stratumOf);

    /// <summary>Gets the options.</summary>
    public required CoxOptions Options { get; init; }

    /// <summary>Gets the records n.</summary>
    public required int Records { get; init; }

    /// <summary>Gets the events.</summary>
    public required int Events { get; init; }

    /// <summary>Gets the strata with records.</summary>
    public required int Strata { get; init; }

    /// <summary>Gets the names of the p covariates.</summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>Gets the p coefficients in the covariates' order. A covariate left out is still here, see <see cref="Notes"/>.</summary>
    public required ImmutableArray<ModelCoefficient> Coefficients { get; init; }

    /// <summary>Gets the partial log-likelihood with every coefficient 0.</summary>
    public required double LogLikelihoodNull { get; init; }

    /// <summary>Gets the partial log-likelihood.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Gets the likelihood-ratio test of all covariates together.</summary>
    public required ModelTest LikelihoodRatio { get; init; }

    /// <summary>Gets Wald's test of all covariates together; of those with a finite coefficient.</summary>
    public required ModelTest Wald { get; init; }

    /// <summary>Gets the score test of all covariates together: for one covariate of groups, the log-rank test.</summary>
    public required ModelTest Score { get; init; }

    /// <summary>Gets the steps made.</summary>
    public required int Iterations { get; init; }

    /// <summary>Gets whether they converged.</summary>
    public required bool HasConverged { get; init; }

    /// <summary>Gets what the reader has to know: covariates left out, coefficients without end, no convergence; one sentence each.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>Gets, length n, b'x of each record less its mean: the logarithm of its risk; finite also where a coefficient is not.</summary>
    public required ImmutableArray<double> LogRisk { get; init; }

    /// <summary>Gets the covariance of the coefficients, 0 where one was left out.</summary>
    internal double[,] Covariance => fit?.Covariance ?? new double[Names.Length, Names.Length];

    /// <summary>Gets the times.</summary>
    internal EventTimes Times { get; }

    /// <summary>Gets the covariates.</summary>
    internal Covariates Design { get; }

    /// <summary>Gets the stratum of each record; empty where there is one.</summary>
    internal int[] StratumOf { get; }

    /// <summary>Gets the fit; null where there was nothing to fit.</summary>
    internal ModelFit? Fitted => fit;

    /// <summary>Returns the regression.</summary>
    /// <param name="times">The times of n records.</param>
    /// <param name="covariates">Length n p, record after record; finite.</param>
    /// <param name="names">Length p, distinct.</param>
    /// <param name="options">How to fit; <see cref="CoxOptions.Default"/> where null.</param>
    /// <param name="strata">Length n, at least 0: groups with hazards of their own, compared only within; empty for one.</param>
    /// <returns>Coefficients of which nothing is known, and why, where there is no event. A covariate that is constant, or determined by those before it, is left out and said so. One for which the likelihood rises
    /// without end has an infinite estimate, a one-sided interval from the profile of the likelihood and the p-value of the likelihood ratio.</returns>
    /// <exception cref="ArgumentException">The inputs differ in length, a name comes twice, or a covariate is not finite.</exception>
    public static CoxModel Fit(EventTimes times, ReadOnlySpan<double> covariates, IReadOnlyList<string> names, CoxOptions? options = null, ReadOnlySpan<int> strata = default)
    {
        ArgumentNullException.ThrowIfNull(times);
        options ??= CoxOptions.Default;
        Confidence.Check(options.Confidence);
        var design = Covariates.Of(covariates, times.Count, names);
        var order = new RiskOrder(times, strata);
        var events = order.HasEvent.Count(e => e);
        var likelihood = new CoxLikelihood(order, design, options.Ties);
        var fit = events == 0 ? null : new ModelFit(likelihood.At, design.Scale, options.MaximumIterations, options.Tolerance);
        var logRisk = new double[times.Count];
        if (fit is not null)
        {
            for (var i = 0; i < logRisk.Length; i++)
            {
                var x = likelihood.Row(i);
                for (var j = 0; j < x.Length; j++) logRisk[order.Rows[i]] += fit.Maximum.Coefficients[j] * x[j];
            }
        }

        var (value, score) = (fit?.Maximum.At.LogLikelihood ?? 0, fit?.Null.Score ?? []);
        return new(fit, times, design, strata.ToArray())
        {
            Options = options,
            Records = times.Count,
            Events = events,
            Strata = order.Bounds.Length - 1,
            Names = [.. names],
            Coefficients = [.. names.Select((name, j) => fit?.Of(j, name, options.Confidence) ?? ModelCoefficient.Unknown(name))],
            LogLikelihoodNull = fit?.Null.LogLikelihood ?? 0,
            LogLikelihood = value,
            LikelihoodRatio = fit is null ? ModelTest.Of(0, 0) : ModelTest.Of(2 * (value - fit.Null.LogLikelihood), fit.Free.Length),
            Wald = WaldOf(fit),
            Score = fit is null ? ModelTest.Of(0, 0) : ModelTest.Of(new SymmetricMatrix(fit.Null.Information, fit.Free.ToArray()).Quadratic(score), fit.Free.Length),
            Iterations = fit?.Maximum.Iterations ?? 0,
            HasConverged = fit?.Maximum.HasConverged ?? false,
            Notes = [.. Said(fit, design, options, times.Count)],
            LogRisk = [.. logRisk],
        };
    }

    /// <summary>Returns the likelihood-ratio test of some covariates together: whether the regression says less without them.</summary>
    /// <param name="tested">Names of covariates; one left out of the fit takes no part.</param>
    /// <exception cref="ArgumentException">The regression has no such covariate.</exception>
    public ModelTest TestOf(params IEnumerable<string> tested)
    {
        int[] some = [.. tested.Select(name => Covariates.Find(Names, name))];
        return fit is null ? ModelTest.Of(0, 0) : fit.Test(some);
    }

    /// <summary>Returns how often the regression orders two records as their events came.</summary>
    public ConcordanceResult Concordance() => Survival.Concordance.Of(Times, LogRisk.AsSpan(), StratumOf, Options.Confidence);

    private static ModelTest WaldOf(ModelFit? fit)
    {
        if (fit is null) return ModelTest.Of(0, 0);
        int[] finite = [.. fit.Free.ToArray().Where(j => !fit.Infinite.Contains(j))];
        double[] b = [.. Enumerable.Range(0, fit.Covariance.GetLength(0)).Select(fit.Coefficient)];
        return ModelTest.Of(new SymmetricMatrix(fit.Covariance, finite).Quadratic(b), finite.Length);
    }

    private static IEnumerable<string> Said(ModelFit? fit, Covariates design, CoxOptions options, int records)
    {
        if (fit is null)
        {
            yield return records == 0 ? "There are no records." : "There is no event: nothing can be told apart.";
            yield break;
        }

        foreach (var line in design.LeftOut(fit.Free.ToArray())) yield return line;
        foreach (var j in fit.Infinite.Order())
        {
            yield return $"The coefficient of '{design.Names[j]}' runs to {(fit.Coefficient(j) > 0 ? "plus" : "minus")} infinity: at every event the record had the {(fit.Coefficient(j) > 0 ? "largest" : "smallest")} value at risk once the others are allowed for. "
                + "The interval has one end, from the profile of the likelihood.";
        }

        if (!fit.Maximum.HasConverged) yield return string.Create(CultureInfo.InvariantCulture, $"The steps did not converge in {options.MaximumIterations}: do not rely on the figures.");
    }
}
