namespace Segmentation.Load;

/// <summary>A record that could not become a row.</summary>
/// <param name="Line">Line on which it starts.</param>
/// <param name="Found">What was found.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Text">The record as the file holds it.</param>
internal readonly record struct RowAside(int Line, string Found, string Expected, string Text);
