namespace Segmentation.Samples;

/// <summary>One record of the contacts export and what it truly is.</summary>
/// <param name="Person">The person.</param>
/// <param name="Kind"><c>original</c>, <c>duplicate-…</c>, <c>namesake</c>, <c>test</c> or <c>internal</c>.</param>
/// <param name="Orphan">Why no account is found; empty where one is.</param>
/// <param name="TrueAccount">Identifier of the account that the person belongs to; empty where the vendor does not know it.</param>
/// <param name="Row">Row of the sheet.</param>
internal sealed record ContactRecord(Person Person, string Kind, string Orphan, string TrueAccount, int Row);
