using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Segmentation.Notebooks.Editing.CSharp;

/// <summary>The type of value that a place asks for.</summary>
internal static class CSharpExpected
{
    /// <summary>Returns the types that an expression may have where it stands, without <c>?</c>; none where anything goes.</summary>
    public static IEnumerable<ITypeSymbol> Types(SemanticModel model, ExpressionSyntax expression)
    {
        SyntaxNode place = expression;
        while (place.Parent is ParenthesizedExpressionSyntax || (place.Parent is ConditionalExpressionSyntax conditional && conditional.Condition != place)) place = place.Parent;
        IEnumerable<ITypeSymbol?> found = place.Parent is ArgumentSyntax argument
            ? CSharpArguments.For(model, argument).Select(p => p.IsParams && p.Type is IArrayTypeSymbol array ? array.ElementType : (ITypeSymbol?)p.Type)
            : [Single(model, place)];
        return found.OfType<ITypeSymbol>().Select(Bare).Where(t => t.TypeKind != TypeKind.Error).Distinct<ITypeSymbol>(SymbolEqualityComparer.Default);
    }

    private static ITypeSymbol? Single(SemanticModel model, SyntaxNode place) => place.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: { IsVar: false } type } } } => model.GetTypeInfo(type).Type,
        AssignmentExpressionSyntax assignment when assignment.Right == place => model.GetTypeInfo(assignment.Left).Type,
        BinaryExpressionSyntax binary when binary.Right == place => model.GetTypeInfo(binary.Left).Type,
        CaseSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice } => model.GetTypeInfo(choice.Expression).Type,
        PatternSyntax pattern => InputOf(model, pattern),
        ReturnStatementSyntax or ArrowExpressionClauseSyntax => (model.GetEnclosingSymbol(place.SpanStart) as IMethodSymbol)?.ReturnType,
        _ => null,
    };

    /// <summary>Returns the type that a pattern is compared with; null where it is not known.</summary>
    public static ITypeSymbol? InputOf(SemanticModel model, PatternSyntax pattern)
    {
        SyntaxNode place = pattern;
        while (place.Parent is BinaryPatternSyntax or UnaryPatternSyntax or ParenthesizedPatternSyntax) place = place.Parent;
        return place.Parent switch
        {
            IsPatternExpressionSyntax test => model.GetTypeInfo(test.Expression).Type,
            SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } => model.GetTypeInfo(choice.GoverningExpression).Type,
            CasePatternSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax choice } => model.GetTypeInfo(choice.Expression).Type,
            SubpatternSyntax { ExpressionColon.Expression: IdentifierNameSyntax member, Parent.Parent: PatternSyntax outer } =>
                InputOf(model, outer) is { } owner ? TypeOf(Bare(owner).GetMembers(member.Identifier.ValueText).FirstOrDefault()) : null,
            _ => null,
        };
    }

    /// <summary>Returns a type without <c>?</c>.</summary>
    public static ITypeSymbol Bare(ITypeSymbol type) => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
        ? nullable.TypeArguments[0] : type.WithNullableAnnotation(NullableAnnotation.None);

    /// <summary>Returns the type of what a variable or member holds; null where it holds nothing.</summary>
    public static ITypeSymbol? TypeOf(ISymbol? symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };
}
