using Segmentation.Load;

namespace Segmentation.Audit;

/// <summary>One check for values that cannot be right, whether it found any or not.</summary>
/// <param name="Table">What the export holds.</param>
/// <param name="Check">Stable name of the check.</param>
/// <param name="Field">The column or columns looked at.</param>
/// <param name="Checked">Records that the check could speak about (with a value, or with both dates).</param>
/// <param name="Finding">What it found; its count is 0 where nothing.</param>
public sealed record ValidityCheck(EntityKind Table, string Check, string Field, int Checked, Finding Finding);
