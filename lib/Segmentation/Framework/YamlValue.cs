namespace Segmentation.Framework;

/// <summary>One value.</summary>
/// <param name="Text">As it reads.</param>
/// <param name="IsText">Whether it is text, to be quoted where another reader of YAML would take it for a number, a date or a flag.</param>
internal sealed record YamlValue(string Text, bool IsText = true) : YamlPart;
