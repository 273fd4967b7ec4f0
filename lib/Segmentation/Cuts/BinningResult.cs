using System.Collections.Immutable;

namespace Segmentation.Cuts;

/// <summary>The bands that separate an outcome best, whether they are supported, and what they hold.</summary>
public sealed record BinningResult
{
    /// <summary>Gets the cuts, as every other way of cutting gives them; empty with the reason where no cut is supported.</summary>
    public required CutFinding Finding { get; init; }

    /// <summary>Gets what the best bands hold, whether or not they are supported.</summary>
    public required BinTable Table { get; init; }

    /// <summary>Gets the p-value of the best single cut, corrected for the choosing; null where nothing could be chosen.</summary>
    public MaximallySelectedResult? Test { get; init; }

    /// <summary>Gets the trend that the rates of the bands keep; <see cref="MonotoneTrend.None"/> where none was asked for or none could be kept.</summary>
    public required MonotoneTrend Trend { get; init; }

    /// <summary>Gets what the bands are best in, in words: <c>information value</c>.</summary>
    public required string Objective { get; init; }

    /// <summary>Gets the objective's value of the best bands; 0 without cuts.</summary>
    public required double Score { get; init; }

    /// <summary>Gets the parts that the values were laid into before the best joining of them was sought.</summary>
    public required int PreBins { get; init; }

    /// <summary>Gets the cuts of the table, ascending: the best ones, whether or not they are supported.</summary>
    public required ImmutableArray<double> BestCuts { get; init; }
}
