using System.Collections.Immutable;
using Segmentation.Load;
using Segmentation.Statistics;

namespace Segmentation.Audit;

/// <summary>How many records of one export carry every field that a framework needs.</summary>
/// <param name="Table">What the export holds.</param>
/// <param name="Records">Records looked at.</param>
/// <param name="Ready">Records on which every needed field that has a column is valid.</param>
/// <param name="Interval">Wilson interval around the joint share.</param>
/// <param name="ArrShare">Share of all ARR on ready accounts; for contacts, on accounts with at least one ready contact. Null where it cannot be known.</param>
/// <param name="IfIndependent">The product of the single shares: what the joint share would be if gaps fell at random.</param>
/// <param name="Lowest">The lowest single share, which the joint share cannot exceed.</param>
/// <param name="Steps">The fields in the order in which filling them brings most.</param>
/// <param name="WithoutColumn">Needed fields that no column stands for; they are not part of the joint share.</param>
public sealed record ReadinessOfTable(
    EntityKind Table,
    int Records,
    int Ready,
    Interval Interval,
    double? ArrShare,
    double IfIndependent,
    double Lowest,
    ImmutableArray<ReadinessStep> Steps,
    ImmutableArray<string> WithoutColumn)
{
    /// <summary>Gets the joint share: records with every needed field over all records; null without records or without any needed column.</summary>
    public double? JointShare => Records == 0 || Steps.Length == 0 ? null : (double)Ready / Records;
}
