using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Segmentation.Notebooks.Editing.CSharp;

/// <summary>The parameters that an argument may stand for, also where the call is not finished.</summary>
internal static class CSharpArguments
{
    /// <summary>Returns the methods, constructors or indexers that may be called; the one that binds first.</summary>
    public static IReadOnlyList<ISymbol> Callees(SemanticModel model, SyntaxNode call)
    {
        var info = model.GetSymbolInfo(call);
        var found = new List<ISymbol>();
        if (info.Symbol is { } symbol) found.Add(symbol);
        found.AddRange(info.CandidateSymbols);
        if (call is InvocationExpressionSyntax invocation) found.AddRange(model.GetMemberGroup(invocation.Expression));
        if (call is BaseObjectCreationExpressionSyntax && (model.GetTypeInfo(call).Type ?? model.GetTypeInfo(call).ConvertedType) is INamedTypeSymbol type) found.AddRange(type.InstanceConstructors);
        if (call is ElementAccessExpressionSyntax element && model.GetTypeInfo(element.Expression).Type is { } owner) found.AddRange(model.LookupSymbols(call.SpanStart, owner).OfType<IPropertySymbol>().Where(p => p.IsIndexer));
        return [.. found.Distinct(SymbolEqualityComparer.Default).Where(s => s is IMethodSymbol or IPropertySymbol)];
    }

    public static IReadOnlyList<IParameterSymbol> Parameters(ISymbol callee) => callee switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => [],
    };

    /// <summary>Returns the parameters that an argument may give, of every callee.</summary>
    public static IEnumerable<IParameterSymbol> For(SemanticModel model, ArgumentSyntax argument)
    {
        if (argument.Parent is not BaseArgumentListSyntax { Parent: { } call } list) yield break;
        var at = list.Arguments.IndexOf(argument);
        foreach (var parameters in Callees(model, call).Select(Parameters))
        {
            if (argument.NameColon is { } named)
            {
                if (parameters.FirstOrDefault(p => p.Name == named.Name.Identifier.ValueText) is { } byName) yield return byName;
            }
            else if (at < parameters.Count)
            {
                yield return parameters[at];
            }
            else if (parameters is [.., { IsParams: true } rest])
            {
                yield return rest;
            }
        }
    }

    /// <summary>Returns the parameters that could be given by name here.</summary>
    public static IEnumerable<IParameterSymbol> ByName(SemanticModel model, ArgumentSyntax argument)
    {
        if (argument.Parent is not ArgumentListSyntax { Parent: { } call } list) return [];
        var others = list.Arguments.Where(a => a != argument).Select(a => a.NameColon?.Name.Identifier.ValueText).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var before = list.Arguments.TakeWhile(a => a != argument).Count(a => a.NameColon is null);
        return Callees(model, call).SelectMany(c => Parameters(c).Skip(before)).Where(p => !others.Contains(p.Name)).DistinctBy(p => p.Name);
    }
}
