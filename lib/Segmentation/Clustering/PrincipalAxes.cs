namespace Segmentation.Clustering;

/// <summary>The axes along which points spread independently.</summary>
internal static class PrincipalAxes
{
    // Rotations of every pair of axes; each squares what is left off the diagonal, so that ten leave nothing.
    private const int Sweeps = 30;

    /// <summary>Returns the axes, d x d, one a row, each of length 1.</summary>
    /// <remarks>Eigenvectors of the covariances by C. G. J. Jacobi's rotations (Journal für die reine und angewandte Mathematik 30, 1846, 51-94), cyclic by rows.</remarks>
    public static double[] Of(PointSet points)
    {
        var d = points.Dimensions;
        var (axes, covariances) = (new double[d * d], Covariances(points));
        for (var j = 0; j < d; j++) axes[(j * d) + j] = 1;
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            for (var p = 0; p < d; p++)
            {
                for (var q = p + 1; q < d; q++) Rotate(covariances, axes, d, p, q);
            }
        }

        return axes;
    }

    private static void Rotate(double[] a, double[] axes, int d, int p, int q)
    {
        var off = a[(p * d) + q];
        if (off == 0) return;
        var theta = (a[(q * d) + q] - a[(p * d) + p]) / (2 * off);
        var t = (theta < 0 ? -1 : 1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var cosine = 1 / Math.Sqrt((t * t) + 1);
        var sine = t * cosine;
        for (var j = 0; j < d; j++) Turn(ref a[(p * d) + j], ref a[(q * d) + j]);
        for (var j = 0; j < d; j++) Turn(ref a[(j * d) + p], ref a[(j * d) + q]);
        for (var j = 0; j < d; j++) Turn(ref axes[(p * d) + j], ref axes[(q * d) + j]);
        a[(p * d) + q] = a[(q * d) + p] = 0;

        void Turn(ref double left, ref double right) => (left, right) = ((cosine * left) - (sine * right), (sine * left) + (cosine * right));
    }

    private static double[] Covariances(PointSet points)
    {
        var d = points.Dimensions;
        var (mean, covariances) = (new double[d], new double[d * d]);
        for (var i = 0; i < points.Count; i++)
        {
            for (var j = 0; j < d; j++) mean[j] += points[i][j] / points.Count;
        }

        for (var i = 0; i < points.Count; i++)
        {
            for (var j = 0; j < d; j++)
            {
                for (var l = 0; l < d; l++) covariances[(j * d) + l] += (points[i][j] - mean[j]) * (points[i][l] - mean[l]) / points.Count;
            }
        }

        return covariances;
    }
}
