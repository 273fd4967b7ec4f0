using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Playbook;

namespace Segmentation.Cuts;

/// <summary>How bands are sought that separate an outcome best. Change one with <c>with</c>.</summary>
public sealed record BinningOptions
{
    /// <summary>Gets the defaults.</summary>
    public static BinningOptions Default { get; } = new();

    /// <summary>Gets what the bands must hold. Default: the playbook's limits.</summary>
    public BandLimits Limits { get; init; } = new();

    /// <summary>Gets how the rate may move from band to band. Default <see cref="MonotoneTrend.Auto"/>: a tier whose neighbours on both sides do better than itself is hard to act on.</summary>
    public MonotoneTrend Trend { get; init; } = MonotoneTrend.Auto;

    /// <summary>Gets the least difference between the rates of neighbours, in the rate's own units; exactly this is enough. Default 0: none.</summary>
    public double LeastDifference { get; init; }

    /// <summary>Gets the largest p-value between neighbours, each pair tested as if its cut had not been chosen; exactly this is allowed. 1 is no limit. Default: 1 less the playbook's
    /// confidence, so that more bands are made only where neighbours differ.</summary>
    public double LargestNeighbourPValue { get; init; } = 1 - PlaybookLimits.Default.Confidence;

    /// <summary>Gets into how many parts of about equally many records the values are laid before the best joining of them is sought; where there are no more distinct values than that, each is a part.
    /// Default 64: a part of 1,000 accounts holds 16, half of the smallest segment.</summary>
    public int PreBins { get; init; } = 64;

    /// <summary>Gets the only cuts to choose from; empty where <see cref="PreBins"/> says. Default empty.</summary>
    public ImmutableArray<double> Candidates { get; init; } = [];

    /// <summary>Gets cuts that must be among the ones found. Default empty.</summary>
    public ImmutableArray<double> FixedCuts { get; init; } = [];

    /// <summary>Gets values that mean something else than their size (0 for "not asked"): each is a bin of its own, outside the bands. Default empty.</summary>
    public ImmutableArray<double> SpecialValues { get; init; } = [];

    /// <summary>Gets how often the outcome is dealt out anew for the p-value of a chosen cut; 0 takes the analytical bound instead. Default 999: the smallest p-value is .001.</summary>
    public int Permutations { get; init; } = 999;

    /// <summary>Gets the seed of the permutations: the same seed gives the same answer on every machine.</summary>
    public int Seed { get; init; } = 20260630;

    /// <summary>Gets the two-sided confidence of intervals; a cut is supported where its corrected p-value is at most 1 less this. Default: the playbook's.</summary>
    public double Confidence { get; init; } = PlaybookLimits.Default.Confidence;

    /// <summary>Gets the information value from which a field is commonly said to tell a little. Default .02 (N. Siddiqi, Credit Risk Scorecards, 2006, chapter 6: a custom, no test).</summary>
    public double WeakInformation { get; init; } = .02;

    /// <summary>Gets the information value from which a field is commonly said to tell something. Default .1 (the same).</summary>
    public double MediumInformation { get; init; } = .1;

    /// <summary>Gets the information value from which a field is commonly said to tell much. Default .3 (the same).</summary>
    public double StrongInformation { get; init; } = .3;

    /// <summary>Gets the information value above which a field is commonly checked for having been made by the outcome. Default .5 (the same).</summary>
    public double SuspiciousInformation { get; init; } = .5;

    /// <exception cref="ArgumentException">A setting cannot be met by any data.</exception>
    internal void Check()
    {
        if (Limits.Fewest < 1 || Limits.Most < Limits.Fewest) throw Bad($"Limits asks for {Limits.Fewest} to {Limits.Most} bands; expected at least 1, and the most no fewer than the fewest.");
        if (!(Limits.LargestShare is > 0 and <= 1)) throw Bad($"Limits.LargestShare is {Limits.LargestShare}; expected a proportion above 0 and at most 1.");
        if (!(LeastDifference >= 0)) throw Bad($"LeastDifference is {LeastDifference}; expected at least 0.");
        if (!(LargestNeighbourPValue is > 0 and <= 1)) throw Bad($"LargestNeighbourPValue is {LargestNeighbourPValue}; expected above 0 and at most 1, where 1 is no limit.");
        if (PreBins is < 2 or > MostPreBins) throw Bad($"PreBins is {PreBins}; expected 2 to {MostPreBins}.");
        if (Permutations < 0) throw Bad($"Permutations is {Permutations}; expected at least 0.");
        if (!(Confidence is > 0 and < 1)) throw Bad($"Confidence is {Confidence}; expected a proportion inside 0 to 1, such as 0.95.");
        if (Candidates.Concat(FixedCuts).Concat(SpecialValues).Any(v => !double.IsFinite(v))) throw Bad($"Candidates, FixedCuts and SpecialValues must be finite.");
        if (FixedCuts.Distinct().Count() >= Limits.Most) throw Bad($"FixedCuts has {FixedCuts.Distinct().Count()} cuts, but Limits allows {Limits.Most} bands, which have {Limits.Most - 1} cuts between them.");
    }

    // Beyond this the search takes seconds and memory by the cube, and tells apart what no sample can.
    internal const int MostPreBins = 250;

    private static ArgumentException Bad(FormattableString words) => new(words.ToString(CultureInfo.InvariantCulture));
}
