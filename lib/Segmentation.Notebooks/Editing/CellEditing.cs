using System.Collections.Immutable;
using System.Globalization;
using Segmentation.Notebooks.CSharp;
using Segmentation.Notebooks.Editing.CSharp;
using Segmentation.Notebooks.Editing.Sql;
using Segmentation.Notebooks.Formatting;
using Segmentation.Notebooks.Session;
using Segmentation.Notebooks.Sql;

namespace Segmentation.Notebooks.Editing;

/// <summary>
/// What an editor asks about a cell while it is written. Answers come from what the session knows, and change nothing; they may be asked for
/// while a cell runs, from any thread.
/// </summary>
public sealed class CellEditing
{
    private readonly EditingOptions options;
    private readonly Nesting nesting;
    private readonly CSharpCompletion csharpCompletion;
    private readonly CSharpInspection csharpInspection;
    private readonly CSharpProblems csharpProblems;
    private readonly SqlCompletion sqlCompletion;
    private readonly SqlInspection sqlInspection;
    private readonly SqlProblems sqlProblems;

    internal CellEditing(CSharpCells csharp, SqlCells sql, FormatOptions format, EditingOptions options)
    {
        this.options = options;
        nesting = csharp.Nesting;
        csharpCompletion = new CSharpCompletion(csharp, options);
        csharpInspection = new CSharpInspection(csharp, format, options);
        csharpProblems = new CSharpProblems(csharp);
        var schema = () => new SqlSchema(csharp.Variables, sql.Created);
        sqlCompletion = new SqlCompletion(csharp.Variables, schema, format, options);
        sqlInspection = new SqlInspection(csharp.Variables, schema, format, options);
        sqlProblems = new SqlProblems(csharp.Variables, schema, options);
    }

    /// <summary>Does once what the first question would wait for: an empty session's names, and how to ask for them. For a thread in the background.</summary>
    internal void Warm()
    {
        const string Cell = "Chart.Bar()";
        Complete(Cell, "Chart.".Length);
        Complete("T", 1);
        Inspect(Cell, "Chart.B".Length);
        Diagnose(Cell);
    }

    /// <summary>Returns the ways to go on at a cursor.</summary>
    /// <param name="source">The cell's text, magics included.</param>
    /// <param name="position">The cursor: a UTF-16 offset into the text, in [0, length].</param>
    /// <param name="language">Language of the text before its first magic, as cell metadata spells it; null for C#.</param>
    /// <param name="cancellation">Stops looking.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cursor is outside the text.</exception>
    public Completions Complete(string source, int position, string? language = null, CancellationToken cancellation = default)
    {
        Check(source, position);
        var nothing = new Completions(position, position, []);
        if (source.Length > options.LongestCell) return nothing;
        var cell = EditedCell.Of(source, language);
        if (cell.MagicAt(position) is { } magic) return MagicEditing.Complete(cell, magic, position, options);
        var part = cell.At(position);
        return Safely(
            () => part.Language switch
            {
                CellLanguage.CSharp => csharpCompletion.Complete(cell, part, position, cancellation),
                CellLanguage.Sql => sqlCompletion.Complete(part, position),
                _ => nothing,
            },
            nothing);
    }

    /// <summary>Returns what is known of the name at a cursor; null where there is no name, or nothing is known of it.</summary>
    /// <param name="source">The cell's text, magics included.</param>
    /// <param name="position">The cursor: a UTF-16 offset into the text, in [0, length].</param>
    /// <param name="language">Language of the text before its first magic, as cell metadata spells it; null for C#.</param>
    /// <param name="cancellation">Stops looking.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cursor is outside the text.</exception>
    public Inspection? Inspect(string source, int position, string? language = null, CancellationToken cancellation = default)
    {
        Check(source, position);
        if (source.Length > options.LongestCell) return null;
        var cell = EditedCell.Of(source, language);
        if (cell.MagicAt(position) is { } magic) return MagicEditing.Inspect(cell, magic, position);
        var part = cell.At(position);
        return Safely(
            () => part.Language switch
            {
                CellLanguage.CSharp => csharpInspection.Inspect(cell, part, position, cancellation),
                CellLanguage.Sql => sqlInspection.Inspect(part, position),
                _ => null,
            },
            null);
    }

    /// <summary>Returns what the compiler has to say of a cell, without running it; in the order of the text.</summary>
    /// <param name="source">The cell's text, magics included.</param>
    /// <param name="language">Language of the text before its first magic, as cell metadata spells it; null for C#.</param>
    /// <param name="cancellation">Stops looking.</param>
    public ImmutableArray<CellProblem> Diagnose(string source, string? language = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Length > options.LongestCell) return [];
        var cell = EditedCell.Of(source, language);
        if (MagicEditing.Problem(cell, language) is { } refused) return [refused];
        return Safely<ImmutableArray<CellProblem>>(
            () =>
            [
                .. cell.Parts.Where(p => !p.IsEmpty).SelectMany(p => p.Language switch
                {
                    CellLanguage.CSharp => csharpProblems.Find(cell, p, cancellation),
                    CellLanguage.Sql => sqlProblems.Find(cell, p),
                    _ => [],
                }).OrderBy(p => p.Start).Take(options.MostProblems),
            ],
            []);
    }

    /// <summary>Returns whether a cell could be run as it stands.</summary>
    /// <param name="source">The cell's text, magics included.</param>
    /// <param name="language">Language of the text before its first magic, as cell metadata spells it; null for C#.</param>
    public CellCompleteness IsComplete(string source, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Length > options.LongestCell) return CellCompleteness.Complete;
        var cell = EditedCell.Of(source, language);
        if (MagicEditing.Problem(cell, language) is not null) return CellCompleteness.Invalid;
        // A magic at the end says in which language the cell goes on.
        if (cell.Magics is [.., var last] && source.AsSpan(last.End).IsWhiteSpace()) return CellCompleteness.Incomplete;
        var parts = cell.Parts.Where(p => !p.IsEmpty).Select(IsComplete).ToArray();
        // Only the last stretch can be written on.
        return parts.Length == 0 ? CellCompleteness.Complete
            : parts[..^1].Any(p => p != CellCompleteness.Complete) ? CellCompleteness.Invalid
            : parts[^1];
    }

    private CellCompleteness IsComplete(EditedPart part) => part.Language switch
    {
        CellLanguage.CSharp => Safely(() => CSharpCompleteness.Of(nesting, part.Text), CellCompleteness.Invalid),
        CellLanguage.Sql => SqlCompleteness.Of(part.Text),
        _ => CellCompleteness.Complete,
    };

    private static void Check(string source, int position)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (position >= 0 && position <= source.Length) return;
        throw new ArgumentOutOfRangeException(nameof(position), position, string.Create(
            CultureInfo.InvariantCulture, $"The cursor is at {position}, but the cell has {source.Length} characters: expected 0 to {source.Length}, counted in UTF-16."));
    }

    // Text that is nested too deeply for the compiler has no answer, and must not end the process.
    private static T Safely<T>(Func<T> answer, T nothing)
    {
        try
        {
            return answer();
        }
        catch (InsufficientExecutionStackException)
        {
            return nothing;
        }
    }
}
