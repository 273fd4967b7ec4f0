using System.Buffers;
using Segmentation.Load;
using Segmentation.Tables;

namespace Segmentation.Audit;

/// <summary>Text that another program would execute: formulas in a spreadsheet, markup in a browser.</summary>
internal static class HostileTextChecks
{
    private static readonly SearchValues<char> InNumbers = SearchValues.Create("+-0123456789 ().,/%x–");

    private static readonly SearchValues<byte> OpensFormula = SearchValues.Create("=+-@"u8);
    private static readonly SearchValues<byte> OpensMarkup = SearchValues.Create("<"u8);

    public static IEnumerable<ValidityCheck> Of(AuditContext context, Export export)
    {
        yield return Check(context, export, "formula-like-text", IsFormulaLike, OpensFormula, "hold text that a spreadsheet would run as a formula");
        yield return Check(context, export, "markup-in-text", IsMarkup, OpensMarkup, "hold text with markup");
    }

    /// <summary>Tells whether a spreadsheet would take text for a formula: it starts with =, +, - or @ (OWASP, "CSV injection") and is not just a
    /// signed number, a phone number or a dash.</summary>
    internal static bool IsFormulaLike(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        if (text.IsEmpty || text[0] is not ('=' or '+' or '-' or '@')) return false;
        return text[0] is '=' or '@' ? text.Length > 1 : text.ContainsAnyExcept(InNumbers);
    }

    /// <summary>Tells whether text holds the start of an element, an end tag, a comment or an instruction of HTML or XML.</summary>
    internal static bool IsMarkup(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('<'); at >= 0; at = text.IndexOf('<'))
        {
            text = text[(at + 1)..];
            if (!text.IsEmpty && (char.IsAsciiLetter(text[0]) || text[0] is '/' or '!' or '?') && text.Contains('>')) return true;
        }

        return false;
    }

    private static ValidityCheck Check(AuditContext context, Export export, string check, TextScan.Question question, SearchValues<byte> needed, string what)
    {
        var columns = export.Table.Columns.OfType<TextColumn>().ToArray();
        var found = new List<int>[columns.Length];
        Parallel.For(0, columns.Length, i => found[i] = TextScan.Rows(columns[i], question, needed));
        var cells = found.SelectMany((rows, i) => rows.Select(row => (Row: row, Column: columns[i]))).OrderBy(c => c.Row).ToArray();
        int[] rows = [.. cells.Select(c => c.Row).Distinct()];
        TextColumn[] fields = [.. cells.Select(c => c.Column).Distinct()];
        var result = context.Check(export, check, rows, export.Table.RowCount, what, Severity.Warn, fields);
        if (rows.Length == 0) return result with { Field = "all text" };

        var table = OffendingRows.Of(export, result.Finding.Message, [.. cells.Select(c => c.Row)], context.Arr)
            .With(Column.Of("found in", cells.Select(c => c.Column.Name)))
            .With(Column.Of("text found", cells.Select(c => c.Column[c.Row])).AsPersonal(fields.Any(f => f.IsPersonal)));
        return result with { Finding = result.Finding with { Rows = table } };
    }
}
