namespace Segmentation.Statistics;

/// <summary>The likelihood of a logistic regression, the covariates divided by their standard deviations, the intercept first.</summary>
internal sealed class LogisticLikelihood
{
    private readonly bool[] property;
    private readonly double[] design;
    private readonly int width;

    public LogisticLikelihood(bool[] property, Covariates covariates)
    {
        (this.property, width) = (property, covariates.Count + 1);
        Events = property.Count(e => e);
        design = new double[property.Length * width];
        for (var i = 0; i < property.Length; i++)
        {
            design[i * width] = 1;
            for (var j = 1; j < width; j++) design[(i * width) + j] = covariates.Scale[j - 1] > 0 ? covariates.Values[(i * (width - 1)) + j - 1] / covariates.Scale[j - 1] : 0;
        }
    }

    /// <summary>Gets the records with the property.</summary>
    public int Events { get; }

    /// <summary>Gets the intercept where nothing else counts.</summary>
    public double NullIntercept => Math.Log((double)Events / (property.Length - Events));

    /// <summary>Returns the likelihood at some coefficients.</summary>
    /// <param name="coefficients">Length p + 1.</param>
    /// <param name="isFirth">Whether half the logarithm of the information's determinant is added.</param>
    public LikelihoodAt At(double[] coefficients, bool isFirth)
    {
        var (value, score, information) = (0d, new double[width], new double[width, width]);
        var probability = new double[property.Length];
        for (var i = 0; i < property.Length; i++)
        {
            var x = design.AsSpan(i * width, width);
            var logOdds = 0d;
            for (var j = 0; j < width; j++) logOdds += coefficients[j] * x[j];
            var p = probability[i] = 1 / (1 + Math.Exp(-logOdds));

            // ln p or ln(1 - p), without loss where p is near 0 or 1.
            var against = property[i] ? -logOdds : logOdds;
            value -= against > 0 ? against + Math.Log(1 + Math.Exp(-against)) : Math.Log(1 + Math.Exp(against));
            var (rest, weight) = ((property[i] ? 1 : 0) - p, p * (1 - p));
            for (var j = 0; j < width; j++)
            {
                score[j] += rest * x[j];
                var weighted = weight * x[j];
                for (var k = 0; k <= j; k++) information[j, k] += weighted * x[k];
            }
        }

        for (var j = 0; j < width; j++)
        {
            for (var k = 0; k < j; k++) information[k, j] = information[j, k];
        }

        if (!isFirth) return new(value, score, information);
        var decomposed = new SymmetricMatrix(information);
        var inverse = decomposed.Inverse();
        var curvature = (double[,])information.Clone();
        for (var i = 0; i < property.Length; i++)
        {
            // The score gains h (1/2 - p) x, h the leverage p (1 - p) x' I⁻¹ x.
            var x = design.AsSpan(i * width, width);
            var leverage = 0d;
            for (var j = 0; j < width; j++)
            {
                for (var k = 0; k < width; k++) leverage += x[j] * inverse[j, k] * x[k];
            }

            var p = probability[i];
            leverage *= p * (1 - p);
            for (var j = 0; j < width; j++)
            {
                score[j] += leverage * (.5 - p) * x[j];

                // As if h/2 records of either kind had been added, h held.
                for (var k = 0; k < width; k++) curvature[j, k] += leverage * p * (1 - p) * x[j] * x[k];
            }
        }

        return new(value + (decomposed.LogDeterminant / 2), score, information) { Curvature = curvature };
    }
}
