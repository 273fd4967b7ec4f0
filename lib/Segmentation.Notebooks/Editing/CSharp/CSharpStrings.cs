using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Segmentation.Load;
using Segmentation.Notebooks.CSharp;
using Segmentation.Tables;

namespace Segmentation.Notebooks.Editing.CSharp;

/// <summary>
/// Finds what may stand between the quotes of a string: paths where a path is asked for, names of tables and columns beside a table whose
/// value the session knows.
/// </summary>
internal sealed partial class CSharpStrings(CSharpCells cells, EditingOptions options)
{
    /// <summary>Returns the completions of the target of a <c>#r</c> or <c>#load</c> line; null where the cursor is in none.</summary>
    public Completions? OfDirective(string text, int position)
    {
        var line = text.LastIndexOf('\n', Math.Max(0, position - 1), position) + 1;
        var match = Directive().Match(text[line..position]);
        if (!match.Success) return null;
        var typed = match.Groups["target"].Value;
        if (typed.StartsWith(References.Package, StringComparison.OrdinalIgnoreCase)) return new Completions(position, position, []);
        var isLoad = match.Groups["directive"].Value == "load";
        return PathCompletion.Complete(typed, position, StepEnd(text, position), cells.Folder, f => Path.GetExtension(f).ToUpperInvariant() is var kind && (isLoad ? kind is ".CS" or ".CSX" : kind == ".DLL"), options.MostCompletions);
    }

    public Completions Complete(CSharpDraft draft, SyntaxToken token, string text, int position)
    {
        var nothing = new Completions(position, position, []);
        if (!token.IsKind(SyntaxKind.StringLiteralToken) || token.Parent is not LiteralExpressionSyntax literal) return nothing;
        var start = text.IndexOf('"', token.SpanStart) + 1;
        if (start == 0 || start > position) return nothing;
        var typed = text[start..position];
        if (typed.Contains('\n')) return nothing;
        if (literal.Parent is ArgumentSyntax { Parent: BaseArgumentListSyntax list } argument)
        {
            var parameters = CSharpArguments.For(draft.Model, argument).ToArray();
            if (parameters.Any(p => PathName().IsMatch(p.Name))) return Paths(draft, argument, typed, text, position);
            if (NamesBeside(draft, list, argument) is { Count: > 0 } names)
            {
                return new Completions(start, Math.Max(position, ContentEnd(text, position)), Candidates.Choose(names, typed, options.MostCompletions));
            }
        }

        return typed.Contains('/') ? Paths(draft, null, typed, text, position) : nothing;
    }

    private Completions Paths(CSharpDraft draft, ArgumentSyntax? argument, string typed, string text, int position)
    {
        var folder = Environment.CurrentDirectory;
        if (argument?.Parent is ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(Path.Combine) } } } list)
        {
            foreach (var before in list.Arguments.TakeWhile(a => a != argument))
            {
                if (Text(draft, before.Expression) is not { } step) return new Completions(position, position, []);
                folder = Path.Combine(folder, step);
            }
        }

        return PathCompletion.Complete(typed, position, StepEnd(text, position), folder, _ => true, options.MostCompletions);
    }

    // The text of a constant, or of a variable that a cell has set.
    private string? Text(CSharpDraft draft, ExpressionSyntax expression) => draft.Model.GetConstantValue(expression) is { HasValue: true, Value: string constant } ? constant
        : expression is IdentifierNameSyntax name && cells.Variables.TryGet(name.Identifier.ValueText, out var value) ? value as string : null;

    private List<Candidate> NamesBeside(CSharpDraft draft, BaseArgumentListSyntax list, ArgumentSyntax argument)
    {
        if (list.Parent is ElementAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(Workspace.Tables), Expression: IdentifierNameSyntax owner } }
            && cells.Variables.TryGet(owner.Identifier.ValueText, out var held) && held is Workspace workspace)
        {
            return [.. workspace.Tables.Select(t => new Candidate(t.Key, CompletionKind.Table, CandidateGroup.Expected, () => VariablePreview.Of(t.Value, Formatting.FormatOptions.Default, options.LongestValue)))];
        }

        var expressions = list.Arguments.TakeWhile(a => a != argument).Select(a => a.Expression);
        var receiver = list.Parent switch
        {
            ElementAccessExpressionSyntax element => element.Expression,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Expression,
            _ => null,
        };
        if (receiver is not null) expressions = expressions.Prepend(receiver);
        return [.. expressions.Select(e => TableOf(draft, e)).OfType<Table>().SelectMany(t => t.Columns)
            .Select(c => new Candidate(c.Name, CompletionKind.Column, CandidateGroup.Expected, () => c.Type.ToString()))];
    }

    private Table? TableOf(CSharpDraft draft, ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => cells.Variables.TryGet(name.Identifier.ValueText, out var value) ? value as Table : null,
        ElementAccessExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(Workspace.Tables), Expression: IdentifierNameSyntax owner },
            ArgumentList.Arguments: [{ Expression: var key }],
        } => cells.Variables.TryGet(owner.Identifier.ValueText, out var held) && held is Workspace workspace && Text(draft, key) is { } name && workspace.Tables.TryGetValue(name, out var table) ? table : null,
        _ => null,
    };

    private static int StepEnd(string text, int position)
    {
        var end = position;
        while (end < text.Length && text[end] is not ('"' or '/' or '\\' or '\r' or '\n')) end++;
        // Without a closing quote, what follows is code.
        return end < text.Length && text[end] is '"' or '/' ? end : position;
    }

    private static int ContentEnd(string text, int position)
    {
        var end = text.AsSpan(position).IndexOfAny('"', '\r', '\n');
        return end >= 0 && text[position + end] == '"' ? position + end : position;
    }

    [GeneratedRegex("""^\s*#(?<directive>r|load)\s+"(?<target>[^"]*)$""")]
    private static partial Regex Directive();

    [GeneratedRegex("path|folder|file|director", RegexOptions.IgnoreCase)]
    private static partial Regex PathName();
}
