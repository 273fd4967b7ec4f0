namespace Segmentation.Standardize;

/// <summary>A job title and what a person says it means.</summary>
/// <param name="Title">The title.</param>
/// <param name="Contacts">Contacts of the sample that hold it, at least 1.</param>
/// <param name="Level">The true level; null where nobody has said.</param>
/// <param name="Department">The true department; null where nobody has said.</param>
public sealed record TitleLabel(string Title, int Contacts, TitleLevel? Level, string? Department);
