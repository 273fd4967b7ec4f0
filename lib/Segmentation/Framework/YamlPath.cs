namespace Segmentation.Framework;

/// <summary>Where an item stands in the framework file, by the names on the way to it: stays the same however the file is laid out.</summary>
internal static class YamlPath
{
    /// <summary>Stands between the names; a control character, as no person writes it in a name.</summary>
    public const char Separator = '\u001F';

    /// <summary>Returns the path of names; an empty first name is the root.</summary>
    public static string Of(params ReadOnlySpan<string> names) => names[0].Length == 0 ? Of(names[1..]) : string.Join(Separator, names);

    /// <summary>Returns the path of an item of a list, by the text or the name that tells it from the others.</summary>
    public static string Under(string parent, string name) => parent.Length == 0 ? name : parent + Separator + name;
}
