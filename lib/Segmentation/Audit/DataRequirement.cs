using Segmentation.Load;

namespace Segmentation.Audit;

/// <summary>One field that a segmentation needs: what it is for, where it comes from, and what is missing.</summary>
/// <param name="Table">What kind of record carries it.</param>
/// <param name="Field">The field.</param>
/// <param name="Dimension">The dimension it makes; null where it serves another purpose.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="IsNeeded">Whether a framework needs it, or can use it.</param>
/// <param name="Source">File, column and system; null where no column holds it.</param>
/// <param name="Records">Records looked at.</param>
/// <param name="Valid">Records with a valid value.</param>
/// <param name="Target">Share of records that the playbook wants, a proportion.</param>
/// <param name="InHand">Records without a valid value whose domain has one in an enrichment file of the workspace; null where none holds the field.</param>
/// <param name="InHandFrom">Those files, in the order of their use.</param>
/// <param name="IsEnrichable">Whether a provider can fill it.</param>
/// <param name="Suggestion">Who can fill it: providers in the playbook's order, or the system that knows.</param>
/// <param name="Status">ASSUMED until a meeting confirms it.</param>
public sealed record DataRequirement(
    EntityKind Table,
    string Field,
    string? Dimension,
    string Purpose,
    bool IsNeeded,
    string? Source,
    int Records,
    int Valid,
    double Target,
    int? InHand,
    string? InHandFrom,
    bool IsEnrichable,
    string Suggestion,
    string Status)
{
    /// <summary>Gets the share of records with a valid value; null without records.</summary>
    public double? Coverage => Records == 0 ? null : (double)Valid / Records;

    /// <summary>Gets the share once the files in hand are used; null without records.</summary>
    public double? CoverageWithHand => Records == 0 ? null : (double)(Valid + (InHand ?? 0)) / Records;

    /// <summary>Gets the fewest records to fill before the target is met; 0 where it is.</summary>
    public int RecordsToTarget => Math.Max(0, (int)Math.Ceiling((Target * Records) - Tolerance) - Valid);

    /// <summary>Gets whether a provider has to fill it: it is below target and a provider can.</summary>
    public bool NeedsEnrichment => IsEnrichable && RecordsToTarget > 0;

    /// <summary>Keeps a target that is a whole number of records whole: 0.80 x 30 is a hair above 24.</summary>
    private const double Tolerance = 1e-9;
}
