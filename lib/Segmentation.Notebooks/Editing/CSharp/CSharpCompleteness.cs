using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Segmentation.Notebooks.CSharp;

namespace Segmentation.Notebooks.Editing.CSharp;

/// <summary>Tells whether C# could be run as it stands, or could once more is written.</summary>
internal static class CSharpCompleteness
{
    // Comments, texts of several lines and regions that are still open are told where they begin, but only lack their end.
    private static readonly string[] Open = ["CS1035", "CS1039", "CS8997", "CS1027", "CS1038"];

    public static CellCompleteness Of(Nesting nesting, string text)
    {
        var code = ReferenceLines.Blank(text);
        var errors = CSharpDraft.Parse(nesting, code, default).GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToArray();
        if (errors.Length == 0) return CellCompleteness.Complete;
        if (errors.Any(e => Open.Contains(e.Id))) return CellCompleteness.Incomplete;
        // Not the tree's last token: it has none for what the parser could make nothing of.
        var end = SyntaxFactory.ParseTokens(code, options: CellCompiler.Script).Where(t => !t.IsKind(SyntaxKind.EndOfFileToken)).Select(t => t.Span.End).DefaultIfEmpty(0).Last();
        return errors.All(e => e.Location.SourceSpan.Start >= end) ? CellCompleteness.Incomplete : CellCompleteness.Invalid;
    }
}
