namespace Segmentation.Standardize;

/// <summary>A value of the list that an unmapped value lies near to.</summary>
/// <param name="Value">The value of the list.</param>
/// <param name="Score">Similarity of the two spellings in [0, 1]: 1 less the typing errors between them as a share of the longer one, folded.</param>
public sealed record PicklistCandidate(string Value, double Score);
