using Segmentation.Tables;

namespace Segmentation.Standardize;

/// <summary>What one job title says, and which rules decided.</summary>
public sealed record TitleClassification : Result
{
    /// <inheritdoc/>
    public override string ResultName => "title";

    /// <summary>Gets the title as it was given.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the level; <see cref="TitleLevel.Unknown"/> where the title does not say.</summary>
    public required TitleLevel Level { get; init; }

    /// <summary>Gets what decided about the level.</summary>
    public required TitleDecision LevelBy { get; init; }

    /// <summary>Gets the department; null where the title does not say.</summary>
    public required string? Department { get; init; }

    /// <summary>Gets what decided about the department.</summary>
    public required TitleDecision DepartmentBy { get; init; }

    /// <inheritdoc/>
    public override Table ToTable() => new(
        Title.Length == 0 ? "no title" : Title,
        Column.Of("about", ["level", "department"]),
        Column.Of("answer", [TitleLevelName.Of(Level), Department]),
        Column.Of("confidence", [LevelBy.Confidence, DepartmentBy.Confidence]),
        Column.Of("rule", [LevelBy.Rule, DepartmentBy.Rule]),
        Column.Of("matched", [LevelBy.Matched, DepartmentBy.Matched]),
        Column.Of("why", [LevelBy.Why, DepartmentBy.Why]));
}
