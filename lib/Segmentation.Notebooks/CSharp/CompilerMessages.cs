using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.CSharp;

/// <summary>Words the compiler's errors with the line of the cell.</summary>
internal static class CompilerMessages
{
    public static CellFailure Failure(ImmutableArray<Diagnostic> diagnostics, string cell, int most)
    {
        var errors = diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToArray();
        var first = errors[0];
        var message = Text(first) + Hint(first);
        var others = errors.Skip(1).Take(most - 1).Select(e => $"{Place(e, cell)}: {e.Id}: {Text(e)}");
        if (errors.Length > most) others = others.Append(string.Create(CultureInfo.InvariantCulture, $"and {errors.Length - most} more"));
        var inCell = first.Location.IsInSource && first.Location.GetLineSpan().Path == cell;
        return new CellFailure(new CellError(
            first.Id,
            string.Join('\n', others.Prepend(inCell || !first.Location.IsInSource ? message : $"{Place(first, cell)}: {message}")),
            inCell ? first.Location.GetLineSpan().StartLinePosition.Line + 1 : null,
            []));
    }

    private static string Text(Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);

    private static string Place(Diagnostic diagnostic, string cell)
    {
        if (!diagnostic.Location.IsInSource) return cell;
        var span = diagnostic.Location.GetLineSpan();
        return string.Create(CultureInfo.InvariantCulture, $"{(span.Path == cell ? string.Empty : Path.GetFileName(span.Path) + " ")}line {span.StartLinePosition.Line + 1}, column {span.StartLinePosition.Character + 1}");
    }

    private static string Hint(Diagnostic diagnostic) => diagnostic.Id switch
    {
        "CS8345" => " A cell's variables live on between cells, which a span cannot: put it inside { } braces.",
        "CS1002" => " Only the last expression of a cell goes without a semicolon.",
        _ => string.Empty,
    };
}
