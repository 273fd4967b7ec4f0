using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Segmentation.Notebooks.CSharp;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Editing;

/// <summary>
/// What an editor asks about a cell while it is written. Answers come from what the session knows, and change nothing; they may be asked for
/// while a cell runs, from any thread.
/// </summary>
#pragma warning disable CA1822 // thin first version
public sealed class CellEditing
{
    private readonly CSharpCells csharp;

    internal CellEditing(CSharpCells csharp) => this.csharp = csharp;

    /// <summary>Returns the ways to go on at a cursor.</summary>
    /// <param name="source">The cell's text, magics included.</param>
    /// <param name="position">The cursor: a UTF-16 offset into the text, in [0, length].</param>
    /// <param name="language">Language of the text before its first magic, as cell metadata spells it; null for C#.</param>
    /// <param name="cancellation">Stops looking.</param>
    public Completions Complete(string source, int position, string? language = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var start = position;
        while (start > 0 && (char.IsLetterOrDigit(source[start - 1]) || source[start - 1] == '_')) start--;
        var word = source[start..position];
        return new Completions(start, position, [.. csharp.Variables.Names.Where(n => n.StartsWith(word, StringComparison.OrdinalIgnoreCase)).Select(n => new Completion(n, CompletionKind.Variable))]);
    }

    /// <summary>Returns what is known of the name at a cursor; null where there is no name, or nothing is known of it.</summary>
    /// <param name="source">The cell's text, magics included.</param>
    /// <param name="position">The cursor: a UTF-16 offset into the text, in [0, length].</param>
    /// <param name="language">Language of the text before its first magic, as cell metadata spells it; null for C#.</param>
    /// <param name="cancellation">Stops looking.</param>
    public Inspection? Inspect(string source, int position, string? language = null, CancellationToken cancellation = default) => null;

    /// <summary>Returns what the compiler has to say of a cell, without running it; in the order of the text.</summary>
    /// <param name="source">The cell's text, magics included.</param>
    /// <param name="language">Language of the text before its first magic, as cell metadata spells it; null for C#.</param>
    /// <param name="cancellation">Stops looking.</param>
    public ImmutableArray<CellProblem> Diagnose(string source, string? language = null, CancellationToken cancellation = default) => [];

    /// <summary>Returns whether a cell could be run as it stands.</summary>
    /// <param name="source">The cell's text, magics included.</param>
    /// <param name="language">Language of the text before its first magic, as cell metadata spells it; null for C#.</param>
    public CellCompleteness IsComplete(string source, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (language is not null && CellSplitter.Find(language) != CellLanguage.CSharp) return CellCompleteness.Complete;
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp14, kind: SourceCodeKind.Script));
        return SyntaxFactory.IsCompleteSubmission(tree) ? CellCompleteness.Complete : CellCompleteness.Incomplete;
    }
}
