using System.Globalization;

namespace Segmentation.Clustering;

/// <summary>n points of d coordinates.</summary>
public sealed class PointSet
{
    private readonly double[] coordinates;

    /// <summary>Returns points over an array that the caller gives up.</summary>
    /// <param name="coordinates">Length n x d, point after point; finite.</param>
    /// <param name="dimensions">Coordinates of a point d, at least 1.</param>
    /// <exception cref="ArgumentException">The length is no multiple of <paramref name="dimensions"/>, or a coordinate is not finite.</exception>
    public PointSet(double[] coordinates, int dimensions)
    {
        ArgumentNullException.ThrowIfNull(coordinates);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        if (coordinates.Length % dimensions != 0)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{coordinates.Length} coordinates are no whole number of points of {dimensions}."), nameof(coordinates));
        for (var i = 0; i < coordinates.Length; i++)
        {
            if (!double.IsFinite(coordinates[i]))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"coordinate {i % dimensions} of point {i / dimensions} is {coordinates[i]}; every coordinate must be finite. Leave out or fill points with blanks first."), nameof(coordinates));
        }

        (this.coordinates, Dimensions, Count) = (coordinates, dimensions, coordinates.Length / dimensions);
    }

    /// <summary>Gets the number of points n.</summary>
    public int Count { get; }

    /// <summary>Gets the number of coordinates of a point d.</summary>
    public int Dimensions { get; }

    /// <summary>Gets all coordinates, point after point.</summary>
    public ReadOnlySpan<double> Coordinates => coordinates;

    /// <summary>Gets the coordinates of a point.</summary>
    /// <param name="point">Zero-based point.</param>
    public ReadOnlySpan<double> this[int point] => coordinates.AsSpan(point * Dimensions, Dimensions);
}
