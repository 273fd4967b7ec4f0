using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Segmentation.Notebooks.Run;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Kernel;

/// <summary>Errors as Jupyter writes them.</summary>
internal static class KernelErrors
{
    /// <summary>Returns the content of an <c>error</c> message.</summary>
    public static JsonObject Describe(CellError error) => new()
    {
        ["ename"] = error.Kind,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. OutputCollector.ErrorText(error).Split('\n').Select(l => (JsonNode)l)]),
    };

    /// <summary>Returns the content of a reply that reports an error.</summary>
    public static JsonObject Reply(CellError error)
    {
        var reply = Describe(error);
        reply["status"] = "error";
        return reply;
    }

    /// <summary>Returns the content of the reply to a request that could not be answered.</summary>
    public static JsonObject Reply(Exception thrown) => Reply(new CellError(
        thrown is MalformedRequestException ? "MalformedRequest" : thrown.GetType().Name, thrown.Message, null, ImmutableArray<string>.Empty));
}
