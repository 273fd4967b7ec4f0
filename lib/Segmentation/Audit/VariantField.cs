using System.Collections.Immutable;
using Segmentation.Load;

namespace Segmentation.Audit;

/// <summary>What was found in one field.</summary>
/// <param name="Table">The export's kind in lower case.</param>
/// <param name="Field">Column name.</param>
/// <param name="Role">Role of the column; null where it was examined for its content.</param>
/// <param name="Filled">Records with a value.</param>
/// <param name="Distinct">Distinct values.</param>
/// <param name="Compared">Distinct values compared with one another, the most frequent; the rest was compared by fingerprint only.</param>
/// <param name="LeakingRecords">Records whose value is the same as, or likely, another: they leak out of its segment.</param>
/// <param name="LeakingArr">ARR of the accounts concerned; null where it cannot be known.</param>
/// <param name="Variants">The values, most records first within each target.</param>
public sealed record VariantField(
    string Table,
    string Field,
    Role? Role,
    int Filled,
    int Distinct,
    int Compared,
    int LeakingRecords,
    double? LeakingArr,
    ImmutableArray<ValueVariant> Variants)
{
    /// <summary>Gets the leaking records as a proportion of those with a value; null where there are none.</summary>
    public double? LeakingShare => Filled == 0 ? null : (double)LeakingRecords / Filled;
}
