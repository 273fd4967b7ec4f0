namespace Segmentation.Standardize;

/// <summary>What decided about a title's level or department.</summary>
/// <param name="Rule">Name of the rule; <c>no rule</c> where none applies.</param>
/// <param name="Matched">The words of the title that made it apply, in lower case without accents; empty where none applies.</param>
/// <param name="Confidence">In [0, 1], on the scale of <see cref="TitleConfidence"/>; 0 where no rule applies.</param>
/// <param name="Why">The rule's reason.</param>
public sealed record TitleDecision(string Rule, string Matched, double Confidence, string Why);
