using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Segmentation.Notebooks.CSharp;

namespace Segmentation.Notebooks.Editing.CSharp;

/// <summary>What the compiler has to say of C# that was not run.</summary>
internal sealed class CSharpProblems(CSharpCells cells)
{
    // Of a notebook they say nothing: what a cell declares may be for the next one, and who runs a cell awaits it.
    private static readonly ImmutableHashSet<string> Noise = ["CS0162", "CS0164", "CS0168", "CS0169", "CS0219", "CS0414", "CS0649", "CS1591", "CS1701", "CS1702", "CS1998", "CS8321", "CS8618"];

    // What a reference that is not there yet would bring.
    private static readonly ImmutableHashSet<string> Unknown = ["CS0103", "CS0234", "CS0246", "CS0400", "CS0012", "CS1061", "CS7036"];

    public IEnumerable<CellProblem> Find(EditedCell cell, EditedPart part, CancellationToken cancellation)
    {
        var references = ReferenceLines.Find(part.Text).ToArray();
        var draft = CSharpDraft.Of(cells, cell, part, CSharpDraft.Parse(cells.Nesting, ReferenceLines.Blank(part.Text), cancellation));
        foreach (var (start, end, directive, target) in references)
        {
            if (cells.References.Refusal(directive, target, 0) is { } refused) yield return new CellProblem(start, end, refused.Error.Kind, refused.Error.Message, IsError: true);
        }

        var awaitsReference = references.Any(r => !cells.References.Has(r.Target));
        foreach (var diagnostic in draft.Compilation.GetDiagnostics(cancellation).Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed && !Noise.Contains(d.Id)))
        {
            if (awaitsReference && Unknown.Contains(diagnostic.Id)) continue;
            var inCell = diagnostic.Location.SourceTree == draft.Tree;
            // What is wrong in a file that is loaded is told where the stretch begins.
            var (start, end) = inCell ? (diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.End) : (part.Start, part.Start);
            yield return new CellProblem(start, end, diagnostic.Id, Message(diagnostic), diagnostic.Severity == DiagnosticSeverity.Error);
        }
    }

    private static string Message(Diagnostic diagnostic)
    {
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        return diagnostic.Id == "CS0103" && message.Split('\'') is [_, var name, ..] ? $"'{name}' is not known: run the cell that declares it first, or check its spelling" : message;
    }
}
