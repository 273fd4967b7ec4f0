using System.Collections.Immutable;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Segmentation.Notebooks.Editing.Documentation;

/// <summary>
/// The XML files that compilers write beside assemblies. A file is searched when it is asked for and not kept: the framework's hold 30 MB,
/// and are searched in milliseconds.
/// </summary>
internal static class XmlFiles
{
    private const string Framework = "net10.0";

    // Assemblies of the framework have no XML beside them; that of their public faces comes with the SDK, where there is one.
    private static readonly Lazy<ImmutableArray<string>> FrameworkFiles = new(() =>
    {
        var packs = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        if (!Directory.Exists(packs)) return [];
        var newest = Directory.GetDirectories(packs)
            .Select(d => Path.Combine(d, "ref", Framework))
            .Where(Directory.Exists)
            .OrderByDescending(d => Version.TryParse(Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(d)!)!), out var version) ? version : new Version())
            .FirstOrDefault();
        return newest is null ? [] : [.. Directory.GetFiles(newest, "*.xml").Order(StringComparer.Ordinal)];
    });

    /// <summary>Returns what is written about a member; null where nothing is.</summary>
    /// <param name="assembly">Path of the assembly that holds it.</param>
    /// <param name="id">The member as XML documentation spells it, such as <c>T:System.String</c>.</param>
    public static XElement? Find(string assembly, string id)
    {
        var beside = Path.ChangeExtension(assembly, ".xml");
        IEnumerable<string> files = File.Exists(beside) ? [beside]
            : Path.GetDirectoryName(assembly) == Path.GetDirectoryName(typeof(object).Assembly.Location) ? FrameworkFiles.Value.OrderByDescending(f => Likely(f, assembly, id))
            : [];
        return files.Select(f => Read(f, id)).FirstOrDefault(m => m is not null);
    }

    // The file of the assembly itself, then the one that holds most, then those named like the start of the member's namespace.
    private static int Likely(string file, string assembly, string id)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return name == Path.GetFileNameWithoutExtension(assembly) ? int.MaxValue
            : name == "System.Runtime" ? int.MaxValue - 1
            : id.AsSpan(2).StartsWith(name, StringComparison.Ordinal) ? name.Length : 0;
    }

    private static XElement? Read(string file, string id)
    {
        try
        {
            var bytes = File.ReadAllBytes(file).AsSpan();
            var start = bytes.IndexOf(Encoding.UTF8.GetBytes($"<member name=\"{id}\">"));
            if (start < 0) return null;
            var length = bytes[start..].IndexOf("</member>"u8);
            return length < 0 ? null : XElement.Parse(Encoding.UTF8.GetString(bytes.Slice(start, length + "</member>"u8.Length)), LoadOptions.PreserveWhitespace);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or XmlException)
        {
            return null;
        }
    }
}
