using System.Collections.Immutable;
using Segmentation.Load;

namespace Segmentation.Audit;

/// <summary>A field that sorts records into groups today. Spellings that are the same, or likely, count as one value.</summary>
/// <param name="Table">The export's kind in lower case.</param>
/// <param name="Field">Column name.</param>
/// <param name="Role">Role of the column; null where its name or values made it segment-like.</param>
/// <param name="Reason">Why it is segment-like.</param>
/// <param name="Records">Records of the export.</param>
/// <param name="Values">Its values, most records first; blank last.</param>
public sealed record ExistingSegmentationField(
    string Table,
    string Field,
    Role? Role,
    string Reason,
    int Records,
    ImmutableArray<ExistingSegmentationValue> Values)
{
    /// <summary>Gets the segments: values that are neither blank nor "Other".</summary>
    public IEnumerable<ExistingSegmentationValue> Segments => Values.Where(v => !v.IsOther);

    /// <summary>Gets the records in a segment.</summary>
    public int Assigned => Segments.Sum(v => v.Records);

    /// <summary>Gets the share of records with any value, "Other" with them; null without records.</summary>
    public double? Completeness => Records == 0 ? null : (double)Values.Where(v => v.Value is not null).Sum(v => v.Records) / Records;

    /// <summary>Gets the share of records in "Other" or blank; null without records.</summary>
    public double? OtherShare => Records == 0 ? null : (double)(Records - Assigned) / Records;

    /// <summary>Gets the largest segment's share of the records in any segment; null where there are none.</summary>
    public double? LargestShare => Assigned == 0 ? null : (double)Segments.Max(v => v.Records) / Assigned;

    /// <summary>Gets how even the segments are: Shannon's entropy over its maximum, from 0 (all in one) to 1 (all of one size); null with fewer than two.</summary>
    public double? Evenness
    {
        get
        {
            var count = Segments.Count();
            // H = -Σ p ln p, over ln k.
            return count < 2 ? null : -Segments.Sum(v => (double)v.Records / Assigned * Math.Log((double)v.Records / Assigned)) / Math.Log(count);
        }
    }
}
