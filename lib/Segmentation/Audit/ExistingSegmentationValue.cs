namespace Segmentation.Audit;

/// <summary>One value of an existing segmentation, its other spellings with it.</summary>
/// <param name="Value">The value; null for records without one.</param>
/// <param name="Spellings">Distinct spellings found, this one with them.</param>
/// <param name="Records">Records that hold it.</param>
/// <param name="Share">Of all records, a proportion.</param>
/// <param name="Arr">ARR of the accounts concerned; null where it cannot be known.</param>
/// <param name="IsOther">Whether it says that a record is in no segment ("Other", "Unassigned", blank).</param>
public sealed record ExistingSegmentationValue(string? Value, int Spellings, int Records, double Share, double? Arr, bool IsOther);
