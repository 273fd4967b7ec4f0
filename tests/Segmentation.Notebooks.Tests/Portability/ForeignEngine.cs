using System;
using System.Collections;
using System.IO;
using System.Linq;
using System.Reflection;

/// <summary>
/// How two other .NET notebook engines show an object, written from their conventions alone. It is compiled by the tests against the framework
/// and nothing else, so that it can know no type of this project.
/// </summary>
/// <remarks>
/// By attribute: .NET Interactive, docs/formatting.md, "Attributes": an attribute of the simple name TypeFormatterSourceAttribute on the runtime type, bases included,
/// with FormatterSourceType and optional PreferredMimeTypes; the source's CreateTypeFormatters(); each formatter's MimeType and its one Format(object, TextWriter).
/// By method: Verso, its ToHtml formatter: a public parameterless instance method ToHtml whose result is cast to string.
/// </remarks>
public static class ForeignEngine
{
    /// <summary>Returns the media type and the text that an engine shows which goes by the attribute; null where the type has none.</summary>
    public static (string Mime, string Text)? ByAttribute(object value)
    {
        var attribute = value.GetType().GetCustomAttributes(inherit: true).SingleOrDefault(a => a.GetType().Name == "TypeFormatterSourceAttribute");
        if (attribute is null) return null;
        var source = Activator.CreateInstance((Type)Read(attribute, "FormatterSourceType"))!;
        var preferred = (string[])Read(attribute, "PreferredMimeTypes");
        var formatters = (IEnumerable)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!;
        foreach (var formatter in formatters.Cast<object>().Where(f => preferred is null || preferred.Contains((string)Read(f, "MimeType"))))
        {
            // Throws where there is an overload, as the engine does.
            var format = formatter.GetType().GetMethod("Format", BindingFlags.Public | BindingFlags.Instance)!;
            var parameters = format.GetParameters().Select(p => p.ParameterType).ToArray();
            if (parameters.Length != 2 || parameters[0] != typeof(object) || !parameters[1].IsAssignableFrom(typeof(TextWriter)) || format.ReturnType != typeof(bool))
                throw new InvalidOperationException("Format must be bool Format(object, TextWriter).");
            using var writer = new StringWriter();
            if ((bool)format.Invoke(formatter, new[] { value, writer })!) return ((string)Read(formatter, "MimeType"), writer.ToString());
        }

        return null;
    }

    /// <summary>Returns what an engine shows which goes by the method; null where there is no such method.</summary>
    public static string ByMethod(object value) =>
        (string)value.GetType().GetMethod("ToHtml", BindingFlags.Public | BindingFlags.Instance, Type.EmptyTypes)?.Invoke(value, null);

    private static object Read(object from, string property) => from.GetType().GetProperty(property)?.GetValue(from);
}
