using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Segmentation.Notebooks.CSharp;

namespace Segmentation.Notebooks.Editing.CSharp;

/// <summary>Finds the ways to go on at a cursor in C#, by compiling the cell with a made-up name in its place.</summary>
internal sealed class CSharpCompletion(CSharpCells cells, EditingOptions options)
{
    private const string MadeUp = "CursorIsHere";

    private readonly CSharpStrings strings = new(cells, options);

    public Completions Complete(EditedCell cell, EditedPart part, int position, CancellationToken cancellation)
    {
        if (strings.OfDirective(part.Text, position) is { } target) return target;
        var text = ReferenceLines.Blank(part.Text);
        var tree = CSharpDraft.Parse(cells.Nesting, text, cancellation);
        var (place, held) = CSharpCursor.Find(tree, position);
        if (place == CSharpCursor.Place.String) return strings.Complete(CSharpDraft.Of(cells, cell, part, tree), held, text, position);
        if (place != CSharpCursor.Place.Code) return new Completions(position, position, []);
        var (start, end) = CSharpCursor.Word(text, position);
        // Before a name, one more name is wanted; inside it, another in its place.
        if (start == position && (start == 0 || text[start - 1] != '.')) end = position;
        var typed = text[start..position].TrimStart('@');
        if (typed.Length > 0 && char.IsDigit(typed[0])) return new Completions(position, position, []);
        var draft = CSharpDraft.Of(cells, cell, part, CSharpDraft.Parse(cells.Nesting, text[..start] + MadeUp + Separator(text, end) + text[end..], cancellation));
        var token = draft.Root.FindToken(start);
        return new Completions(start, end, Candidates.Choose(Find(draft, token, start, cancellation), typed, options.MostCompletions));
    }

    // What stands on the next line is another statement, unless it goes on with this one.
    private static string Separator(string text, int at)
    {
        var lineEnded = false;
        for (; at < text.Length; at++)
        {
            if (text[at] == '\n') lineEnded = true;
            else if (!char.IsWhiteSpace(text[at])) return !SyntaxFacts.IsIdentifierPartCharacter(text[at]) ? string.Empty : lineEnded ? ";" : " ";
        }

        return ";";
    }

    private static IEnumerable<Candidate> Find(CSharpDraft draft, SyntaxToken token, int position, CancellationToken cancellation)
    {
        var model = draft.Model;
        if (token.Parent is not SimpleNameSyntax name)
        {
            // A name is being made up, which nobody can foresee; but two lines that read as one declaration are two statements.
            var isFirstOnLine = token.GetPreviousToken() is var before && draft.Tree.GetText(cancellation).Lines.GetLineFromPosition(position).Start > before.SpanStart;
            return token.Parent is VariableDeclaratorSyntax && isFirstOnLine ? CSharpNames.InScope(draft, position, null) : [];
        }

        if (CSharpMembers.After(model, name) is { } members)
        {
            return CSharpNames.Of(draft, members.Where(m => IsUsable(m, name)), position);
        }

        if (name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { } use)
        {
            var symbols = model.LookupNamespacesAndTypes(position).Where(s => IsUsable(s, name));
            return CSharpNames.Of(draft, symbols, position).Concat(Keywords(name));
        }

        if (CSharpInitializers.Members(model, name) is { } settable) return CSharpNames.Of(draft, settable, position, CandidateGroup.Expected);
        return CSharpNames.Expected(draft, name)
            .Concat(CSharpNames.InScope(draft, position, name))
            .Concat(Keywords(name));
    }

    private static IEnumerable<Candidate> Keywords(SimpleNameSyntax name) => CSharpKeywords.At(name).Select(k => new Candidate(k, CompletionKind.Keyword, CandidateGroup.Keyword));

    private static bool IsUsable(ISymbol symbol, SimpleNameSyntax name) => name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not { } use
        || symbol is INamespaceSymbol || use.Alias is not null || use.StaticKeyword != default;
}
