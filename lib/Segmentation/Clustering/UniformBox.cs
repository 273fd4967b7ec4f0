using Segmentation.Statistics;

namespace Segmentation.Clustering;

/// <summary>Points spread evenly over the box that others fill.</summary>
internal static class UniformBox
{
    /// <summary>Returns as many points as there are, over their ranges along axes.</summary>
    /// <param name="points">The points that fill the box.</param>
    /// <param name="axes">d x d, one a row; null for the coordinates themselves.</param>
    /// <param name="random">Where the points come from.</param>
    public static PointSet Draw(PointSet points, double[]? axes, SeededRandom random)
    {
        var d = points.Dimensions;
        var (least, most) = (new double[d], new double[d]);
        Array.Fill(least, double.PositiveInfinity);
        Array.Fill(most, double.NegativeInfinity);
        for (var i = 0; i < points.Count; i++)
        {
            for (var axis = 0; axis < d; axis++)
            {
                var along = 0d;
                if (axes is null) along = points[i][axis];
                else for (var j = 0; j < d; j++) along += axes[(axis * d) + j] * points[i][j];
                (least[axis], most[axis]) = (Math.Min(least[axis], along), Math.Max(most[axis], along));
            }
        }

        // Turned back they would lie where the points do; the within sum does not ask.
        var drawn = new double[points.Count * d];
        for (var i = 0; i < drawn.Length; i++) drawn[i] = least[i % d] + (random.NextDouble() * (most[i % d] - least[i % d]));
        return new(drawn, d);
    }
}
