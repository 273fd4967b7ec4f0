namespace Segmentation.Tables;

/// <summary>
/// What a stage hands on: an immutable record with one neutral table, from which every rendering is drawn.
/// </summary>
public abstract record Result
{
    /// <summary>Gets the stable name under which a run reports the result, in lower-case words joined by hyphens.</summary>
    public abstract string ResultName { get; }

    /// <summary>Returns the one table behind every rendering of this result.</summary>
    public abstract Table ToTable();

    /// <summary>Returns the result as HTML.</summary>
    public string ToHtml() => ToHtml(RenderOptions.Default);

    /// <summary>Returns the result as HTML; every value encoded.</summary>
    /// <param name="options">Row limit and mask.</param>
    public virtual string ToHtml(RenderOptions options) => ToTable().ToHtml(options);

    /// <summary>Returns the result as text.</summary>
    /// <param name="options">Row limit and mask.</param>
    public virtual string ToString(RenderOptions options) => ToTable().ToString(options);

    /// <summary>Returns the result as text.</summary>
    public sealed override string ToString() => ToString(RenderOptions.Default);
}
