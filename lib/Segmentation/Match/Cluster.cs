using System.Collections.Immutable;

namespace Segmentation.Match;

/// <summary>Two or more records that are one.</summary>
/// <param name="Number">One-based number, by first row.</param>
/// <param name="Rows">Zero-based rows, ascending.</param>
/// <param name="Links">Number of pairs that are matches themselves: at or above the threshold, or one by decision or by id.</param>
/// <param name="Weakest">Match weight of the link that holds the cluster together least: above it, the cluster falls apart. Null where decisions or one id hold it together.</param>
/// <param name="Bridges">Links without which the cluster falls apart, weakest first. Decisions are none.</param>
/// <param name="Review">Why a person should look at the cluster; empty where nothing asks for it.</param>
public sealed record Cluster(int Number, ImmutableArray<int> Rows, long Links, double? Weakest, ImmutableArray<ClusterLink> Bridges, ImmutableArray<string> Review)
{
    /// <summary>Gets the share of its pairs that are matches themselves, a proportion in (0, 1].</summary>
    public double Density => Links / (Rows.Length * (Rows.Length - 1.0) / 2);
}
