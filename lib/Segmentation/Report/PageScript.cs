using System.IO.Compression;
using System.Text;

namespace Segmentation.Report;

/// <summary>A script that pages embed: built in where the build could fetch it, at a public address where not.</summary>
/// <param name="FileName">Name of the file in the assembly's <c>page-scripts.zip</c>.</param>
/// <param name="Address">Public address of that exact version, for a build without npm.</param>
/// <param name="Integrity">Hash of the file at that address, which the browser checks.</param>
internal sealed record PageScript(string FileName, string Address, string Integrity)
{
    private readonly Lazy<string?> source = new(() => Unpack(FileName));

    public static PageScript Plotly { get; } = new(
        "plotly.min.js",
        "https://cdn.jsdelivr.net/npm/plotly.js-dist-min@4.1.2/plotly.min.js",
        "sha384-hHv6D3tTUUBpp4tVv6t2Dc3oGuRhphmWOTKUR8jWyN0Pnon1g3iebKCNDNmKmxo8");

    public static PageScript Mermaid { get; } = new(
        "mermaid.min.js",
        "https://cdn.jsdelivr.net/npm/mermaid@12.3.0/dist/mermaid.min.js",
        "sha384-HHW54r639fK42Ip0coGF3mz8oSiGn0eEoWNTLs75X7H63pLSDBa0Tqs0RwGmLlXE");

    /// <summary>Gets the script's text; null where the build could not fetch it.</summary>
    public string? Source => source.Value;

    /// <summary>Returns the element that loads the script into a page.</summary>
    public string Element() => Source is { } text
        ? "<script>" + text + "</script>"
        : $"<script src=\"{Address}\" integrity=\"{Integrity}\" crossorigin=\"anonymous\"></script>";

    private static string? Unpack(string fileName)
    {
        using var resource = typeof(PageScript).Assembly.GetManifestResourceStream("page-scripts.zip");
        if (resource is null) return null;
        using var zip = new ZipArchive(resource);
        if (zip.GetEntry(fileName) is not { } entry) return null;
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
