using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Segmentation.Notebooks.Kernel;

namespace Segmentation.Notebooks.Tests.Kernel;

/// <summary>What answered one request, in order.</summary>
/// <param name="Messages">All of it.</param>
public sealed record Answered(ImmutableArray<KernelMessage> Messages)
{
    /// <summary>Gets the reply; a request has one.</summary>
    public KernelMessage Reply => Assert.Single(Messages, m => m.Type.EndsWith("_reply", StringComparison.Ordinal));

    /// <summary>Gets the content of the reply.</summary>
    public JsonObject Content => Reply.Content;

    /// <summary>Gets the status of the reply.</summary>
    public string Status => (string)Content["status"]!;

    /// <summary>Gets the types of all messages, a status by its state.</summary>
    public IEnumerable<string> Types => Messages.Select(m => m.Type == "status" ? (string)m.Content["execution_state"]! : m.Type);

    /// <summary>Gets the messages of a type.</summary>
    public IEnumerable<KernelMessage> Of(string type) => Messages.Where(m => m.Type == type);

    /// <summary>Gets the plain text of the result; null where there is none.</summary>
    public string? Result => (string?)Of("execute_result").SingleOrDefault()?.Content["data"]!["text/plain"];

    /// <summary>Gets the text of the console.</summary>
    public string Console => string.Concat(Of("stream").Select(m => (string?)m.Content["text"]));
}
