namespace Segmentation.Notebooks.Editing;

/// <summary>Something that may be meant at the cursor.</summary>
/// <param name="Name">What is compared with what was typed.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Group">How likely it is before anything is typed: the smaller the likelier.</param>
/// <param name="Signature">What else fits in one line; asked for only where the candidate is returned.</param>
/// <param name="Text">What is inserted; null for the name.</param>
internal sealed record Candidate(string Name, CompletionKind Kind, CandidateGroup Group, Func<string?>? Signature = null, string? Text = null);
