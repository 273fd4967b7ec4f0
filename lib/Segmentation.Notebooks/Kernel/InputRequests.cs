using System.Text.Json.Nodes;

namespace Segmentation.Notebooks.Kernel;

/// <summary>Asks front ends for input while a cell waits.</summary>
/// <param name="send">Sends a message.</param>
internal sealed class InputRequests(Action<KernelMessage> send)
{
    // What a terminal sends for the end of its input (Ctrl+D): front ends have no other word for it.
    private const string EndOfInput = "\u0004";

    private readonly object oneAtATime = new();
    private TaskCompletionSource<string>? waiting;

    /// <summary>Asks, and waits for the answer; null where the user ended the input.</summary>
    /// <param name="prompt">What the user is asked; may be empty.</param>
    /// <param name="secret">Whether the answer is hidden while it is typed.</param>
    /// <param name="parent">The request of the cell: who sent it is asked.</param>
    /// <param name="interrupt">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public string? Ask(string prompt, bool secret, KernelRequest parent, CancellationToken interrupt)
    {
        lock (oneAtATime)
        {
            interrupt.ThrowIfCancellationRequested();
            var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref waiting, answer);
            try
            {
                send(new KernelMessage(KernelChannel.Stdin, "input_request", new JsonObject { ["prompt"] = prompt, ["password"] = secret }, parent));
                var line = answer.Task.WaitAsync(interrupt).GetAwaiter().GetResult();
                return line == EndOfInput ? null : line;
            }
            finally
            {
                Volatile.Write(ref waiting, null);
            }
        }
    }

    /// <summary>Takes an answer in; one that nobody waits for any more is dropped.</summary>
    public void Answer(KernelRequest reply)
    {
        var asked = Volatile.Read(ref waiting);
        try
        {
            asked?.TrySetResult(new RequestContent(reply).Text("value"));
        }
        catch (MalformedRequestException e)
        {
            asked?.TrySetException(e);
        }
    }
}
