namespace Segmentation.Notebooks.Editing;

/// <summary>Limits of what an editor is answered.</summary>
public sealed record EditingOptions
{
    /// <summary>Gets the defaults.</summary>
    public static EditingOptions Default { get; } = new();

    /// <summary>Gets how many completions are returned, at most. Default 500.</summary>
    public int MostCompletions { get; init; } = 500;

    /// <summary>Gets how many problems are returned, at most. Default 100.</summary>
    public int MostProblems { get; init; } = 100;

    /// <summary>Gets the longest cell that is looked into, in characters; of a longer one nothing is said. Default 200,000.</summary>
    public int LongestCell { get; init; } = 200_000;

    /// <summary>Gets the longest present value that is shown, in characters. Default 200.</summary>
    public int LongestValue { get; init; } = 200;

    /// <summary>Gets the longest remarks that are shown, in characters. Default 600.</summary>
    public int LongestRemarks { get; init; } = 600;

    /// <summary>Gets how much work SQLite may do to check a cell, in units of a thousand of its instructions; beyond it nothing more is said. Default 1,000.</summary>
    public int SqlWork { get; init; } = 1_000;
}
