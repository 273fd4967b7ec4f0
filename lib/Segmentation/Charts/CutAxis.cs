using System.Collections.Immutable;
using Segmentation.Calibrate;
using Segmentation.Criteria;
using Segmentation.Tables;

namespace Segmentation.Charts;

/// <summary>The axis on which one field's values and cuts are drawn. Sizes and amounts spread over decades stand on a log scale, drawn in powers of ten on a linear axis so that bins are of equal width.</summary>
internal sealed class CutAxis
{
    // Beyond this ratio of largest to smallest a linear axis crowds most values into its first bins.
    private const double Decades = 50;

    private static readonly ImmutableArray<int> Whole = [1];
    private static readonly ImmutableArray<int> Halves = [1, 2, 5];

    private CutAxis(FieldDefinition field, bool isLog, double low, double high)
    {
        (Field, IsLog, Low, High) = (field, isLog, low, high);
    }

    public FieldDefinition Field { get; }

    public bool IsLog { get; }

    /// <summary>Gets the lowest position drawn.</summary>
    public double Low { get; }

    /// <summary>Gets the highest position drawn.</summary>
    public double High { get; }

    private NumberFormat Format => Field.Unit == "share" ? NumberFormat.Share : NumberFormat.General;

    /// <summary>Returns the axis that holds values and cuts; null where there is nothing to hold.</summary>
    public static CutAxis? Of(FieldDefinition field, ReadOnlySpan<double> sorted, IEnumerable<double> cuts)
    {
        double[] all = [.. sorted.ToArray().Concat(cuts).Where(v => ChartInput.IsDrawable(v, false))];
        if (all.Length == 0) return null;
        double[] positive = [.. all.Where(v => v > 0)];
        var (low, high) = (all.Min(), all.Max());
        if (positive.Length > 0 && positive.Length >= all.Length / 2 && high / positive.Min() > Decades) return Padded(field, true, Math.Log10(positive.Min()), Math.Log10(high));
        return Padded(field, false, low, high);
    }

    /// <summary>Tells whether a value has a place on the axis.</summary>
    public bool Has(double value) => ChartInput.IsDrawable(value, IsLog);

    /// <summary>Returns where a value stands.</summary>
    public double At(double value) => IsLog ? Math.Log10(value) : value;

    /// <summary>Returns where an end of a band stands; the edge of the drawing for one that is open or has no place.</summary>
    public double End(double? value, bool isLower) => value is { } v && Has(v) ? Math.Clamp(At(v), Low, High) : isLower ? Low : High;

    public string Show(double value) => Math.Abs(value) >= 1e7 ? ShortNumber.Show(value, Format) : CalibrationWords.Value(value, Field);

    public Axis Draw(string? what = null) => new(what ?? Title)
    {
        Grid = false,
        Range = (Low, High),
        TickFormat = Format == NumberFormat.Share ? ".0%" : null,
        Ticks = IsLog ? [.. Ticks()] : [],
    };

    private string Title => (Field.Unit is { } unit && Format != NumberFormat.Share ? $"{Field.Name.Replace('_', ' ')}, {unit}" : Field.Name.Replace('_', ' ')) + (IsLog ? ", log scale" : string.Empty);

    private static CutAxis Padded(FieldDefinition field, bool isLog, double low, double high)
    {
        var room = high > low ? (high - low) * 0.03 : 0.5;
        return new(field, isLog, low - room, high + room);
    }

    private IEnumerable<(double, string)> Ticks()
    {
        var narrow = High - Low <= 2;
        for (var power = (int)Math.Floor(Low); power <= (int)Math.Ceiling(High); power++)
        {
            foreach (var step in narrow ? Halves : Whole)
            {
                var at = power + Math.Log10(step);
                if (at >= Low && at <= High) yield return (at, ShortNumber.Show(step * Math.Pow(10, power), NumberFormat.General));
            }
        }
    }
}
