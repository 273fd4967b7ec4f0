namespace Segmentation.Framework;

/// <summary>An interval of a number or day axis. An end that is infinite is open; ends of whole numbers and days are included.</summary>
internal readonly record struct AxisRange(double Low, bool LowIncluded, double High, bool HighIncluded)
{
    public bool IsPoint => Low == High;

    public bool Contains(double value) => (value > Low || (LowIncluded && value == Low)) && (value < High || (HighIncluded && value == High));

    /// <summary>Returns the interval from the beginning of one to the end of another that follows it.</summary>
    public AxisRange To(AxisRange last) => new(Low, LowIncluded, last.High, last.HighIncluded);

    /// <summary>Returns a value inside, positive where there is one, away from the ends where there is room.</summary>
    public double Example(bool whole)
    {
        if (IsPoint) return Low;
        var low = High > 0 ? Math.Max(Low, 0) : Low;
        var middle = double.IsInfinity(High) ? (low > 0 ? 2 * low : low + 1) : double.IsInfinity(low) ? High - 1 : low + ((High - low) / 2);
        if (whole) middle = Math.Floor(middle);
        if (Contains(middle)) return middle;

        // Next to an end lies nothing that the formulas above can name; the ends themselves and their neighbours are all that is left.
        return new[] { HighIncluded ? High : Math.BitDecrement(High), LowIncluded ? Low : Math.BitIncrement(Low) }.First(Contains);
    }

    /// <summary>Cuts the axis at thresholds: below the first, each threshold, what lies between, above the last. Without gaps, in rising order; intervals without a value do not exist.</summary>
    public static IEnumerable<AxisRange> Cut(IEnumerable<double> thresholds, bool whole)
    {
        var (low, lowIncluded) = (double.NegativeInfinity, false);
        foreach (var cut in thresholds.Distinct().Order())
        {
            if (whole)
            {
                var (below, above) = (WholeBelow(cut), WholeAbove(cut));
                if (below >= low) yield return new(low, lowIncluded, below, true);
                if (Math.Floor(cut) == cut) yield return new(cut, true, cut, true);
                (low, lowIncluded) = (above, true);
                continue;
            }

            if (Math.BitIncrement(low) < cut) yield return new(low, false, cut, false);
            yield return new(cut, true, cut, true);
            (low, lowIncluded) = (cut, false);
        }

        yield return new(low, lowIncluded, double.PositiveInfinity, false);
    }

    // Beyond 2^53 every double is whole and adding one changes nothing.
    private static double WholeBelow(double value) => Math.Min(Math.Ceiling(value) - 1, Math.BitDecrement(value) is var before && Math.Abs(value) >= 1L << 53 ? before : double.PositiveInfinity);

    private static double WholeAbove(double value) => Math.Max(Math.Floor(value) + 1, Math.BitIncrement(value) is var after && Math.Abs(value) >= 1L << 53 ? after : double.NegativeInfinity);
}
