namespace Segmentation.Tables;

/// <summary>
/// Tells .NET Interactive, and engines that follow it, how to show a type: they look for an attribute of this simple name, and call by reflection what it
/// names. So the library renders there without a reference to any of them.
/// </summary>
/// <param name="formatterSourceType">A type with a public parameterless constructor and a public <c>CreateTypeFormatters()</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>Gets the type that makes the formatters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>Gets the media types to show the value in; HTML alone, since those engines pass JSON types on as text.</summary>
    public string[] PreferredMimeTypes { get; } = ["text/html"];
}
