namespace Segmentation.Notebooks.CSharp;

/// <summary>Limits of C# cells.</summary>
public sealed record CSharpOptions
{
    /// <summary>Gets the defaults.</summary>
    public static CSharpOptions Default { get; } = new();

    /// <summary>
    /// Gets how many brackets may stand inside each other; a cell with more is not compiled. Those of strings and comments count too. The compiler does not
    /// watch its stack everywhere, and running out of it ends the process. Default 250.
    /// </summary>
    public int DeepestBrackets { get; init; } = 250;

    /// <summary>Gets how deep the syntax of a cell may be nested, in nodes, for the same reason; a long chain of operators is as deep as it is long. Default 1,000.</summary>
    public int DeepestSyntax { get; init; } = 1_000;

    /// <summary>Gets how many errors of the compiler are told of one cell, at most; the others are counted. Default 10.</summary>
    public int MostErrors { get; init; } = 10;
}
