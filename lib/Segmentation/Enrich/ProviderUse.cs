using Segmentation.Statistics;

namespace Segmentation.Enrich;

/// <summary>What one provider was asked, knew and cost, over all fields.</summary>
public sealed record ProviderUse
{
    /// <summary>Gets the provider's name.</summary>
    public required string Provider { get; init; }

    /// <summary>Gets its file.</summary>
    public required string File { get; init; }

    /// <summary>Gets the records of the CRM that have a key.</summary>
    public required int WithKey { get; init; }

    /// <summary>Gets the records that the provider knows, whether it was asked for them or not.</summary>
    public required int Known { get; init; }

    /// <summary>Gets the records known by the domain, of <see cref="Known"/>.</summary>
    public required int ByDomain { get; init; }

    /// <summary>Gets the records known by an identifier or email, of <see cref="Known"/>.</summary>
    public required int ByIdOrEmail { get; init; }

    /// <summary>Gets the records known by a name, of <see cref="Known"/>.</summary>
    public required int ByName { get; init; }

    /// <summary>Gets the records whose key several contradicting rows have: not used.</summary>
    public required int Ambiguous { get; init; }

    /// <summary>Gets the records whose domain companies of several names share, where no row has the record's name: not used.</summary>
    public required int SharedDomain { get; init; }

    /// <summary>Gets the provider's rows that repeat another row's key.</summary>
    public required int RepeatedRows { get; init; }

    /// <summary>Gets <see cref="Known"/> as a proportion of <see cref="WithKey"/>; null without any.</summary>
    public double? MatchRate => WithKey == 0 ? null : (double)Known / WithKey;

    /// <summary>Gets the Wilson interval of <see cref="MatchRate"/>.</summary>
    public required Interval MatchInterval { get; init; }

    /// <summary>Gets the records that the waterfall asked it for: those with a key that still lacked a field it writes.</summary>
    public required int Attempted { get; init; }

    /// <summary>Gets those of them that it knew.</summary>
    public required int Matched { get; init; }

    /// <summary>Gets the values it filled.</summary>
    public required int Filled { get; init; }

    /// <summary>Gets the values that no other provider could have filled.</summary>
    public required int Unique { get; init; }

    /// <summary>Gets the CRM's values it contradicts.</summary>
    public required int Conflicts { get; init; }

    /// <summary>Gets what it charges for.</summary>
    public required CostBasis Per { get; init; }

    /// <summary>Gets what it costs; null where its price is not known.</summary>
    public required double? Cost { get; init; }

    /// <summary>Gets <see cref="Cost"/> by filled value; null where nothing was filled.</summary>
    public double? CostPerFilled => Filled == 0 ? null : Cost / Filled;
}
