using System.Collections;
using System.Net;
using Segmentation.Tables;

namespace Segmentation.Notebooks.Formatting;

/// <summary>
/// Turns a value into the forms that front ends draw: the library's own types first, then any object with a method
/// <c>ToMimeBundle</c> or <c>ToHtml</c>, then ordinary .NET values. Text from data is encoded. A value whose own code throws
/// while it is shown is shown as that failure.
/// </summary>
/// <remarks>
/// Under the mask, text that comes in a table is hidden where its column is personal. Text that comes any other way cannot be
/// traced to a column, and is hidden altogether, as is HTML from objects that do not know of the mask.
/// </remarks>
public sealed class ValueFormatter(FormatOptions options)
{
    /// <summary>What stands in the place of text that the mask hides because nothing says where it comes from.</summary>
    public const string HiddenText = "(text hidden by --mask)";

    /// <summary>Returns the forms of a value.</summary>
    /// <param name="value">The value; null is shown as <c>null</c>.</param>
    public MimeBundle Format(object? value)
    {
        try
        {
            return Choose(value);
        }
        catch (Exception e)
        {
            return new MimeBundle(ShortText.Failure(value!.GetType(), e, options));
        }
    }

    private MimeBundle Choose(object? value) => value switch
    {
        Table table => MimeBundle.OfHtml(table.ToString(options.Render), table.ToHtml(options.Render)),
        Result result => MimeBundle.OfHtml(result.ToString(options.Render), result.ToHtml(options.Render)),
        null or string => new MimeBundle(ShortText.Of(value, options)),
        _ => ShapeFormats.Find(value, options) ?? Ordinary(value),
    };

    private MimeBundle Ordinary(object value)
    {
        if (value is Exception exception) return OfException(exception);
        if (ShortText.IsScalar(value)) return new MimeBundle(ShortText.Of(value, options));
        if (value is IEnumerable sequence and not IDictionary && Rich(sequence) is { } rich) return rich;
        return ValueTables.Of(value, options) is { } table
            ? MimeBundle.OfHtml(table.ToString(options.Render), table.ToHtml(options.Render))
            : new MimeBundle(ShortText.Of(value, options));
    }

    // A sequence of results is shown as those results, one below the other.
    private MimeBundle? Rich(IEnumerable sequence)
    {
        var items = sequence.Cast<object?>().Take(options.Render.RowLimit + 1).ToArray();
        if (items.Length == 0 || !items.All(IsRich)) return null;
        var bundles = items.Take(options.Render.RowLimit).Select(Format).ToArray();
        var note = items.Length > options.Render.RowLimit ? $"the first {options.Render.RowLimit} are shown" : null;
        return MimeBundle.OfHtml(
            string.Join('\n', bundles.Select(b => b.Plain).Append(note).OfType<string>()),
            string.Join('\n', bundles.Select(b => b.Html ?? $"<pre>{WebUtility.HtmlEncode(b.Plain)}</pre>").Append(note is null ? null : $"<p class=\"seg-note\">{note}</p>").OfType<string>()));
    }

    private bool IsRich(object? item) => item is Table or Result || (item is not null && ShapeFormats.Has(item));

    private MimeBundle OfException(Exception exception)
    {
        var text = options.Render.Mask
            ? $"{exception.GetType().Name}: {HiddenText}"
            : string.Join('\n', new[] { $"{exception.GetType().Name}: {exception.Message}" }.Concat(CSharp.ThrownErrors.Describe(exception, string.Empty, options).Trace.Select(t => "   at " + t)));
        return new MimeBundle(text);
    }
}
