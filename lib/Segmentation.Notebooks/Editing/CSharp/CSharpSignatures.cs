using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Segmentation.Notebooks.Editing.CSharp;

/// <summary>Writes declarations in one line, as C# would.</summary>
internal static class CSharpSignatures
{
    private const SymbolDisplayMiscellaneousOptions Words = SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
        | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral;

    private static readonly SymbolDisplayFormat Member = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeConstantValue,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        localOptions: SymbolDisplayLocalOptions.IncludeType | SymbolDisplayLocalOptions.IncludeConstantValue,
        miscellaneousOptions: Words);

    private static readonly SymbolDisplayFormat Declared = Member
        .WithMemberOptions(Member.MemberOptions | SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeModifiers)
        .WithKindOptions(SymbolDisplayKindOptions.None);

    private static readonly SymbolDisplayFormat OfType = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        parameterOptions: Member.ParameterOptions,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword,
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Omitted,
        miscellaneousOptions: Words);

    /// <summary>Returns a line for a list: type, name and parameters.</summary>
    /// <param name="symbol">The first of its name.</param>
    /// <param name="others">How many more of that name there are.</param>
    public static string Short(ISymbol symbol, int others) => Text(symbol, Member, others);

    /// <summary>Returns the declaration, with the type that a member is part of.</summary>
    public static string Full(ISymbol symbol, int others) => Text(symbol, Declared, others);

    private static string Text(ISymbol symbol, SymbolDisplayFormat format, int others)
    {
        // What cells declare is part of a class that nobody has written.
        if (symbol.ContainingType is { IsScriptClass: true }) format = Member;
        var text = symbol switch
        {
            INamedTypeSymbol { IsScriptClass: false } type => Modifiers(type) + type.ToDisplayString(OfType),
            INamespaceOrTypeSymbol => symbol.ToDisplayString(OfType),
            IPropertySymbol property => $"{property.ToDisplayString(format)} {{ {(property.GetMethod is null ? string.Empty : "get; ")}{(property.SetMethod is { DeclaredAccessibility: Accessibility.Public } set ? set.IsInitOnly ? "init; " : "set; " : string.Empty)}}}",
            IRangeVariableSymbol range => range.Name,
            _ => symbol.ToDisplayString(format),
        };
        return others == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text} (+ {others} overload{(others == 1 ? string.Empty : "s")})");
    }

    private static string Modifiers(INamedTypeSymbol type) =>
        type.TypeKind != TypeKind.Class ? string.Empty : type.IsStatic ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : string.Empty;
}
