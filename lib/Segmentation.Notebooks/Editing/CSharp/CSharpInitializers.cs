using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Segmentation.Notebooks.Editing.CSharp;

/// <summary>The members that an object initializer, a <c>with</c> or a property pattern names.</summary>
internal static class CSharpInitializers
{
    /// <summary>Returns the members that may stand in the place of a name; null where none of these is around it.</summary>
    public static IEnumerable<ISymbol>? Members(SemanticModel model, SimpleNameSyntax name)
    {
        if (name.Ancestors().FirstOrDefault(a => a is SubpatternSyntax or StatementSyntax) is SubpatternSyntax { Parent: PropertyPatternClauseSyntax { Parent: PatternSyntax outer } } subpattern)
        {
            // After the colon stands a value.
            if (subpattern.ExpressionColon is { } colon && !colon.Span.Contains(name.Span)) return null;
            var narrowed = outer is RecursivePatternSyntax { Type: { } type } ? model.GetTypeInfo(type).Type : null;
            return (narrowed ?? CSharpExpected.InputOf(model, outer)) is { } tested ? Of(model, tested, name.SpanStart, settable: false) : [];
        }

        var left = name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name ? (SyntaxNode)assignment : name;
        if (left.Parent is not InitializerExpressionSyntax initializer || initializer.IsKind(SyntaxKind.ArrayInitializerExpression)) return null;
        var made = initializer.Parent switch
        {
            BaseObjectCreationExpressionSyntax creation => model.GetTypeInfo(creation).Type ?? model.GetTypeInfo(creation).ConvertedType,
            WithExpressionSyntax with => model.GetTypeInfo(with.Expression).Type,
            _ => null,
        };
        if (made is null || made.TypeKind == TypeKind.Error || made.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable)) return null;
        var given = initializer.Expressions.Where(e => e != left).OfType<AssignmentExpressionSyntax>().Select(a => a.Left.ToString()).ToHashSet(StringComparer.Ordinal);
        return Of(model, made, name.SpanStart, settable: true).Where(m => !given.Contains(m.Name));
    }

    private static IEnumerable<ISymbol> Of(SemanticModel model, ITypeSymbol type, int position, bool settable) =>
        model.LookupSymbols(position, CSharpExpected.Bare(type)).Where(m => !m.IsStatic && m switch
        {
            IPropertySymbol property => !property.IsIndexer && (!settable || (property.SetMethod is { } set && model.IsAccessible(position, set))),
            IFieldSymbol field => !settable || !field.IsReadOnly,
            _ => false,
        });
}
