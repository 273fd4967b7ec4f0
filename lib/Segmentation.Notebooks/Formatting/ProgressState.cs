using System.Globalization;
using System.Net;
using Segmentation.Tables;

namespace Segmentation.Notebooks.Formatting;

/// <summary>A progress bar at one moment. Holds no time, so that the same run leaves the same bytes.</summary>
/// <param name="Title">What goes on; may be empty.</param>
/// <param name="Value">Number of steps done.</param>
/// <param name="Total">Number of steps; null where it is not known.</param>
internal sealed record ProgressState(string Title, long Value, long? Total)
{
    private const int Width = 20;

    // Of no steps, all are done.
    private double Share => Total is not { } total ? 0 : total == 0 ? 1 : Math.Clamp((double)Value / total, 0, 1);

    private string Numbers => Total is { } total
        ? string.Create(CultureInfo.InvariantCulture, $"{Value:N0} of {total:N0} ({Math.Floor(100 * Share):0} %)")
        : Value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Returns the bar as HTML and as text. A title may quote the data: the mask hides it.</summary>
    public IReadOnlyDictionary<string, object> ToMimeBundle(RenderOptions options)
    {
        var title = options.Mask && Title.Length > 0 ? ValueFormatter.HiddenText : Title;
        return new Dictionary<string, object> { ["text/html"] = Html(title), ["text/plain"] = Plain(title) };
    }

    private string Plain(string title)
    {
        var filled = (int)(Share * Width);
        return string.Join(' ', new[] { title, Total is null ? string.Empty : $"[{new string('#', filled)}{new string('.', Width - filled)}]", Numbers }.Where(p => p.Length > 0));
    }

    // Colours are the editor's where it tells them; elsewhere they stand on light and dark ground alike. Nothing is known of a length without a total: its bar is pale.
    private string Html(string title)
    {
        var percent = (100 * Share).ToString("0.#", CultureInfo.InvariantCulture);
        var label = title.Length > 0 ? title : "Progress";
        var bar = Total is null ? "width:100%;opacity:.35" : $"width:{percent}%";
        var now = Total is null ? string.Empty : $" aria-valuemin=\"0\" aria-valuemax=\"100\" aria-valuenow=\"{percent}\"";
        return "<div style=\"display:flex;align-items:center;gap:.75em;max-width:44em;font:13px/1.6 var(--vscode-font-family,system-ui,sans-serif)\">"
            + (title.Length > 0 ? $"<span>{WebUtility.HtmlEncode(title)}</span>" : string.Empty)
            + $"<span role=\"progressbar\" aria-label=\"{WebUtility.HtmlEncode(label)}\"{now} style=\"flex:1;min-width:6em;height:.5em;border-radius:.25em;overflow:hidden;background:var(--vscode-editorWidget-border,rgba(128,128,128,.35))\">"
            + $"<span style=\"display:block;height:100%;{bar};background:var(--vscode-progressBar-background,#1a73c9)\"></span></span>"
            + $"<span style=\"font-variant-numeric:tabular-nums;white-space:nowrap\">{Numbers}</span></div>";
    }
}
