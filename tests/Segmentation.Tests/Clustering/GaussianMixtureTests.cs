using Segmentation.Clustering;
using Segmentation.Statistics;

namespace Segmentation.Tests.Clustering;

public sealed class GaussianMixtureTests
{
    // Full: R, mclustBIC(iris[, 1:4], modelNames = "VVV"), its sign turned. Diagonal and spherical: scikit-learn 1.2.1, GaussianMixture(k, covariance_type, tol=1e-9, reg_covar=1e-9).bic(X).
    [Theory]
    [InlineData(CovarianceShape.Full, 1, 829.9782)]
    [InlineData(CovarianceShape.Full, 2, 574.0178)]
    [InlineData(CovarianceShape.Full, 3, 580.8389)]
    [InlineData(CovarianceShape.Diagonal, 1, 1522.1202)]
    [InlineData(CovarianceShape.Diagonal, 2, 857.5515)]
    [InlineData(CovarianceShape.Diagonal, 3, 744.6317)]
    [InlineData(CovarianceShape.Spherical, 1, 1804.0854)]
    [InlineData(CovarianceShape.Spherical, 2, 1012.2352)]
    [InlineData(CovarianceShape.Spherical, 3, 853.8090)]
    public void Iris_has_the_BIC_of_mclust_and_scikit_learn(CovarianceShape shape, int k, double expected)
    {
        var result = GaussianMixture.Fit(Iris.Points, k, new() { Shape = shape, Tolerance = 1e-9 });
        Assert.Equal(expected, result.Bic, 0.00006);
        Assert.True(result.Converged);
    }

    [Fact]
    public void One_component_is_the_mean_and_the_population_variance()
    {
        // 1, 2, 3, 6: mean 3, squared deviations 4 + 1 + 0 + 9 = 14, variance 3.5; ln L = -2 ln(2π 3.5) - 2.
        var result = GaussianMixture.Fit(new([1, 2, 3, 6], 1), 1, new() { Ridge = 1e-12 });
        Assert.Equal(3, result.Means[0][0], 1e-12);
        Assert.Equal(3.5, result.Covariances[0][0], 1e-9);
        Assert.Equal((-2 * Math.Log(2 * Math.PI * 3.5)) - 2, result.LogLikelihood, 1e-9);
        Assert.Equal((-2 * result.LogLikelihood) + (2 * Math.Log(4)), result.Bic, 1e-9);
        Assert.Equal(result.Bic, result.Icl, 1e-9);
    }

    [Fact]
    public void Known_components_are_recovered()
    {
        // 3,000 of N(0, 1) and 1,000 of N(6, 2²), sums of twelve even draws. Standard errors: of a mean 1/√3000 = .018 and 2/√1000 = .063; of the share √(.75 .25/4000) = .007; bounds at about 4.
        var random = new SeededRandom(11);
        double Normal() => Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6;
        var result = GaussianMixture.Fit(new([.. Enumerable.Range(0, 4000).Select(i => i < 3000 ? Normal() : 6 + (2 * Normal()))], 1), 2);
        Assert.Equal(0, result.Means[0][0], 0.08);
        Assert.Equal(6, result.Means[1][0], 0.3);
        Assert.Equal(1, result.Covariances[0][0], 0.12);
        Assert.Equal(4, result.Covariances[1][0], 0.9);
        Assert.Equal(0.75, result.Weights[0], 0.03);
    }

    [Fact]
    public void Posteriors_add_up_to_one_and_labels_are_the_highest()
    {
        var result = GaussianMixture.Fit(Iris.Points, 3);
        for (var i = 0; i < 150; i++)
        {
            double[] own = [.. Enumerable.Range(0, 3).Select(c => result.Posterior(i, c))];
            Assert.Equal(1, own.Sum(), 1e-12);
            Assert.Equal(own.Max(), own[result.Labels[i]]);
        }

        // ICL = BIC - 2 Σ ln of the highest posterior.
        Assert.Equal(result.Bic - (2 * Enumerable.Range(0, 150).Sum(i => Math.Log(result.Posterior(i, result.Labels[i])))), result.Icl, 1e-9);
        Assert.Equal(1, result.Weights.Sum(), 1e-12);
    }

    [Fact]
    public void An_iteration_never_makes_the_points_less_likely()
    {
        var start = KMeans.Fit(Iris.Points, 3);
        var fit = new ExpectationMaximization(new(Iris.Points, default, 1), CovarianceShape.Full, start.Centres.Coordinates.ToArray(), [1e-9, 1e-9, 1e-9, 1e-9]);
        fit.Start(start.Labels.AsSpan());
        var last = double.NegativeInfinity;
        for (var i = 0; i < 60; i++)
        {
            var likelihood = fit.Iterate();
            Assert.True(likelihood >= last - 1e-9, $"{last} fell to {likelihood}");
            last = likelihood;
        }
    }

    [Fact]
    public void A_weight_counts_as_often_as_the_point_repeated()
    {
        var points = KMeansTests.Points(200, 2, 4, groups: 2);
        double[] weights = [.. Enumerable.Range(0, 200).Select(i => (double)(i % 3))];
        var repeated = new PointSet([.. Enumerable.Range(0, 200).SelectMany(i => Enumerable.Repeat(points[i].ToArray(), i % 3)).SelectMany(x => x)], 2);
        var (weighted, plain) = (GaussianMixture.Fit(points, 2, weights: weights), GaussianMixture.Fit(repeated, 2));
        Assert.Equal(plain.LogLikelihood, weighted.LogLikelihood, 1e-6);
        Assert.Equal(plain.Bic, weighted.Bic, 1e-6);
    }

    [Fact]
    public void A_fit_that_starts_from_its_own_answer_stays_there()
    {
        var first = GaussianMixture.Fit(Iris.Points, 2);
        var again = GaussianMixture.Fit(Iris.Points, first);
        Assert.Equal(first.Bic, again.Bic, 1e-4);
        Assert.True(again.Iterations <= 3);
        Assert.Equal(first.Labels.AsEnumerable(), again.Labels);
    }

    [Fact]
    public void One_thread_gives_the_bits_of_many()
    {
        var points = KMeansTests.Points(20_000, 2, 1, groups: 3);
        GaussianMixtureResult Fit(int threads) => GaussianMixture.Fit(points, 3, new() { MaximumIterations = 20, Start = new() { Starts = 2, MaximumThreads = threads } });
        var (one, many) = (Fit(1), Fit(5));
        Assert.Equal(one.LogLikelihood, many.LogLikelihood);
        Assert.Equal(one.Posteriors.AsEnumerable(), many.Posteriors);
    }

    [Fact]
    public void Points_in_one_place_are_one_component_of_finite_likelihood()
    {
        var result = GaussianMixture.Fit(new([7, 7, 7, 7], 1), 3);
        Assert.Equal((1, 3), (result.Components, result.Requested));
        Assert.True(double.IsFinite(result.LogLikelihood));
        Assert.Equal(7, result.Means[0][0]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    public void Few_points_and_tied_values_stay_finite(int k)
    {
        PointSet[] sets = [new([3, 4], 2), new([1, 2], 1), new([1, 1, 1, 2, 2, 5, 5, 5, 9], 1), new([1, 0, 2, 0, 3, 0, 4, 0], 2), new([1, 2, 2, 4, 3, 6, 4, 8, 5, 10], 2)];
        foreach (var points in sets)
        {
            var result = GaussianMixture.Fit(points, k);
            Assert.True(double.IsFinite(result.Bic) && double.IsFinite(result.Icl));
            Assert.All(result.Posteriors, p => Assert.InRange(p, 0, 1));
            Assert.InRange(result.Components, 1, k);
        }
    }

    [Fact]
    public void Wrong_inputs_are_refused()
    {
        Assert.Throws<ArgumentException>(() => GaussianMixture.Fit(new([], 1), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussianMixture.Fit(new([1, 2], 1), 1, new() { Ridge = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => GaussianMixture.Fit(new([1, 2], 1), 0));
        Assert.Equal("The points have 2 coordinates but the mixture to start from 4. (Parameter 'start')", Assert.Throws<ArgumentException>(() => GaussianMixture.Fit(new([1, 2], 2), GaussianMixture.Fit(Iris.Points, 1))).Message);
    }
}
