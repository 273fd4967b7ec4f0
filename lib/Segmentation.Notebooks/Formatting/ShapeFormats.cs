using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Segmentation.Tables;

namespace Segmentation.Notebooks.Formatting;

/// <summary>
/// Shows an object of any library by the shape of its methods: <c>ToMimeBundle()</c> or <c>ToHtml()</c>, with
/// <see cref="RenderOptions"/> where it takes them.
/// </summary>
internal static class ShapeFormats
{
    public static bool Has(object value) => Bundle(value) is not null || Html(value) is not null;

    public static MimeBundle? Find(object value, FormatOptions options)
    {
        if (Bundle(value) is { } bundle && Call(bundle, value, options) is { } forms) return Read(forms, value, options);
        if (Html(value) is not { } html) return null;
        return Call(html, value, options) is string text
            ? MimeBundle.OfHtml(Plain(value, options), text)
            : new MimeBundle(ValueFormatter.HiddenText);
    }

    private static MethodInfo? Bundle(object value) => Method(value, "ToMimeBundle", typeof(IEnumerable<KeyValuePair<string, object>>));

    private static MethodInfo? Html(object value) => Method(value, "ToHtml", typeof(string));

    private static MethodInfo? Method(object value, string name, Type returns) =>
        new[] { value.GetType().GetMethod(name, [typeof(RenderOptions)]), value.GetType().GetMethod(name, []) }
            .FirstOrDefault(m => m is { IsStatic: false, IsGenericMethodDefinition: false } && returns.IsAssignableFrom(m.ReturnType));

    // Null where the method cannot be told to hide what the mask hides.
    private static object? Call(MethodInfo method, object value, FormatOptions options) =>
        method.GetParameters().Length == 1 ? Invoke(method, value, options.Render)
        : options.Render.Mask ? null
        : Invoke(method, value);

    private static object? Invoke(MethodInfo method, object value, params object[] arguments) =>
        method.Invoke(value, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    private static MimeBundle Read(object forms, object value, FormatOptions options)
    {
        var all = ((IEnumerable<KeyValuePair<string, object>>)forms).Select(f => new KeyValuePair<string, object>(f.Key, Form(f.Key, f.Value))).ToArray();
        return new MimeBundle(all.FirstOrDefault(f => f.Key == "text/plain").Value as string ?? Plain(value, options), all);
    }

    private static object Form(string mime, object form) => form switch
    {
        JsonNode node => node,
        string text when mime.EndsWith("json", StringComparison.Ordinal) => JsonNode.Parse(text)!,
        string text => (object)text,
        _ => JsonSerializer.SerializeToNode(form)!,
    };

    private static string Plain(object value, FormatOptions options) =>
        options.Render.Mask ? ValueFormatter.HiddenText : ShortText.Cut(value.ToString() ?? value.GetType().Name, options);
}
