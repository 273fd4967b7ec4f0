using System.Collections.Immutable;

namespace Segmentation.Standardize;

/// <summary>One rule from the words of a job title to a level, a department or both.</summary>
public sealed record TitleRule
{
    /// <summary>Gets the name, unique among the rules; a rule of a person with the name of a built-in one stands in its place.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the phrases, at least one, any of which makes the rule apply: words in this order, next to one another, anywhere in the title. Case, accents
    /// and punctuation do not count. <c>*</c> at the end or start of a word stands for any letters, <c>...</c> for any words between.</summary>
    public required ImmutableArray<string> Phrases { get; init; }

    /// <summary>Gets the phrases any of which keeps the rule from applying. Default: none.</summary>
    public ImmutableArray<string> Unless { get; init; } = [];

    /// <summary>Gets the level; null where the rule says nothing about it, and the rules after it decide.</summary>
    public TitleLevel? Level { get; init; }

    /// <summary>Gets the department; null where the rule says nothing about it, and the rules after it decide.</summary>
    public string? Department { get; init; }

    /// <summary>Gets the confidence on the scale of <see cref="TitleConfidence"/>, in [0, 1]. Default 1: a person decided.</summary>
    public double Confidence { get; init; } = TitleConfidence.Decided;

    /// <summary>Gets the reason, in words; null where none is given.</summary>
    public string? Why { get; init; }

    /// <summary>Gets whether the level is that of <see cref="TitleRules.ManagersOfWork"/>.</summary>
    internal bool IsManagerOfWork { get; init; }
}
