using System.Collections.Immutable;

namespace Segmentation.Match;

/// <summary>How duplicates are looked for and shown.</summary>
public sealed record MatchOptions
{
    /// <summary>Gets the defaults.</summary>
    public static MatchOptions Default { get; } = new();

    /// <summary>Gets blocking rules, comparisons and thresholds. Default null: those of the kind, <see cref="MatchSettings.Accounts"/> or <see cref="MatchSettings.Contacts"/>.</summary>
    public MatchSettings? Settings { get; init; }

    /// <summary>Gets when look-alikes are told apart.</summary>
    public HierarchyGuardOptions Guard { get; init; } = HierarchyGuardOptions.Default;

    /// <summary>Gets which clusters are to be reviewed.</summary>
    public ClusterOptions Clusters { get; init; } = ClusterOptions.Default;

    /// <summary>Gets the match probabilities that <see cref="MatchThresholds"/> compares, ascending; the settings' own threshold is always among them.</summary>
    public ImmutableArray<double> Thresholds { get; init; } = [0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999];

    /// <summary>Gets pairs or entities that somebody knows, to measure precision and recall by. Default null: none are known.</summary>
    public MatchLabels? Labels { get; init; }

    /// <summary>Gets which accounts are one, so that a contact at two records of one company is found. Default null: the accounts stand as they are.</summary>
    public EntityAssignment? AccountEntities { get; init; }
}
