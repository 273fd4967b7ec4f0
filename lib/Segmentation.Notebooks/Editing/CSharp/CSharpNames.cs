using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Segmentation.Notebooks.Editing.CSharp;

/// <summary>Turns what the compiler knows into candidates.</summary>
internal static class CSharpNames
{
    /// <summary>Returns a candidate a name: methods of one name are one, with the number of the others.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="symbols">The symbols.</param>
    /// <param name="position">The cursor.</param>
    /// <param name="group">The group of all of them; null for each its own.</param>
    public static IEnumerable<Candidate> Of(CSharpDraft draft, IEnumerable<ISymbol> symbols, int position, CandidateGroup? group = null)
    {
        foreach (var named in symbols.Where(s => s.CanBeReferencedByName && !s.IsImplicitlyDeclared || s is INamespaceSymbol or IRangeVariableSymbol or IPropertySymbol).GroupBy(s => (s.Name, IsType: s is INamespaceOrTypeSymbol)))
        {
            var all = named.Where(s => IsMeant(draft, s, position)).ToArray();
            if (all.Length == 0) continue;
            var first = all[0];
            var text = SyntaxFacts.GetKeywordKind(first.Name) != SyntaxKind.None ? "@" + first.Name : null;
            yield return new Candidate(first.Name, KindOf(first), group ?? GroupOf(draft, first), () => CSharpSignatures.Short(first, all.Length - 1), text);
        }
    }

    /// <summary>Returns what a bare name may stand for.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="position">The cursor.</param>
    /// <param name="name">The name in its place; null where it was read as another's declaration.</param>
    public static IEnumerable<Candidate> InScope(CSharpDraft draft, int position, SimpleNameSyntax? name)
    {
        var onlyTypes = name is not null && SyntaxFacts.IsInNamespaceOrTypeContext(name) && name.Parent is not (IncompleteMemberSyntax or VariableDeclarationSyntax);
        var symbols = onlyTypes ? draft.Model.LookupNamespacesAndTypes(position) : draft.Model.LookupSymbols(position);
        return Of(draft, symbols.Where(s => s.ContainingType is not { SpecialType: SpecialType.System_Object }), position);
    }

    /// <summary>Returns what the place of a name asks for: arguments by name, and well-known values of the type expected.</summary>
    public static IEnumerable<Candidate> Expected(CSharpDraft draft, SimpleNameSyntax name)
    {
        if (name.Parent is ArgumentSyntax { NameColon: null } argument)
        {
            foreach (var parameter in CSharpArguments.ByName(draft.Model, argument))
                yield return new Candidate(parameter.Name, CompletionKind.Variable, CandidateGroup.Expected, () => CSharpSignatures.Short(parameter, 0), parameter.Name + ":");
        }

        var (place, created) = name.Parent is ObjectCreationExpressionSyntax creation && creation.Type == name ? ((ExpressionSyntax)creation, true) : (name, false);
        foreach (var type in CSharpExpected.Types(draft.Model, place).OfType<INamedTypeSymbol>().Where(t => t.SpecialType == SpecialType.None && !t.IsTupleType))
        {
            var spelled = type.ToMinimalDisplayString(draft.Model, name.SpanStart);
            if (created)
            {
                if (!type.IsAbstract) yield return new Candidate(spelled, KindOf(type), CandidateGroup.Expected, () => CSharpSignatures.Short(type, 0));
                continue;
            }

            foreach (var member in draft.Model.LookupStaticMembers(name.SpanStart, type).Where(m => m is IFieldSymbol or IPropertySymbol && SymbolEqualityComparer.Default.Equals(CSharpExpected.TypeOf(m), type) && IsMeant(draft, m, name.SpanStart)))
            {
                var whole = $"{spelled}.{member.Name}";
                yield return new Candidate(whole, KindOf(member), CandidateGroup.Expected, () => CSharpSignatures.Short(member, 0));
                yield return new Candidate(member.Name, KindOf(member), CandidateGroup.Expected, () => CSharpSignatures.Short(member, 0), whole);
            }
        }
    }

    private static CompletionKind KindOf(ISymbol symbol) => symbol switch
    {
        INamespaceSymbol => CompletionKind.Namespace,
        ITypeSymbol type => type.TypeKind switch
        {
            TypeKind.Struct => CompletionKind.Struct,
            TypeKind.Interface => CompletionKind.Interface,
            TypeKind.Enum => CompletionKind.Enum,
            _ => CompletionKind.Class,
        },
        IMethodSymbol => CompletionKind.Method,
        IFieldSymbol { ContainingType.IsScriptClass: true } or IPropertySymbol { ContainingType.IsScriptClass: true } => CompletionKind.Variable,
        IPropertySymbol or IEventSymbol => CompletionKind.Property,
        IFieldSymbol => CompletionKind.Field,
        _ => CompletionKind.Variable,
    };

    private static CandidateGroup GroupOf(CSharpDraft draft, ISymbol symbol)
    {
        if (symbol is INamespaceSymbol) return CandidateGroup.Namespace;
        if (symbol.DeclaringSyntaxReferences is [var declared, ..]) return declared.SyntaxTree == draft.Tree ? CandidateGroup.Local : CandidateGroup.Session;
        return symbol switch
        {
            ITypeSymbol => symbol.ContainingAssembly?.Name == typeof(Tables.Table).Assembly.GetName().Name ? CandidateGroup.Library : CandidateGroup.Type,
            IMethodSymbol { ReducedFrom: not null } => CandidateGroup.Extension,
            _ => symbol.ContainingType?.SpecialType == SpecialType.System_Object ? CandidateGroup.Common : CandidateGroup.Member,
        };
    }

    private static bool IsMeant(CSharpDraft draft, ISymbol symbol, int position)
    {
        // The made-up name itself, a variable inside its own declaration, and those declared further down.
        if (symbol is IFieldSymbol or ILocalSymbol && symbol.DeclaringSyntaxReferences is [var declared, ..] && declared.SyntaxTree == draft.Tree && declared.Span.End >= position) return false;
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass?.Name is nameof(ObsoleteAttribute)) return false;
            if (attribute.AttributeClass?.Name is "EditorBrowsableAttribute" && attribute.ConstructorArguments is [{ Value: (int)System.ComponentModel.EditorBrowsableState.Never }]) return false;
        }

        return true;
    }
}
