using System.Collections.Immutable;
using System.Globalization;

namespace Segmentation.Statistics;

/// <summary>A logistic regression: how the odds of a property change with covariates, each with all others held.</summary>
/// <remarks>Assumes independent records and log odds linear in the covariates. D. W. Hosmer, S. Lemeshow and R. X. Sturdivant, Applied Logistic Regression, 3rd edition, 2013, chapters 1-2; fitted by Newton's steps.
/// Where a covariate separates those with the property from those without (A. Albert and J. A. Anderson, Biometrika 71(1), 1984, 1-10) the likelihood rises without end; then D. Firth's penalty
/// (Biometrika 80(1), 1993, 27-38) gives finite estimates, with intervals and tests of the penalised profile (G. Heinze and M. Schemper, Statistics in Medicine 21(16), 2002, 2409-2419).</remarks>
public sealed record LogisticRegression
{
    /// <summary>The name of the first coefficient: the log odds where every covariate is 0.</summary>
    public const string Intercept = "(intercept)";

    private readonly ModelFit? fit;
    private readonly ImmutableArray<string> names;

    private LogisticRegression(ModelFit? fit, ImmutableArray<string> names) => (this.fit, this.names) = (fit, names);

    /// <summary>Gets the options.</summary>
    public required LogisticOptions Options { get; init; }

    /// <summary>Gets the records n.</summary>
    public required int Records { get; init; }

    /// <summary>Gets the records with the property.</summary>
    public required int Events { get; init; }

    /// <summary>Gets the p + 1 coefficients: the intercept, then the covariates in their order. A covariate left out is still here, see <see cref="Notes"/>.</summary>
    public required ImmutableArray<ModelCoefficient> Coefficients { get; init; }

    /// <summary>Gets the log-likelihood with the intercept alone; penalised where <see cref="IsFirth"/>.</summary>
    public required double LogLikelihoodNull { get; init; }

    /// <summary>Gets the log-likelihood; penalised where <see cref="IsFirth"/>.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Gets the likelihood-ratio test of all covariates together.</summary>
    public required ModelTest LikelihoodRatio { get; init; }

    /// <summary>Gets the steps made.</summary>
    public required int Iterations { get; init; }

    /// <summary>Gets whether they converged.</summary>
    public required bool HasConverged { get; init; }

    /// <summary>Gets whether the likelihood is penalised as Firth does.</summary>
    public required bool IsFirth { get; init; }

    /// <summary>Gets what the reader has to know: covariates left out, separation, no convergence; one sentence each.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>Gets the covariance of the coefficients, 0 where one was left out.</summary>
    internal double[,] Covariance => fit?.Covariance ?? new double[names.Length + 1, names.Length + 1];

    /// <summary>Returns a coefficient, finite also where the likelihood rises without end; 0 where it was left out.</summary>
    internal double Coefficient(int j) => fit?.Coefficient(j) ?? 0;

    /// <summary>Returns the regression.</summary>
    /// <param name="hasProperty">Length n. Whether each record has the property.</param>
    /// <param name="covariates">Length n p, record after record; finite. Without a column for the intercept, which is always there.</param>
    /// <param name="names">Length p, distinct.</param>
    /// <param name="options">How to fit; <see cref="LogisticOptions.Default"/> where null.</param>
    /// <returns>Coefficients of which nothing is known, and why, where no record or every record has the property. A covariate that is constant, or determined by those before it, is left out and said so.</returns>
    /// <exception cref="ArgumentException">The inputs differ in length, a name comes twice, or a covariate is not finite.</exception>
    public static LogisticRegression Fit(ReadOnlySpan<bool> hasProperty, ReadOnlySpan<double> covariates, IReadOnlyList<string> names, LogisticOptions? options = null)
    {
        options ??= LogisticOptions.Default;
        Confidence.Check(options.Confidence);
        var design = Covariates.Of(covariates, hasProperty.Length, names);
        var likelihood = new LogisticLikelihood(hasProperty.ToArray(), design);
        if (likelihood.Events == 0 || likelihood.Events == hasProperty.Length) return Nothing(hasProperty.Length, likelihood.Events, names, options);
        double[] scale = [1, .. design.Scale];
        double[] start = [likelihood.NullIntercept, .. new double[names.Count]];
        var notes = new List<string>();
        var isFirth = options.Firth == true;
        var fit = Fitted(isFirth);
        var separated = fit.Infinite.Where(j => j > 0).ToArray();
        if (fit.Infinite.Count > 0 && options.Firth is null)
        {
            isFirth = true;
            fit = Fitted(true);
        }

        notes.AddRange(design.LeftOut([.. fit.Free.ToArray().Where(j => j > 0).Select(j => j - 1)]));
        if (separated.Length > 0)
        {
            notes.Add($"{string.Join(" and ", separated.Select(j => $"'{names[j - 1]}'"))} separate{(separated.Length == 1 ? "s" : string.Empty)} the records with the property from those without, so that the likelihood rises without end; "
                + (isFirth ? "estimates, intervals and tests are Firth's penalised ones." : "the estimate is infinite, and its interval is from the profile of the likelihood."));
        }

        if (!fit.Maximum.HasConverged) notes.Add(string.Create(CultureInfo.InvariantCulture, $"the steps did not converge in {options.MaximumIterations}: do not rely on the figures."));
        var test = fit.Test([.. Enumerable.Range(1, names.Count)]);

        // The penalty is of the information of standardised covariates.
        var value = fit.Maximum.At.LogLikelihood + (isFirth ? fit.Free.ToArray().Sum(j => Math.Log(scale[j])) : 0);
        return new(fit, [.. names])
        {
            Options = options,
            Records = hasProperty.Length,
            Events = likelihood.Events,
            Coefficients = [.. names.Prepend(Intercept).Select((name, j) => fit.Of(j, name, options.Confidence, isFirth))],
            LogLikelihoodNull = value - (test.Statistic / 2),
            LogLikelihood = value,
            LikelihoodRatio = test,
            Iterations = fit.Maximum.Iterations,
            HasConverged = fit.Maximum.HasConverged,
            IsFirth = isFirth,
            Notes = [.. notes],
        };

        ModelFit Fitted(bool penalised) => new(b => likelihood.At(b, penalised), scale, options.MaximumIterations, options.Tolerance, start, penalised);
    }

    /// <summary>Returns the likelihood-ratio test of some covariates together: whether the regression says less without them.</summary>
    /// <param name="tested">Names of covariates; one left out of the fit takes no part.</param>
    /// <exception cref="ArgumentException">The regression has no such covariate.</exception>
    public ModelTest TestOf(params IEnumerable<string> tested) => fit is null ? ModelTest.Of(0, 0) : fit.Test([.. tested.Select(name => 1 + Covariates.Find(names, name))]);

    /// <summary>Returns the probability of the property.</summary>
    /// <param name="covariates">Length p, in the order of the fit.</param>
    public double Probability(ReadOnlySpan<double> covariates)
    {
        if (fit is null) return Records == 0 ? double.NaN : (double)Events / Records;
        var logOdds = fit.Coefficient(0);
        for (var j = 0; j < covariates.Length; j++) logOdds += fit.Coefficient(j + 1) * covariates[j];
        return 1 / (1 + Math.Exp(-logOdds));
    }

    private static LogisticRegression Nothing(int records, int events, IReadOnlyList<string> names, LogisticOptions options) => new(null, [.. names])
    {
        Options = options,
        Records = records,
        Events = events,
        Coefficients = [.. names.Prepend(Intercept).Select(ModelCoefficient.Unknown)],
        LogLikelihoodNull = 0,
        LogLikelihood = 0,
        LikelihoodRatio = ModelTest.Of(0, 0),
        Iterations = 0,
        HasConverged = false,
        IsFirth = false,
        Notes = [records == 0 ? "There are no records." : events == 0 ? "No record has the property: nothing can be told apart." : "Every record has the property: nothing can be told apart."],
    };
}
