using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Segmentation.Notebooks.CSharp;

namespace Segmentation.Notebooks.Editing.Documentation;

/// <summary>Finds what is written about what a name stands for.</summary>
internal static class SymbolDocumentation
{
    private const int MostInherited = 10;

    /// <summary>Returns the documentation as plain text; null where there is none.</summary>
    public static string? Of(ISymbol symbol, CellChain chain, int longestRemarks)
    {
        if (symbol is IParameterSymbol { ContainingSymbol: { } owner }) return Parameter(owner, symbol.Name, chain);
        if (Find(symbol, chain) is { } found && DocumentationText.Of(found, longestRemarks) is { } text) return text;
        // A property that a record's parameter made is described there.
        return symbol is IPropertySymbol { ContainingType: { IsRecord: true } record } ? Parameter(record, symbol.Name, chain) : null;
    }

    private static string? Parameter(ISymbol owner, string name, CellChain chain)
    {
        var found = Find(owner, chain) ?? (owner is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: var type } ? Find(type, chain) : null);
        var text = DocumentationText.Text(found?.Elements("param").FirstOrDefault(p => p.Attribute("name")?.Value == name));
        return text.Length == 0 ? null : text;
    }

    private static XElement? Find(ISymbol symbol, CellChain chain)
    {
        ISymbol? at = symbol is IMethodSymbol { ReducedFrom: { } unreduced } ? unreduced : symbol;
        for (var step = 0; at is not null && step < MostInherited; step++)
        {
            var found = Written(at.OriginalDefinition, chain);
            if (found?.Element("inheritdoc") is not { } inherits || found.Element("summary") is not null) return found;
            if (inherits.Attribute("cref")?.Value is { } cref && at.ContainingAssembly is { } assembly && PathOf(assembly, chain) is { } path) return XmlFiles.Find(path, cref);
            at = Inherited(at.OriginalDefinition);
        }

        return null;
    }

    private static XElement? Written(ISymbol symbol, CellChain chain)
    {
        if (symbol.DeclaringSyntaxReferences is [var declared, ..]) return InCell(declared.GetSyntax());
        return symbol.GetDocumentationCommentId() is { } id && symbol.ContainingAssembly is { } assembly && PathOf(assembly, chain) is { } path ? XmlFiles.Find(path, id) : null;
    }

    // Cells are compiled without their documentation: it is a comment to them.
    private static XElement? InCell(SyntaxNode declaration)
    {
        const string Mark = "///";
        var lines = declaration.AncestorsAndSelf().Take(3).Select(n => n.GetLeadingTrivia().ToFullString()).FirstOrDefault(t => t.Contains(Mark, StringComparison.Ordinal));
        if (lines is null) return null;
        var text = string.Join('\n', lines.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith(Mark, StringComparison.Ordinal)).Select(l => l[Mark.Length..]));
        try
        {
            return XElement.Parse($"<member>{text}</member>", LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static ISymbol? Inherited(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } method } => method,
        IPropertySymbol { OverriddenProperty: { } property } => property,
        IEventSymbol { OverriddenEvent: { } raised } => raised,
        INamedTypeSymbol { BaseType: { SpecialType: not SpecialType.System_Object } parent } => parent,
        INamedTypeSymbol type => type.Interfaces.FirstOrDefault(),
        _ => symbol.ContainingType?.AllInterfaces.SelectMany(i => i.GetMembers(symbol.Name))
            .FirstOrDefault(m => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(m), symbol)),
    };

    private static string? PathOf(IAssemblySymbol assembly, CellChain chain) => PlatformReferences.PathOf(assembly.Name)
        ?? chain.Added.OfType<PortableExecutableReference>().Select(r => r.FilePath).FirstOrDefault(p => Path.GetFileNameWithoutExtension(p) == assembly.Name);
}
