namespace Segmentation.Framework;

/// <summary>What cannot be in a framework although each entry for itself can.</summary>
/// <param name="Path">The item at fault.</param>
/// <param name="Subject">What is wrong, as the beginning of a sentence.</param>
/// <param name="Found">What was found.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record FrameworkFault(string Path, string Subject, string Found, string Expected, string Remedy);
