using System.Text.Json.Nodes;
using System.Threading.Channels;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Kernel;

/// <summary>
/// Answers Jupyter's messages over one notebook session, whichever door they come by. Requests on the shell wait for each other; those on the
/// control channel are answered at once, and so are interrupts and shutdowns on any channel. No request ends the kernel but a shutdown.
/// </summary>
public sealed class NotebookKernel : IDisposable
{
    /// <summary>The version of the Jupyter messaging protocol that is spoken.</summary>
    public const string ProtocolVersion = "5.3";

    private readonly Action<KernelMessage> send;
    private readonly Lazy<NotebookSession> session;
    private readonly HistoryStore history;
    private readonly InputRequests input;
    private readonly ExecuteRequests execute;
    private readonly EditingRequests editing;
    private readonly Channel<(KernelRequest Request, long Order)> shell = Channel.CreateUnbounded<(KernelRequest, long)>(new UnboundedChannelOptions { SingleReader = true });
    private readonly TaskCompletionSource<bool> finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock turns = new();
    private CancellationTokenSource? turn;
    private long received;

    /// <summary>Starts a kernel. The compiler is loaded in the background: until then only cells and editors wait.</summary>
    /// <param name="options">What its session is told.</param>
    /// <param name="send">Sends a message; called from any thread, also at once from several.</param>
    /// <param name="limits">Its limits.</param>
    public NotebookKernel(SessionOptions options, Action<KernelMessage> send, KernelOptions? limits = null)
    {
        this.send = send;
        session = new Lazy<NotebookSession>(() => new NotebookSession(options));
        history = new HistoryStore(limits ?? KernelOptions.Default);
        input = new InputRequests(send);
        execute = new ExecuteRequests(session, history, input, send);
        editing = new EditingRequests(session);
        _ = Task.Run(ServeAsync);
        _ = Task.Run(() => session.Value.WarmUpAsync());
    }

    /// <summary>Gets the end of the kernel: true where a restart was asked for.</summary>
    public Task<bool> Finished => finished.Task;

    /// <summary>Takes a message in and returns at once.</summary>
    /// <param name="request">The message.</param>
    public void Receive(KernelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Channel == KernelChannel.Stdin) input.Answer(request);
        else if (WaitsItsTurn(request)) shell.Writer.TryWrite((request, Interlocked.Increment(ref received)));
        else if (IsUrgent(request)) AnswerAtOnce(request);
        else if (request.Channel != KernelChannel.IoPub) _ = Task.Run(() => AnswerAsync(request, CancellationToken.None));
    }

    /// <summary>Interrupts the running cell and ends the session.</summary>
    public void Dispose()
    {
        shell.Writer.TryComplete();
        Interrupt();
        if (session.IsValueCreated) session.Value.Dispose();
    }

    // Behind the cell that they are to stop, an interrupt and a shutdown would be of no use.
    private static bool WaitsItsTurn(KernelRequest request) => request.Type == "execute_request"
        || (request.Channel == KernelChannel.Shell && !IsUrgent(request));

    private static bool IsUrgent(KernelRequest request) => request.Type is "interrupt_request" or "shutdown_request" && request.Channel != KernelChannel.IoPub;

    // On a thread of its own: the cell that it is to stop may hold every thread of the pool.
    private void AnswerAtOnce(KernelRequest request) =>
        new Thread(() => _ = AnswerAsync(request, CancellationToken.None)) { IsBackground = true, Name = request.Type }.UnsafeStart();

    private async Task ServeAsync()
    {
        var aborted = 0L;
        await foreach (var (request, order) in shell.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            if (request.Type == "execute_request" && order <= aborted)
            {
                Status("busy", request);
                send(ExecuteRequests.Abort(request));
                Status("idle", request);
                continue;
            }

            var failed = await TakeTurnAsync(request).ConfigureAwait(false);
            if (failed && StopsOthers(request)) aborted = Interlocked.Read(ref received);
        }
    }

    private static bool StopsOthers(KernelRequest request)
    {
        try
        {
            return request.Type == "execute_request" && ExecuteRequests.StopsOthers(request);
        }
        catch (MalformedRequestException)
        {
            return false;
        }
    }

    private async Task<bool> TakeTurnAsync(KernelRequest request)
    {
        // Never disposed: it holds nothing, and an interrupt may still be at work on it.
        var mine = new CancellationTokenSource();
        lock (turns) turn = mine;
        try
        {
            return await AnswerAsync(request, mine.Token).ConfigureAwait(false);
        }
        finally
        {
            lock (turns) turn = null;
        }
    }

    private void Interrupt()
    {
        CancellationTokenSource? mine;
        lock (turns) mine = turn;
        // Here and now: the pool, which would do it otherwise, may have no thread to spare.
        mine?.Cancel();
    }

    private async Task<bool> AnswerAsync(KernelRequest request, CancellationToken interrupt)
    {
        Status("busy", request);
        KernelMessage? reply;
        try
        {
            reply = await ReplyAsync(request, interrupt).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            reply = request.Type == "execute_request" ? execute.Refuse(request, e)
                : KernelMessage.Expects(request.Type) ? KernelMessage.Reply(request, KernelErrors.Reply(e))
                : null;
        }

        if (reply is not null) send(reply);
        Status("idle", request);
        var failed = (string?)reply?.Content["status"] == "error";
        if (!failed && reply is { Type: "shutdown_reply" }) finished.TrySetResult((bool)reply.Content["restart"]!);
        return failed;
    }

    // A type that nobody knows gets no reply, as the protocol has it: only busy and idle.
    private async Task<KernelMessage?> ReplyAsync(KernelRequest request, CancellationToken interrupt)
    {
        switch (request.Type)
        {
            case "kernel_info_request":
                return KernelMessage.Reply(request, KernelInformation.Describe());
            case "execute_request":
                return await execute.AnswerAsync(request, interrupt).ConfigureAwait(false);
            case "complete_request":
                return editing.Complete(request, interrupt);
            case "inspect_request":
                return editing.Inspect(request, interrupt);
            case "is_complete_request":
                return editing.IsComplete(request);
            case "diagnose_request":
                return editing.Diagnose(request, interrupt);
            case "history_request":
                return KernelMessage.Reply(request, history.Answer(request));
            case "comm_info_request":
                return KernelMessage.Reply(request, new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() });
            case "comm_open":
                // Nothing in the kernel listens to comms: the front end is told so at once.
                send(new KernelMessage(KernelChannel.IoPub, "comm_close", new JsonObject { ["comm_id"] = new RequestContent(request).Text("comm_id"), ["data"] = new JsonObject() }, request));
                return null;
            case "interrupt_request":
                Interrupt();
                return KernelMessage.Reply(request, new JsonObject { ["status"] = "ok" });
            case "shutdown_request":
                var restart = new RequestContent(request).Flag("restart", false);
                Interrupt();
                return KernelMessage.Reply(request, new JsonObject { ["status"] = "ok", ["restart"] = restart });
            default:
                return null;
        }
    }

    private void Status(string state, KernelRequest parent) => send(new KernelMessage(KernelChannel.IoPub, "status", new JsonObject { ["execution_state"] = state }, parent));
}
