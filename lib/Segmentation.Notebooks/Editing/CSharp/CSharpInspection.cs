using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Segmentation.Notebooks.CSharp;
using Segmentation.Notebooks.Editing.Documentation;
using Segmentation.Notebooks.Formatting;

namespace Segmentation.Notebooks.Editing.CSharp;

/// <summary>Tells what a C# name stands for.</summary>
internal sealed class CSharpInspection(CSharpCells cells, FormatOptions format, EditingOptions options)
{
    public Inspection? Inspect(EditedCell cell, EditedPart part, int position, CancellationToken cancellation)
    {
        var text = ReferenceLines.Blank(part.Text);
        var tree = CSharpDraft.Parse(cells.Nesting, text, cancellation);
        if (CSharpCursor.Find(tree, position).Place != CSharpCursor.Place.Code) return null;
        var (start, end) = CSharpCursor.Word(text, position);
        // After the colon of an argument's name, that name is meant.
        if (start == end && position > 0 && text[position - 1] == ':') (start, end) = CSharpCursor.Word(text, position - 1);
        var draft = CSharpDraft.Of(cells, cell, part, tree);
        if (start == end) return Call(draft, position);
        return Name(draft, start, end)
            // A statement that lacks its end may have been read as one with the next line.
            ?? (CSharpCursor.IsLastOnLine(text, end) ? Name(CSharpDraft.Of(cells, cell, part, CSharpDraft.Parse(cells.Nesting, text.Insert(end, ";"), cancellation)), start, end) : null);
    }

    private Inspection? Name(CSharpDraft draft, int start, int end)
    {
        var token = draft.Root.FindToken(start);
        if (token.SpanStart != start || token.Parent is not { } node) return null;
        var (symbol, others) = SymbolOf(draft.Model, node);
        return symbol is null ? null : Describe(symbol, others, start, end);
    }

    // Between the parentheses of a call, the call is meant.
    private Inspection? Call(CSharpDraft draft, int position)
    {
        var list = draft.Root.FindToken(Math.Max(0, position - 1)).Parent?.AncestorsAndSelf().OfType<BaseArgumentListSyntax>()
            .FirstOrDefault(l => l.SpanStart < position && (position < l.Span.End || l.GetLastToken(includeZeroWidth: true).IsMissing));
        if (list?.Parent is not { } call) return null;
        var callees = CSharpArguments.Callees(draft.Model, call);
        var name = call is InvocationExpressionSyntax { Expression: var called } ? called.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault() : null;
        return callees.Count == 0 ? null : Describe(callees[0], callees.Count - 1, (name ?? call).SpanStart, name?.Identifier.Span.End ?? list.SpanStart);
    }

    private static (ISymbol? Symbol, int Others) SymbolOf(SemanticModel model, SyntaxNode node)
    {
        if (node is not (SimpleNameSyntax or PredefinedTypeSyntax)) return (model.GetDeclaredSymbol(node), 0);
        var info = model.GetSymbolInfo(node);
        var group = model.GetMemberGroup(node);
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault() ?? group.FirstOrDefault()
            // In braces that nothing is set in yet, a name is read as an item of a collection.
            ?? (node is SimpleNameSyntax name ? CSharpInitializers.Members(model, name)?.FirstOrDefault(m => m.Name == name.Identifier.ValueText) : null);
        if (symbol is IAliasSymbol alias) symbol = alias.Target;
        if (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && node.Parent is AttributeSyntax) symbol = constructor.ContainingType;
        return (symbol, Math.Max(0, group.Length - 1));
    }

    private Inspection? Describe(ISymbol symbol, int others, int start, int end)
    {
        if (symbol is ITypeSymbol { TypeKind: TypeKind.Error }) return null;
        var isVariable = symbol is IFieldSymbol { ContainingType.IsScriptClass: true };
        var value = isVariable && cells.Variables.TryGet(symbol.Name, out var present) ? VariablePreview.Of(present, format, options.LongestValue) : null;
        return new Inspection(start, end, CSharpSignatures.Full(symbol, others), SymbolDocumentation.Of(symbol, cells.Chain, options.LongestRemarks), value);
    }
}
