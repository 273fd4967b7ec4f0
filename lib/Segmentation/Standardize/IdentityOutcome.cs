namespace Segmentation.Standardize;

/// <summary>How many values of one field had one fate.</summary>
/// <param name="Table">The export's kind in lower case.</param>
/// <param name="Field">Column name.</param>
/// <param name="Verdict">What became of them.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Records">Records concerned.</param>
/// <param name="Distinct">Different values among them: each was looked at once.</param>
public sealed record IdentityOutcome(string Table, string Field, IdentityVerdict Verdict, string Reason, int Records, int Distinct);
