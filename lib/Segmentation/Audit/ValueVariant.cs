namespace Segmentation.Audit;

/// <summary>A value of a field that stands beside the one it should be.</summary>
/// <param name="Table">The export's kind in lower case.</param>
/// <param name="Field">Column name.</param>
/// <param name="Target">The value it should be: of the controlled picklist where there is one, else the most frequent of the group.</param>
/// <param name="TargetRecords">Records that hold the target.</param>
/// <param name="Value">The value found.</param>
/// <param name="Records">Records that hold it.</param>
/// <param name="Arr">ARR of the accounts concerned; null where it cannot be known.</param>
/// <param name="Kind">What makes them alike.</param>
/// <param name="Verdict">How sure that is.</param>
public sealed record ValueVariant(string Table, string Field, string Target, int TargetRecords, string Value, int Records, double? Arr, VariantKind Kind, VariantVerdict Verdict);
