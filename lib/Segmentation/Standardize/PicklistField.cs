using System.Collections.Immutable;
using Segmentation.Load;

namespace Segmentation.Standardize;

/// <summary>What standardising does to one field.</summary>
/// <param name="Table">The export's kind in lower case.</param>
/// <param name="Field">Column name.</param>
/// <param name="Role">Role of the column.</param>
/// <param name="Source">Where its allowed values come from.</param>
/// <param name="Filled">Records with a value.</param>
/// <param name="ValuesBefore">Distinct values now.</param>
/// <param name="ValuesAfter">Distinct values once what is applied is applied.</param>
/// <param name="RecordsMoved">Records that move to another value by what is applied.</param>
/// <param name="ArrMoved">ARR of their accounts, each once; null where it cannot be known.</param>
/// <param name="RecordsWaiting">Records that would move besides, were every waiting proposal approved.</param>
/// <param name="RecordsUnmapped">Records whose value has no target.</param>
/// <param name="Unseen">Distinct values that the last run did not hold; null where nothing is remembered.</param>
/// <param name="Effect">What happens to each value that records move to, or would move to.</param>
/// <param name="KeysOnly">Distinct values beyond the most frequent, which were compared by keys only.</param>
public sealed record PicklistField(
    string Table,
    string Field,
    Role Role,
    string Source,
    int Filled,
    int ValuesBefore,
    int ValuesAfter,
    int RecordsMoved,
    double? ArrMoved,
    int RecordsWaiting,
    int RecordsUnmapped,
    int? Unseen,
    ImmutableArray<PicklistEffect> Effect,
    int KeysOnly);
