using System.Text.Json.Nodes;

namespace Segmentation.Notebooks.Kernel;

/// <summary>What the kernel says of itself.</summary>
internal static class KernelInformation
{
    /// <summary>Returns the content of <c>kernel_info_reply</c>. Nothing of the compiler is loaded for it.</summary>
    public static JsonObject Describe() => new()
    {
        ["status"] = "ok",
        ["protocol_version"] = NotebookKernel.ProtocolVersion,
        ["implementation"] = "segmentation",
        ["implementation_version"] = typeof(KernelInformation).Assembly.GetName().Version!.ToString(3),
        // The names by which front ends find highlighting for C#.
        ["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
        },
        ["banner"] = "Segmentation: C#, SQL, HTML, Markdown and Mermaid over one state",
        ["help_links"] = new JsonArray(),
        ["supported_features"] = new JsonArray(),
    };
}
