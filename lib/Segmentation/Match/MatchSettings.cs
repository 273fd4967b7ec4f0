using System.Collections.Immutable;
using Segmentation.Load;

namespace Segmentation.Match;

/// <summary>How duplicates are looked for among one kind of record: which pairs are looked at, how they are compared, how the weights are estimated, and from which weight on two records are one.</summary>
public sealed record MatchSettings
{
    /// <summary>Gets the settings for accounts.</summary>
    public static MatchSettings Accounts => AccountSettings.Default;

    /// <summary>Gets the settings for contacts.</summary>
    public static MatchSettings Contacts => ContactSettings.Default;

    /// <summary>Gets the rules that make candidate pairs, in order.</summary>
    public required ImmutableArray<BlockingRule> Blocking { get; init; }

    /// <summary>Gets the comparisons, at most 16.</summary>
    public required ImmutableArray<Comparison> Comparisons { get; init; }

    /// <summary>Gets the rules that are nearly always right, from which the prior is taken.</summary>
    public required ImmutableArray<BlockingRule> Deterministic { get; init; }

    /// <summary>Gets the rules on whose pairs m is estimated, each on its own: a comparison that a rule's fields decide learns nothing from it,
    /// so every comparison needs a rule that does not decide it. Default: those of <see cref="Blocking"/>.</summary>
    public ImmutableArray<BlockingRule> Training { get => field.IsDefault ? Blocking : field; init; }

    /// <summary>Gets the rules whose pairs a person would take for one; those that are not joined are listed with the reason. Default none.</summary>
    public ImmutableArray<BlockingRule> Lookalike { get; init; } = [];

    /// <summary>Gets the share of the true pairs that <see cref="Deterministic"/> is taken to find, in (0, 1]. Default 0.7.</summary>
    public double DeterministicRecall { get; init; } = 0.7;

    /// <summary>Gets the duplicate rate from which the prior is taken where <see cref="Deterministic"/> finds no pair, a proportion. Default 0.02: what the
    /// playbook allows a clean database.</summary>
    public double AssumedDuplicateRate { get; init; } = 0.02;

    /// <summary>Gets how many pairs the assumed shares of a comparison count for beside those observed: with few observed pairs m and u stay near
    /// what is assumed, with many they are what is observed. Default 10; 0 trusts the records alone.</summary>
    public double AssumedPairs { get; init; } = 10;

    /// <summary>Gets the smallest probability that any m, u or prior may have, and the distance they keep from 1; no level is proof. Default 0.000001.</summary>
    public double Floor { get; init; } = 1e-6;

    /// <summary>Gets the number of random pairs from which u is estimated. Default 1,000,000.</summary>
    public int RandomPairs { get; init; } = 1_000_000;

    /// <summary>Gets the seed of the random pairs. Default 20260630.</summary>
    public int Seed { get; init; } = 20260630;

    /// <summary>Gets the most rounds of expectation-maximisation. Default 100.</summary>
    public int MostRounds { get; init; } = 100;

    /// <summary>Gets the change in any m or the prior below which the rounds end. Default 0.0001.</summary>
    public double Tolerance { get; init; } = 0.0001;

    /// <summary>Gets the match probability from which two records are one; at or above. Default 0.95.</summary>
    public double Threshold { get; init; } = 0.95;

    /// <summary>Gets the match probability from which a pair below <see cref="Threshold"/> is offered for review; at or above. Default 0.5.</summary>
    public double ReviewFrom { get; init; } = 0.5;

    /// <summary>Gets the most records that may share one blocking key; a larger block is left out and reported. Default 5,000.</summary>
    public int LargestBlock { get; init; } = 5000;

    /// <summary>Gets the lowest relative frequency of a value that counts where a comparison asks for frequencies, so that a value seen twice
    /// does not decide alone. Default 0.0001.</summary>
    public double LowestTermFrequency { get; init; } = 0.0001;

    /// <summary>Returns the settings for a kind of record.</summary>
    /// <param name="kind">Accounts or contacts.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another kind.</exception>
    public static MatchSettings Of(EntityKind kind) => kind switch
    {
        EntityKind.Accounts => Accounts,
        EntityKind.Contacts => Contacts,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), $"Duplicates are looked for among accounts and contacts; found {kind}. Pass EntityKind.Accounts or EntityKind.Contacts."),
    };
}
