using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Segmentation.Notebooks.Editing.CSharp;

/// <summary>What can follow a dot.</summary>
internal static class CSharpMembers
{
    /// <summary>Returns the members that may stand in the place of a name after a dot; null where the name follows none.</summary>
    public static IEnumerable<ISymbol>? After(SemanticModel model, SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => Of(model, access.Expression, name.SpanStart),
        MemberBindingExpressionSyntax binding => binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(c => c.WhenNotNull.Span.Contains(binding.Span)) is { } conditional
            && model.GetTypeInfo(conditional.Expression).Type is { } type ? OfValue(model, CSharpExpected.Bare(type), name.SpanStart) : [],
        QualifiedNameSyntax qualified when qualified.Right == name => OfName(model, qualified.Left, name.SpanStart),
        AliasQualifiedNameSyntax => model.LookupNamespacesAndTypes(name.SpanStart, model.Compilation.GlobalNamespace),
        _ => null,
    };

    private static IEnumerable<ISymbol> Of(SemanticModel model, ExpressionSyntax owner, int position)
    {
        var info = model.GetSymbolInfo(owner);
        return Of(model, info.Symbol ?? (info.CandidateSymbols.Length == 1 ? info.CandidateSymbols[0] : null), model.GetTypeInfo(owner).Type, position);
    }

    // The text before a dot at the end of a line may have been read as the start of a declaration, a type's name.
    private static IEnumerable<ISymbol> OfName(SemanticModel model, NameSyntax owner, int position)
    {
        if (model.GetSymbolInfo(owner).Symbol is { } named) return Of(model, named, null, position);
        var expression = SyntaxFactory.ParseExpression(owner.ToString());
        return Of(
            model,
            model.GetSpeculativeSymbolInfo(owner.SpanStart, expression, SpeculativeBindingOption.BindAsExpression).Symbol,
            model.GetSpeculativeTypeInfo(owner.SpanStart, expression, SpeculativeBindingOption.BindAsExpression).Type,
            position);
    }

    private static IEnumerable<ISymbol> Of(SemanticModel model, ISymbol? owner, ITypeSymbol? type, int position) => owner switch
    {
        IAliasSymbol alias => Of(model, alias.Target, type, position),
        INamespaceSymbol space => model.LookupNamespacesAndTypes(position, space),
        ITypeSymbol named => model.LookupStaticMembers(position, named),
        IMethodSymbol when type is null => [],
        _ when type is null || type.TypeKind == TypeKind.Error => CSharpExpected.TypeOf(owner) is { TypeKind: not TypeKind.Error } held ? OfValue(model, held, position) : [],
        _ => OfValue(model, type, position),
    };

    private static IEnumerable<ISymbol> OfValue(SemanticModel model, ITypeSymbol type, int position) => type.SpecialType == SpecialType.System_Void ? []
        : model.LookupSymbols(position, type, includeReducedExtensionMethods: true)
            .Where(s => s is not ITypeSymbol && (!s.IsStatic || s is IMethodSymbol { ReducedFrom: not null }));
}
