using System.Text.Json.Nodes;
using Segmentation.Notebooks.Editing;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Kernel;

/// <summary>Answers what editors ask while a cell is written. Nothing here waits for a running cell.</summary>
/// <param name="session">The session.</param>
internal sealed class EditingRequests(Lazy<NotebookSession> session)
{
    private const int IndentWidth = 4;

    /// <summary>Answers <c>complete_request</c>.</summary>
    public KernelMessage Complete(KernelRequest request, CancellationToken cancellation)
    {
        var (code, position, language) = Read(request);
        var found = session.Value.Editing.Complete(code, position, language, cancellation);
        var (start, end) = (CodePoints.FromUtf16(code, found.Start), CodePoints.FromUtf16(code, found.End));
        var types = new JsonArray([.. found.Items.Select(item => (JsonNode)new JsonObject
        {
            ["text"] = item.Text,
            ["type"] = item.Kind.ToString().ToLowerInvariant(),
            ["start"] = start,
            ["end"] = end,
            ["signature"] = item.Signature ?? string.Empty,
        })]);
        return KernelMessage.Reply(request, new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. found.Items.Select(item => (JsonNode)item.Text)]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject { ["_jupyter_types_experimental"] = types },
        });
    }

    /// <summary>Answers <c>inspect_request</c>.</summary>
    public KernelMessage Inspect(KernelRequest request, CancellationToken cancellation)
    {
        var (code, position, language) = Read(request);
        var found = session.Value.Editing.Inspect(code, position, language, cancellation);
        var content = new JsonObject { ["status"] = "ok", ["found"] = found is not null, ["data"] = new JsonObject(), ["metadata"] = new JsonObject() };
        if (found is not null)
        {
            content["data"] = new JsonObject { ["text/markdown"] = InspectionText.Markdown(found), ["text/plain"] = InspectionText.Plain(found) };
            content["metadata"] = new JsonObject { ["start"] = CodePoints.FromUtf16(code, found.Start), ["end"] = CodePoints.FromUtf16(code, found.End) };
        }

        return KernelMessage.Reply(request, content);
    }

    /// <summary>Answers <c>is_complete_request</c>.</summary>
    public KernelMessage IsComplete(KernelRequest request)
    {
        var code = new RequestContent(request).Text("code");
        var completeness = session.Value.Editing.IsComplete(code, CellMetadata.Language(request.Metadata));
        var content = new JsonObject { ["status"] = completeness.ToString().ToLowerInvariant() };
        if (completeness == CellCompleteness.Incomplete) content["indent"] = Indent(code);
        return KernelMessage.Reply(request, content);
    }

    /// <summary>Answers <c>diagnose_request</c>, which is ours: what the compiler has to say of a cell that has not run.</summary>
    public KernelMessage Diagnose(KernelRequest request, CancellationToken cancellation)
    {
        var code = new RequestContent(request).Text("code");
        var problems = session.Value.Editing.Diagnose(code, CellMetadata.Language(request.Metadata), cancellation);
        return KernelMessage.Reply(request, new JsonObject
        {
            ["status"] = "ok",
            ["problems"] = new JsonArray([.. problems.Select(problem => (JsonNode)new JsonObject
            {
                ["start"] = CodePoints.FromUtf16(code, problem.Start),
                ["end"] = CodePoints.FromUtf16(code, problem.End),
                ["code"] = problem.Code,
                ["message"] = problem.Message,
                ["severity"] = problem.IsError ? "error" : "warning",
            })]),
        });
    }

    private static (string Code, int Position, string? Language) Read(KernelRequest request)
    {
        var content = new RequestContent(request);
        var code = content.Text("code");
        // The protocol lets the cursor be left out: it is at the end then.
        var position = content.Number("cursor_pos") is { } place ? CodePoints.ToUtf16(code, place) : code.Length;
        return (code, position, CellMetadata.Language(request.Metadata));
    }

    // The next line starts where the last began, one step further in where that opened something.
    private static string Indent(string code)
    {
        var line = code.Split('\n').LastOrDefault(l => !string.IsNullOrWhiteSpace(l))?.TrimEnd() ?? string.Empty;
        var own = line[..^line.TrimStart().Length];
        return line.EndsWith('{') || line.EndsWith('(') || line.EndsWith('[') ? own + new string(' ', IndentWidth) : own;
    }
}
