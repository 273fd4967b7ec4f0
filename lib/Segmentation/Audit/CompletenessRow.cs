using Segmentation.Load;
using Segmentation.Statistics;

namespace Segmentation.Audit;

/// <summary>How complete one field of one export is.</summary>
/// <param name="Table">What the export holds.</param>
/// <param name="Field">The framework's field.</param>
/// <param name="Column">The column that stands for it; null where there is none.</param>
/// <param name="IsNeeded">Whether a record without it cannot be assigned.</param>
/// <param name="Records">Records looked at.</param>
/// <param name="Populated">Records with a value.</param>
/// <param name="Valid">Records with a valid value.</param>
/// <param name="Interval">Wilson interval around the valid share.</param>
/// <param name="ArrShare">Share of all ARR on accounts with a valid value; for contacts, on accounts with at least one such contact. Null where it cannot be known, and for ARR itself.</param>
/// <param name="Target">The share that meets the playbook.</param>
/// <param name="Verdict">What the valid share means.</param>
/// <param name="Rule">What a valid value is.</param>
public sealed record CompletenessRow(
    EntityKind Table,
    string Field,
    string? Column,
    bool IsNeeded,
    int Records,
    int Populated,
    int Valid,
    Interval Interval,
    double? ArrShare,
    double Target,
    CompletenessVerdict Verdict,
    string Rule)
{
    /// <summary>Gets the share of records with a value; null without records.</summary>
    public double? PopulatedShare => Records == 0 ? null : (double)Populated / Records;

    /// <summary>Gets the share of records with a valid value; null without records.</summary>
    public double? ValidShare => Records == 0 ? null : (double)Valid / Records;
}
