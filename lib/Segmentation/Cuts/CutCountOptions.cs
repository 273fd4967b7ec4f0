namespace Segmentation.Cuts;

/// <summary>How the number of bands is chosen. Change one with <c>with</c>.</summary>
public sealed record CutCountOptions
{
    /// <summary>Gets the defaults.</summary>
    public static CutCountOptions Default { get; } = new();

    /// <summary>Gets the most bands looked at. Default 8.</summary>
    public int Most { get; init; } = 8;

    /// <summary>Gets how many even spreads the sample is held against. Default 99: p is a hundredth at least.</summary>
    public int References { get; init; } = 99;

    /// <summary>Gets the most records of an even spread. Default 5,000; a larger sample is held against spreads of so many, which vary more than ones of its own size would: it is the harder to support a cut.</summary>
    public int ReferenceRecords { get; init; } = 5_000;

    /// <summary>Gets the p at or below which a cut is supported: how often evenly spread values get one. Default 0.05.</summary>
    public double Significance { get; init; } = 0.05;

    /// <summary>Gets the fewest distinct values for which there is anything to cut. Default 3: two values are a list, not a scale.</summary>
    public int FewestValues { get; init; } = 3;

    /// <summary>Gets the seed of the even spreads.</summary>
    public int Seed { get; init; } = 20260630;
}
