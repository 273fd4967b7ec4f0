namespace Segmentation.Tables;

/// <summary>What <see cref="TypeFormatterSourceAttribute"/> names: shows an object by its own <c>ToHtml()</c> and <c>ToString()</c>.</summary>
internal sealed class HtmlFormatterSource
{
    /// <summary>Returns a formatter a media type. An instance method, since engines call it on an instance.</summary>
#pragma warning disable CA1822
    public IEnumerable<object> CreateTypeFormatters() =>
        [new Formatter("text/html", value => (string)value.GetType().GetMethod("ToHtml", [])!.Invoke(value, null)!), new Formatter("text/plain", value => value.ToString()!)];
#pragma warning restore CA1822

    private sealed class Formatter(string mime, Func<object, string> show)
    {
        /// <summary>Gets the media type.</summary>
        public string MimeType { get; } = mime;

        /// <summary>Writes the object; one method of this name with exactly these types, or engines cannot bind it.</summary>
        public bool Format(object instance, TextWriter writer)
        {
            writer.Write(show(instance));
            return true;
        }
    }
}
