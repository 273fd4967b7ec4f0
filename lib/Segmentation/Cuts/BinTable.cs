using System.Collections.Immutable;

namespace Segmentation.Cuts;

/// <summary>What bands hold, special values and records without a value as bins of their own, and how far they separate the outcome.</summary>
public sealed record BinTable
{
    /// <summary>Gets the bins: bands ascending, special values ascending, then the records without a value where there are any.</summary>
    public required ImmutableArray<Bin> Bins { get; init; }

    /// <summary>Gets the records of all bins.</summary>
    public required int Records { get; init; }

    /// <summary>Gets the events of all bins; null for a continuous target.</summary>
    public int? Events { get; init; }

    /// <summary>Gets what the records of all bins pay together.</summary>
    public required double Amount { get; init; }

    /// <summary>Gets the chi-square of the bands alone: Pearson's (binary), (n - 1) times the share of the variance between bands (continuous), the log-rank (censored). 0 where nothing can differ.</summary>
    public required double Statistic { get; init; }

    /// <summary>Gets its degrees of freedom.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>Gets its p-value, as if the cuts had not been chosen: too small where they were. See <see cref="MaximallySelectedTest"/>.</summary>
    public required double PValue { get; init; }

    /// <summary>Gets the share of the variance that lies between the bands, in [0, 1]; null but for a continuous target that varies.</summary>
    public double? VarianceBetween { get; init; }

    /// <summary>Gets the information value over all bins, at least 0; null but for a binary target.</summary>
    public double? InformationValue { get; init; }

    /// <summary>Gets how the information value is commonly read; null but for a binary target.</summary>
    public InformationReading? Reading { get; init; }

    /// <summary>Gets the Jensen-Shannon distance (base 2) between the bins of events and of non-events, in [0, 1]; null but for a binary target, NaN where there are only ones or the others.</summary>
    public double? JensenShannon { get; init; }

    /// <summary>Gets the Hellinger distance between them, in [0, 1]; as <see cref="JensenShannon"/>.</summary>
    public double? Hellinger { get; init; }

    /// <summary>Gets the Kolmogorov-Smirnov distance between them with the bins in order of their rates, in [0, 1]; as <see cref="JensenShannon"/>.</summary>
    public double? KolmogorovSmirnov { get; init; }

    /// <summary>Gets the Gini coefficient, 2 AUC - 1 with the bins in order of their rates, in [0, 1]; as <see cref="JensenShannon"/>.</summary>
    public double? Gini { get; init; }

    /// <summary>Gets the bands alone.</summary>
    public ImmutableArray<Bin> Bands => [.. Bins.Where(b => b.Kind == BinKind.Band)];

    /// <summary>Returns what bands between given cuts hold, however the cuts were found.</summary>
    /// <param name="sample">The sample, with a target; its <see cref="CutSample.Times"/> count.</param>
    /// <param name="cuts">Strictly ascending and finite; a value equal to a cut belongs to the band above it. A band without records is still a bin.</param>
    /// <param name="options">Special values, confidence and the customary readings; <see cref="BinningOptions.Default"/> where null.</param>
    /// <exception cref="ArgumentException">The sample has no target, or the cuts do not ascend.</exception>
    public static BinTable Of(CutSample sample, ImmutableArray<double> cuts, BinningOptions? options = null) => BinTableBuilder.Of(sample, cuts, options ?? BinningOptions.Default);
}
