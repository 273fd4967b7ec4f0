using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Segmentation.Notebooks.Editing.CSharp;

/// <summary>The words of C# that may stand where a name does.</summary>
internal static class CSharpKeywords
{
    private static readonly string[] Types = ["bool", "byte", "char", "decimal", "double", "dynamic", "float", "int", "long", "nint", "nuint", "object", "sbyte", "short", "string", "uint", "ulong", "ushort"];
    private static readonly string[] Expressions = ["async", "await", "checked", "default", "delegate", "false", "from", "nameof", "new", "null", "sizeof", "stackalloc", "static", "switch", "throw", "true", "typeof", "unchecked"];
    private static readonly string[] Declarations = ["abstract", "class", "const", "delegate", "enum", "interface", "internal", "partial", "private", "public", "readonly", "record", "ref", "sealed", "static", "struct", "unsafe", "virtual", "void"];
    private static readonly string[] Statements = ["const", "do", "fixed", "for", "foreach", "goto", "if", "lock", "return", "try", "unsafe", "using", "var", "void", "while", "yield"];
    private static readonly string[] Patterns = ["and", "not", "null", "or", "true", "false", "var"];

    /// <summary>Returns the words that fit a name.</summary>
    /// <param name="name">The name in the place of the cursor.</param>
    public static IEnumerable<string> At(SimpleNameSyntax name)
    {
        if (name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { } use) return use.StaticKeyword == default && use.Alias is null ? ["static"] : [];
        var after = After(name.GetFirstToken().GetPreviousToken());
        if (name.Ancestors().TakeWhile(a => a is not StatementSyntax).Any(a => a is PatternSyntax) || name.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression }) return [.. Patterns, .. Types];
        if (name.Parent is IncompleteMemberSyntax or FieldDeclarationSyntax || InTypeBody(name)) return [.. Declarations, .. Types, .. InTypeBody(name) ? [] : Statements, .. InTypeBody(name) ? ["event", "operator", "override", "protected", "required"] : Expressions];
        if (SyntaxFacts.IsInTypeOnlyContext(name)) return name.Parent is ParameterSyntax ? [.. Types, "in", "out", "params", "ref", "scoped", "this"] : name.Parent is ObjectCreationExpressionSyntax ? Types : [.. Types, "void"];
        if (name.Parent is ArgumentSyntax) return [.. Expressions, .. Types, "in", "out", "ref"];
        return name.Parent is ExpressionStatementSyntax statement
            ? [.. after, .. Statements, .. Expressions, .. Types, .. Jumps(statement), .. statement.Parent is GlobalStatementSyntax ? Declarations : []]
            : [.. Expressions, .. Types];
    }

    // else, catch and finally go on with the statement before.
    private static IEnumerable<string> After(SyntaxToken before)
    {
        for (var node = before.Parent; node is not null && node.GetLastToken() == before; node = node.Parent)
        {
            if (node is BlockSyntax { Parent: TryStatementSyntax or CatchClauseSyntax }) return ["catch", "finally"];
            if (node.Parent is IfStatementSyntax { Else: null } condition && condition.Statement == node) return ["else"];
        }

        return [];
    }

    private static IEnumerable<string> Jumps(SyntaxNode at)
    {
        foreach (var ancestor in at.Ancestors().TakeWhile(a => a is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MethodDeclarationSyntax)))
        {
            if (ancestor is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax) return ["break", "continue"];
            if (ancestor is SwitchStatementSyntax) return ["break", "case"];
        }

        return [];
    }

    private static bool InTypeBody(SyntaxNode name) => name.Ancestors().FirstOrDefault(a => a is StatementSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or BaseListSyntax or ParameterSyntax or TypeDeclarationSyntax) is TypeDeclarationSyntax;
}
