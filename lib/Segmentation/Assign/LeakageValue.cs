using Segmentation.Load;
using Segmentation.Standardize;
using Segmentation.Tables;

namespace Segmentation.Assign;

/// <summary>A value that records hold and neither the picklist nor the rules know.</summary>
/// <param name="Of">Accounts or contacts.</param>
/// <param name="Field">The field.</param>
/// <param name="Value">The value as written.</param>
/// <param name="Standard">The value that it stands for; null where none was found.</param>
/// <param name="Method">What led there; null where nothing did.</param>
/// <param name="Score">Similarity in [0, 1]; null where nothing led anywhere, or a person decided.</param>
/// <param name="Records">Records that hold it.</param>
/// <param name="Leaking">Records of them that would be in another place of a dimension with the standard value.</param>
/// <param name="Arr">ARR of the records that hold it; null where there is none, and for contacts, several of whom share an account.</param>
public sealed record LeakageValue(EntityKind Of, string Field, [property: Personal] string Value, string? Standard, PicklistMethod? Method, double? Score, int Records, int Leaking, double? Arr);
