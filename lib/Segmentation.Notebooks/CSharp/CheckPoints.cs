using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.CSharp;

/// <summary>
/// Puts a check at the head of every loop body and of every function of a cell, so that an interrupt and a full stack end it there. No line
/// is added, so that line numbers hold; columns change, which is why compiler errors come from the text as it was written.
/// </summary>
/// <remarks>
/// A body that is an expression becomes a block. A lambda with such a body stays as it is where it becomes an expression tree, or where
/// nobody can say.
/// </remarks>
internal sealed class CheckPoints : CSharpSyntaxWalker
{
    private static readonly string Loop = $"global::{typeof(CellCheck).FullName}.{nameof(CellCheck.Loop)}();";
    private static readonly string Call = $"global::{typeof(CellCheck).FullName}.{nameof(CellCheck.Call)}();";

    private readonly List<(int At, int Length, string Text)> changes = [];
    private readonly Lazy<SemanticModel?> model;
    private readonly CancellationToken cancellation;

    private CheckPoints(Func<SemanticModel>? model, CancellationToken cancellation) => (this.model, this.cancellation) = (new(() => model?.Invoke()), cancellation);

    /// <summary>Returns the text with checks; the text itself where it needs none, or does not parse.</summary>
    /// <param name="text">The text.</param>
    /// <param name="parsed">Its tree.</param>
    /// <param name="model">Says what lambdas become; null where nobody does. Only asked where there are any.</param>
    /// <param name="cancellation">Stops looking.</param>
    public static SourceText Insert(SourceText text, SyntaxTree parsed, Func<SemanticModel>? model, CancellationToken cancellation)
    {
        if (parsed.GetDiagnostics(cancellation).Any(d => d.Severity == DiagnosticSeverity.Error)) return text;
        var points = new CheckPoints(model, cancellation);
        points.Visit(parsed.GetRoot(cancellation));
        return points.changes.Count == 0 ? text : SourceText.From(points.Apply(text), text.Encoding ?? Encoding.UTF8);
    }

    /// <inheritdoc/>
    public override void DefaultVisit(SyntaxNode node)
    {
        switch (node)
        {
            case WhileStatementSyntax loop: Body(loop.Statement); break;
            case DoStatementSyntax loop: Body(loop.Statement); break;
            case ForStatementSyntax loop: Body(loop.Statement); break;
            case CommonForEachStatementSyntax loop: Body(loop.Statement); break;
            // 'goto' makes loops, too. A declaration behind a label is left alone: a check before it would change what it declares.
            case LabeledStatementSyntax { Statement: not (LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax) } label: Add(label.ColonToken.Span.End, Loop); break;
            case AnonymousFunctionExpressionSyntax { Block: { } block }: Add(block.OpenBraceToken.Span.End, Call); break;
            case LambdaExpressionSyntax { ExpressionBody: { } body } lambda: Lambda(lambda, body); break;
            case BaseMethodDeclarationSyntax method: Function(method.Body, method.ExpressionBody, method.SemicolonToken, ReturnsValue(method)); break;
            case LocalFunctionStatementSyntax function: Function(function.Body, function.ExpressionBody, function.SemicolonToken, ReturnsValue(function.ReturnType, function.Modifiers)); break;
            case AccessorDeclarationSyntax accessor: Function(accessor.Body, accessor.ExpressionBody, accessor.SemicolonToken, accessor.IsKind(SyntaxKind.GetAccessorDeclaration)); break;
            case PropertyDeclarationSyntax { ExpressionBody: { } expression } property: Expression(expression, property.SemicolonToken, "{get{" + Call, "return ", ";}}"); break;
            case IndexerDeclarationSyntax { ExpressionBody: { } expression } indexer: Expression(expression, indexer.SemicolonToken, "{get{" + Call, "return ", ";}}"); break;
        }

        base.DefaultVisit(node);
    }

    private static bool ReturnsValue(BaseMethodDeclarationSyntax method) => method switch
    {
        MethodDeclarationSyntax ordinary => ReturnsValue(ordinary.ReturnType, ordinary.Modifiers),
        OperatorDeclarationSyntax op => ReturnsValue(op.ReturnType, op.Modifiers),
        ConversionOperatorDeclarationSyntax => true,
        _ => false,
    };

    private static bool ReturnsValue(TypeSyntax type, SyntaxTokenList modifiers)
    {
        if (type is PredefinedTypeSyntax { Keyword: var keyword } && keyword.IsKind(SyntaxKind.VoidKeyword)) return false;
        // 'async Task' has nothing to return; 'async Task<T>' has.
        return !modifiers.Any(SyntaxKind.AsyncKeyword) || (type as QualifiedNameSyntax)?.Right is GenericNameSyntax || type is GenericNameSyntax;
    }

    private void Body(StatementSyntax statement)
    {
        if (statement is BlockSyntax block)
        {
            Add(block.OpenBraceToken.Span.End, Loop);
            return;
        }

        Add(statement.SpanStart, "{" + Loop);
        Add(statement.Span.End, "}");
    }

    private void Function(BlockSyntax? block, ArrowExpressionClauseSyntax? expression, SyntaxToken semicolon, bool returnsValue)
    {
        if (block is not null) Add(block.OpenBraceToken.Span.End, Call);
        else if (expression is not null) Expression(expression, semicolon, "{" + Call, returnsValue ? "return " : string.Empty, ";}");
    }

    private void Lambda(LambdaExpressionSyntax lambda, ExpressionSyntax body)
    {
        if (body is ThrowExpressionSyntax or RefExpressionSyntax) return;
        if (model.Value?.GetTypeInfo(lambda, cancellation).ConvertedType is not INamedTypeSymbol { DelegateInvokeMethod: { } called }) return;
        var isAsync = lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
        var returnsValue = !called.ReturnsVoid && !(isAsync && called.ReturnType is INamedTypeSymbol { Arity: 0 });
        Add(body.SpanStart, "{" + Call + (returnsValue ? "return " : string.Empty));
        Add(body.Span.End, ";}");
    }

    private void Expression(ArrowExpressionClauseSyntax body, SyntaxToken semicolon, string open, string before, string close)
    {
        if (body.Expression is ThrowExpressionSyntax) return;
        changes.Add((body.ArrowToken.SpanStart, body.ArrowToken.Span.Length, open));
        // Beside the expression, not the arrow: the line of a stack trace is that of the 'return'.
        Add(body.Expression.SpanStart, before);
        changes.Add((semicolon.SpanStart, semicolon.Span.Length, close));
    }

    private void Add(int at, string text) => changes.Add((at, 0, text));

    private string Apply(SourceText text)
    {
        var made = new StringBuilder(text.Length + (changes.Count * Call.Length));
        var from = 0;
        foreach (var (at, length, insert) in changes.OrderBy(c => c.At))
        {
            made.Append(text.ToString(TextSpan.FromBounds(from, at))).Append(insert);
            from = at + length;
        }

        return made.Append(text.ToString(TextSpan.FromBounds(from, text.Length))).ToString();
    }
}
