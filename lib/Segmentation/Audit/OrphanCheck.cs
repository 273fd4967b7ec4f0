namespace Segmentation.Audit;

/// <summary>One kind of record that points at nothing, counted.</summary>
/// <param name="Check">Stable name, the same as its finding's.</param>
/// <param name="Subject">File looked at.</param>
/// <param name="What">What was counted, in words.</param>
/// <param name="Count">Records that point at nothing.</param>
/// <param name="Checked">Records looked at.</param>
/// <param name="Arr">ARR that hangs on them; null where it cannot be known.</param>
public sealed record OrphanCheck(string Check, string Subject, string What, int Count, int Checked, double? Arr)
{
    /// <summary>Gets the count as a proportion of the records looked at; null where there were none.</summary>
    public double? Share => Checked == 0 ? null : (double)Count / Checked;
}
