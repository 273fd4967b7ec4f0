using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Segmentation.Notebooks.Kernel;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Tests.Kernel;

/// <summary>A kernel without a door: requests go in, and the messages that come out are kept in order.</summary>
public sealed class KernelProbe : IDisposable
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(120);

    private readonly List<KernelMessage> messages = [];
    private readonly Lock gate = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int sent;

    public KernelProbe()
        : this(KernelOptions.Default)
    {
    }

    internal KernelProbe(KernelOptions limits) => Kernel = new NotebookKernel(new SessionOptions { Folder = AppContext.BaseDirectory }, Keep, limits);

    public NotebookKernel Kernel { get; }

    /// <summary>Gets everything that the kernel has sent.</summary>
    public ImmutableArray<KernelMessage> Messages
    {
        get
        {
            lock (gate) return [.. messages];
        }
    }

    /// <summary>Sends a request and returns its id.</summary>
    public string Send(string type, JsonObject? content = null, JsonObject? metadata = null, KernelChannel channel = KernelChannel.Shell)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"request-{Interlocked.Increment(ref sent)}");
        Kernel.Receive(new KernelRequest(
            channel,
            JsonSerializer.SerializeToElement(new JsonObject { ["msg_id"] = id, ["msg_type"] = type, ["session"] = "probe" }),
            JsonSerializer.SerializeToElement(metadata ?? []),
            JsonSerializer.SerializeToElement(content ?? []),
            null));
        return id;
    }

    /// <summary>Sends a cell and returns its id.</summary>
    public string SendCell(string code, JsonObject? more = null, JsonObject? metadata = null)
    {
        var content = new JsonObject { ["code"] = code };
        foreach (var (name, value) in more ?? []) content[name] = value?.DeepClone();
        return Send("execute_request", content, metadata);
    }

    /// <summary>Sends a request, and returns what answers it once it is idle.</summary>
    public Task<Answered> AskAsync(string type, JsonObject? content = null, JsonObject? metadata = null, KernelChannel channel = KernelChannel.Shell) => AnswerAsync(Send(type, content, metadata, channel));

    /// <summary>Runs a cell, and returns what answers it once it is idle.</summary>
    public Task<Answered> RunAsync(string code, JsonObject? more = null, JsonObject? metadata = null) => AnswerAsync(SendCell(code, more, metadata));

    /// <summary>Waits until a request is idle, and returns what answered it.</summary>
    public async Task<Answered> AnswerAsync(string id)
    {
        await WaitAsync(m => Parent(m) == id && IsStatus(m, "idle"));
        return new Answered([.. Messages.Where(m => Parent(m) == id)]);
    }

    /// <summary>Waits for a message.</summary>
    public async Task<KernelMessage> WaitAsync(Func<KernelMessage, bool> fits)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (messages.FirstOrDefault(fits) is { } found) return found;
                next = changed.Task;
            }

            try
            {
                await next.WaitAsync(LongEnough);
            }
            catch (TimeoutException)
            {
                Assert.Fail("The message never came; there were: " + string.Join(", ", Messages.Select(m => $"{m.Type} of {Parent(m)}")));
            }
        }
    }

    /// <summary>Waits for a message of a type that answers a request.</summary>
    public Task<KernelMessage> WaitAsync(string id, string type) => WaitAsync(m => Parent(m) == id && m.Type == type);

    /// <summary>Answers the question of a cell.</summary>
    public void Answer(string value) => Send("input_reply", new JsonObject { ["value"] = value }, channel: KernelChannel.Stdin);

    public void Dispose() => Kernel.Dispose();

    private static string? Parent(KernelMessage message) => message.Parent?.Header.GetProperty("msg_id").GetString();

    private static bool IsStatus(KernelMessage message, string state) => message.Type == "status" && (string?)message.Content["execution_state"] == state;

    private void Keep(KernelMessage message)
    {
        TaskCompletionSource before;
        lock (gate)
        {
            messages.Add(message);
            (before, changed) = (changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        before.SetResult();
    }
}
