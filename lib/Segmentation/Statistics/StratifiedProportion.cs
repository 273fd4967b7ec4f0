using System.Collections.Immutable;
using System.Globalization;

namespace Segmentation.Statistics;

/// <summary>Estimates a proportion of a population, or of a part of it, from records drawn at random within strata.</summary>
public static class StratifiedProportion
{
    /// <summary>Returns the proportion with its interval.</summary>
    /// <param name="units">The sample's records that belong to the part asked about.</param>
    /// <param name="drawn">Length k. Records of the whole sample in each stratum, those outside the part included.</param>
    /// <param name="sizes">Length k. Records of the population in each stratum, at least as many as were drawn.</param>
    /// <param name="confidence">Two-sided confidence level, inside (0, 1). Default 0.95.</param>
    /// <exception cref="ArgumentException">The inputs differ in length, a stratum holds fewer records than were drawn, or a unit is of no stratum that was drawn from.</exception>
    /// <remarks>
    /// Each record weighs as many as it stands for, N/n of its stratum; the share of the weights with the property is the estimate (J. Hájek's ratio for a part of unknown size). The interval is Wilson's at the effective
    /// size (Σw)²/Σ w² (N - n)/(N - 1): L. Kish, Survey Sampling, 1965, 11.7, with what was looked at of each finite stratum taken off. Of one stratum it is <see cref="ProportionInterval.WilsonOfPopulation"/>.
    /// The size does not hang on what was found, so that a sample without a fault still has an interval (N. Dean and M. Pagano, Journal of Survey Statistics and Methodology 3(4), 2015, 484-503, recommend Wilson's at an effective size).
    /// </remarks>
    public static StratifiedProportionResult Of(ImmutableArray<StratifiedUnit> units, ImmutableArray<int> drawn, ImmutableArray<int> sizes, double confidence = 0.95)
    {
        Confidence.Check(confidence);
        if (drawn.Length != sizes.Length) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"sizes has {sizes.Length} values but drawn has {drawn.Length}; both need one a stratum."), nameof(sizes));
        for (var s = 0; s < sizes.Length; s++)
        {
            if (drawn[s] < 0 || drawn[s] > sizes[s])
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{drawn[s]} records were drawn of stratum {s}, which holds {sizes[s]}; a record is drawn once."), nameof(drawn));
        }

        var (all, having, squares) = (0d, 0d, 0d);
        foreach (var unit in units)
        {
            if (unit.Stratum < 0 || unit.Stratum >= sizes.Length || drawn[unit.Stratum] == 0)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"a record is of stratum {unit.Stratum}, of which none was drawn."), nameof(units));
            var (n, size) = (drawn[unit.Stratum], sizes[unit.Stratum]);
            var weight = (double)size / n;
            all += weight;
            if (unit.HasProperty) having += weight;
            squares += size == 1 ? 0 : weight * weight * (size - n) / (size - 1);
        }

        if (units.IsEmpty) return new(double.NaN, new(0, 1), 0);
        var share = having == all ? 1 : having / all;
        return squares == 0 ? new(share, new(share, share), double.PositiveInfinity) : new(share, ProportionInterval.OfEffective(share, all * all / squares, confidence), all * all / squares);
    }
}
