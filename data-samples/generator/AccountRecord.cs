namespace Segmentation.Samples;

/// <summary>One record of the accounts export and what it truly is.</summary>
/// <param name="Id">Identifier in the export.</param>
/// <param name="Company">The company it stands for; null for test and internal records.</param>
/// <param name="Kind"><c>original</c>, <c>duplicate-…</c>, <c>test</c> or <c>internal</c>.</param>
/// <param name="Path">What the company paid.</param>
/// <param name="Created">When the record was created.</param>
/// <param name="Row">Row of the sheet.</param>
internal sealed record AccountRecord(string Id, Company? Company, string Kind, RevenuePath Path, DateOnly Created, int Row);
