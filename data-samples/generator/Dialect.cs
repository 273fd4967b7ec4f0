using System.Text;

namespace Segmentation.Samples;

/// <summary>How a system writes its export.</summary>
/// <param name="Delimiter">Between fields.</param>
/// <param name="Encoding">Encoding, with its byte-order mark where it writes one.</param>
/// <param name="LineEnd">Line end.</param>
internal sealed record Dialect(char Delimiter, Encoding Encoding, string LineEnd)
{
    public static Dialect Salesforce { get; } = new(',', new UTF8Encoding(true), "\r\n");

    public static Dialect HubSpotInEurope { get; } = new(';', Windows1252(), "\r\n");

    public static Dialect Billing { get; } = new('|', new UTF8Encoding(false), "\n");

    public static Dialect Tabs { get; } = new('\t', new UTF8Encoding(false), "\n");

    public static Dialect SpreadsheetUnicode { get; } = new('\t', new UnicodeEncoding(false, true), "\r\n");

    public static Dialect Plain { get; } = new(',', new UTF8Encoding(false), "\n");

    /// <summary>Writes a sheet, with raw lines put in before the rows they name.</summary>
    public void Write(Sheet sheet, string path, IReadOnlyDictionary<int, string>? rawLines = null)
    {
        var text = new StringBuilder();
        Line(text, sheet.Headers);
        for (var row = 0; row < sheet.Rows.Count; row++)
        {
            if (rawLines is not null && rawLines.TryGetValue(row, out var raw)) text.Append(raw).Append(LineEnd);
            Line(text, sheet.Rows[row]);
        }

        File.WriteAllBytes(path, [.. Encoding.GetPreamble(), .. Encoding.GetBytes(text.ToString())]);
    }

    private static Encoding Windows1252() => CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? throw new InvalidOperationException("This runtime has no Windows-1252 encoding.");

    private void Line(StringBuilder text, IReadOnlyList<string> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0) text.Append(Delimiter);
            var cell = cells[i];
            if (cell.Contains(Delimiter, StringComparison.Ordinal) || cell.AsSpan().ContainsAny('"', '\n', '\r') || cell.EndsWith(' '))
                text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else
                text.Append(cell);
        }

        text.Append(LineEnd);
    }
}
