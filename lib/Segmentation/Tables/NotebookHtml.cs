namespace Segmentation.Tables;

/// <summary>
/// Gives a fragment of HTML the style that our own pages bring with them, so that it stands alone in the output of a notebook cell: in VS Code,
/// Jupyter, or another .NET notebook engine, in the colours of that front end's theme.
/// </summary>
public static class NotebookHtml
{
    private const string Open = "<div class=\"seg-out\">";

    // Colours come from the front end's theme: VS Code's, else JupyterLab's, else those of our pages.
    private const string Style = """
        <style>
        .seg-out{--seg-line:var(--vscode-widget-border,var(--jp-border-color2,#d9dee4));--seg-quiet:var(--vscode-descriptionForeground,var(--jp-content-font-color2,#5f6b7a));--seg-hover:var(--vscode-list-hoverBackground,var(--jp-layout-color2,#f6f8fa));font-size:13px;line-height:1.45}
        .seg-out p{max-width:80ch;margin:.4em 0}
        .seg-out table.seg-table{display:block;width:fit-content;max-width:100%;overflow-x:auto;border-collapse:collapse;border:0;margin:.4em 0 .8em;font-size:inherit;table-layout:auto}
        .seg-out .seg-table caption{text-align:left;font-weight:600;color:inherit;padding:0 0 4px;caption-side:top}
        .seg-out .seg-table tr,.seg-out .seg-table tbody tr:nth-child(odd){background:none}
        .seg-out .seg-table tbody tr:hover{background:var(--seg-hover)}
        .seg-out .seg-table th,.seg-out .seg-table td{padding:3px 10px;text-align:left;vertical-align:top;border:0;border-bottom:1px solid var(--seg-line);max-width:44ch;white-space:normal;overflow-wrap:break-word}
        .seg-out .seg-table th{font-weight:600;color:var(--seg-quiet);border-bottom-width:2px;white-space:nowrap}
        .seg-out .seg-table td:not(.seg-n){min-width:calc(10ch + 20px)}
        .seg-out .seg-table td.seg-w{min-width:34ch}
        .seg-out .seg-table .seg-n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        .seg-out .seg-note{color:var(--seg-quiet)}
        .seg-out .seg-figure{margin:.4em 0}.seg-out .seg-plot{width:100%}
        </style>
        """;

    /// <summary>Returns the fragment with its style; as it is where it holds nothing of ours, or stands alone already.</summary>
    /// <param name="html">The fragment, safe already.</param>
    public static string StandAlone(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        return html.StartsWith(Open, StringComparison.Ordinal) || !html.Contains("class=\"seg-", StringComparison.Ordinal) ? html : Open + Style + html + "</div>";
    }
}
