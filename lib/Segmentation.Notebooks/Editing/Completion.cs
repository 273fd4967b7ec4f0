namespace Segmentation.Notebooks.Editing;

/// <summary>One way to go on at the cursor.</summary>
/// <param name="Text">What takes the place of the text between the ends of <see cref="Completions"/>.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Signature">Type, parameters, or what else fits in one line; null where there is nothing to say.</param>
public sealed record Completion(string Text, CompletionKind Kind, string? Signature = null);
