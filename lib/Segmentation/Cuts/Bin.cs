using Segmentation.Statistics;

namespace Segmentation.Cuts;

/// <summary>What one bin holds.</summary>
public sealed record Bin
{
    /// <summary>Gets what puts records into it.</summary>
    public required BinKind Kind { get; init; }

    /// <summary>Gets the lowest value that belongs to it: minus infinity for the lowest band, the value itself for a special one, NaN for the records without a value.</summary>
    public required double From { get; init; }

    /// <summary>Gets the value that every value of it is below: infinity for the highest band; the value itself for a special one, NaN for the records without a value.</summary>
    public required double Below { get; init; }

    /// <summary>Gets the records.</summary>
    public required int Records { get; init; }

    /// <summary>Gets their share of all records of the table.</summary>
    public required double Share { get; init; }

    /// <summary>Gets what they pay together.</summary>
    public required double Amount { get; init; }

    /// <summary>Gets the records with the event; null for a continuous target.</summary>
    public int? Events { get; init; }

    /// <summary>Gets the records without the event; null for a continuous target.</summary>
    public int? NonEvents => Records - Events;

    /// <summary>Gets the time watched, summed over records; null but for a censored target.</summary>
    public double? Exposure { get; init; }

    /// <summary>Gets the events expected if every record of a band had the hazard of all at every time; null but for bands of a censored target.</summary>
    public double? Expected { get; init; }

    /// <summary>Gets the rate: the share of events (binary), the mean (continuous), events per unit of time (censored). NaN without records or time.</summary>
    public required double Rate { get; init; }

    /// <summary>Gets the interval of the rate: Wilson (binary), Student's t (continuous), Garwood (censored). NaN where nothing is known.</summary>
    public required Interval Interval { get; init; }

    /// <summary>Gets the weight of evidence; null but for a binary target.</summary>
    public double? WeightOfEvidence { get; init; }

    /// <summary>Gets what it adds to the information value; null but for a binary target.</summary>
    public double? Information { get; init; }

    /// <summary>Gets the p-value against the band below, as if the cut between them had not been chosen; null for the lowest band and outside the bands.</summary>
    public double? PValue { get; init; }
}
