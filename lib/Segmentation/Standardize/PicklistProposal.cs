using System.Collections.Immutable;
using Segmentation.Load;

namespace Segmentation.Standardize;

/// <summary>What becomes of one written value of a picklist, and what hangs on it.</summary>
/// <param name="Table">The export's kind in lower case.</param>
/// <param name="Field">Column name.</param>
/// <param name="Role">Role of the column.</param>
/// <param name="Value">The value as records hold it.</param>
/// <param name="Target">The value that it becomes, would become, or (rejected) never becomes; null where there is none.</param>
/// <param name="Method">What led to the target; null where there is none.</param>
/// <param name="Score">In [0, 1]: 1 where the two share a key, else the similarity of the spellings (see <see cref="PicklistCandidate.Score"/>); null where a person decided or nothing did.</param>
/// <param name="Status">What becomes of it.</param>
/// <param name="Records">Records that hold it.</param>
/// <param name="Arr">ARR of the accounts concerned, each once; null where it cannot be known.</param>
/// <param name="Candidates">The nearest values of the list, best first; empty unless the value is unmapped.</param>
/// <param name="IsUnseen">Whether the last run did not hold the value; null where nothing is remembered.</param>
public sealed record PicklistProposal(
    string Table,
    string Field,
    Role Role,
    string Value,
    string? Target,
    PicklistMethod? Method,
    double? Score,
    PicklistStatus Status,
    int Records,
    double? Arr,
    ImmutableArray<PicklistCandidate> Candidates,
    bool? IsUnseen);
