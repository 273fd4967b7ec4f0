using System.Net;

namespace Segmentation.Tables;

/// <summary>
/// What a stage hands on: an immutable record with one neutral table, from which every rendering is drawn.
/// </summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public abstract record Result
{
    /// <summary>Gets the stable name under which a run reports the result, in lower-case words joined by hyphens.</summary>
    public abstract string ResultName { get; }

    /// <summary>Returns the one table behind every rendering of this result.</summary>
    public abstract Table ToTable();

    /// <summary>Returns the result as HTML that stands alone in a notebook.</summary>
    public string ToHtml() => NotebookHtml.StandAlone(ToHtml(RenderOptions.Default));

    /// <summary>Returns the result as HTML; every value encoded.</summary>
    /// <param name="options">Row limit and mask.</param>
    public virtual string ToHtml(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Paragraphs(LinesAbove(options)) + ToTable().ToHtml(options) + Paragraphs(LinesBelow(options));
    }

    /// <summary>Returns the result as text.</summary>
    /// <param name="options">Row limit and mask.</param>
    public virtual string ToString(RenderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Texts(LinesAbove(options)) + ToTable().ToString(options) + Texts(LinesBelow(options));
    }

    /// <summary>Returns the result as text.</summary>
    public sealed override string ToString() => ToString(RenderOptions.Default);

    /// <summary>Returns what is said before the table, one sentence or more each; as text, not as HTML.</summary>
    /// <param name="options">Mask: counts go through <see cref="RenderOptions.Count"/>.</param>
    protected virtual IEnumerable<string> LinesAbove(RenderOptions options) => [];

    /// <summary>Returns what is said after the table, in the same way.</summary>
    /// <param name="options">Mask: counts go through <see cref="RenderOptions.Count"/>.</param>
    protected virtual IEnumerable<string> LinesBelow(RenderOptions options) => [];

    private static string Paragraphs(IEnumerable<string> lines) => string.Concat(lines.Select(l => $"<p>{WebUtility.HtmlEncode(l)}</p>"));

    private static string Texts(IEnumerable<string> lines) => string.Concat(lines.Select(l => l.ReplaceLineEndings(" ") + "\n"));
}
