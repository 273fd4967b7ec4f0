using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Kernel;

/// <summary>Runs the cells that front ends send, one at a time.</summary>
/// <param name="session">The session.</param>
/// <param name="history">Takes in the cells that ran.</param>
/// <param name="input">Asks the user where a cell reads from the console.</param>
/// <param name="send">Sends a message.</param>
internal sealed class ExecuteRequests(Lazy<NotebookSession> session, HistoryStore history, InputRequests input, Action<KernelMessage> send)
{
    // A front end may keep the ids of a kernel that was restarted: those of the new one must differ.
    private readonly string displays = RandomNumberGenerator.GetHexString(16, lowercase: true);
    private int count;

    /// <summary>Answers <c>execute_request</c>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="interrupt">Interrupts the cell.</param>
    public async Task<KernelMessage> AnswerAsync(KernelRequest request, CancellationToken interrupt)
    {
        var content = new RequestContent(request);
        var code = content.Text("code");
        var silent = content.Flag("silent", false);
        var counts = content.Flag("store_history", true) && !silent;
        var mayAsk = content.Flag("allow_stdin", false);
        var expressions = content.Texts("user_expressions");
        _ = StopsOthers(request);
        // A cell that is not stored shows the number that the next one will have, as it does in IPython.
        var number = count + 1;
        if (counts) count = number;
        string? result = null;
        if (!silent) send(new KernelMessage(KernelChannel.IoPub, "execute_input", new JsonObject { ["code"] = code, ["execution_count"] = number }, request));
        var cell = new CellRequest(CellMetadata.Name(request.Metadata, counts ? number : null) ?? "unnumbered cell", code, CellMetadata.Language(request.Metadata))
        {
            Input = mayAsk ? (prompt, secret) => input.Ask(prompt, secret, request, interrupt) : null,
        };
        JsonObject reply;
        if ((await session.Value.ExecuteAsync(cell, Take, interrupt).ConfigureAwait(false)).Error is { } error)
        {
            reply = KernelErrors.Reply(error);
        }
        else
        {
            var values = await UserExpressions.EvaluateAsync(session.Value, expressions, Take, interrupt).ConfigureAwait(false);
            reply = new JsonObject { ["status"] = "ok", ["user_expressions"] = values, ["payload"] = new JsonArray() };
        }

        reply["execution_count"] = number;
        if (counts) history.Add(number, code, result);
        return KernelMessage.Reply(request, reply);

        void Take(CellOutput output)
        {
            if (output is CellOutput.Shown { IsResult: true } shown) result = shown.Data.Plain;
            if (!silent) Publish(output, number, request);
        }
    }

    /// <summary>Tells whether the cells that wait behind this one are not to run where it fails.</summary>
    /// <exception cref="MalformedRequestException">The request cannot be read.</exception>
    public static bool StopsOthers(KernelRequest request) => new RequestContent(request).Flag("stop_on_error", true);

    /// <summary>Answers an <c>execute_request</c> whose content cannot be read.</summary>
    public KernelMessage Refuse(KernelRequest request, Exception thrown)
    {
        var reply = KernelErrors.Reply(thrown);
        reply["execution_count"] = count;
        return KernelMessage.Reply(request, reply);
    }

    /// <summary>Answers an <c>execute_request</c> that waited while a cell failed which was told to stop those behind it.</summary>
    /// <remarks>
    /// The status is <c>error</c>: the protocol has deprecated <c>aborted</c> since 5.1, and nbclient takes all but <c>error</c> for success.
    /// The count is there, and null: JupyterLab and Notebook write it beside the cell, where any number would say that the cell had run.
    /// No <c>error</c> goes to iopub: what failed is shown once, where it failed.
    /// </remarks>
    public static KernelMessage Abort(KernelRequest request)
    {
        var reply = KernelErrors.Reply(new CellError("NotRun", "The cell was not run: a cell before it failed. Run it again once that one succeeds.", null, []));
        reply["execution_count"] = null;
        return KernelMessage.Reply(request, reply);
    }

    private void Publish(CellOutput output, int number, KernelRequest request)
    {
        switch (output)
        {
            case CellOutput.Console console:
                Send("stream", new JsonObject { ["name"] = console.Stream, ["text"] = console.Text });
                break;
            case CellOutput.Shown shown:
                var content = new JsonObject { ["data"] = shown.Data.ToMessage(), ["metadata"] = new JsonObject() };
                if (shown.IsResult && !shown.IsUpdate) content["execution_count"] = number;
                if (shown.DisplayId is { } id) content["transient"] = new JsonObject { ["display_id"] = string.Create(CultureInfo.InvariantCulture, $"{displays}-{id}") };
                Send(shown.IsUpdate ? "update_display_data" : shown.IsResult ? "execute_result" : "display_data", content);
                break;
            case CellOutput.Cleared cleared:
                Send("clear_output", new JsonObject { ["wait"] = cleared.Wait });
                break;
            case CellOutput.Failed { Error: var error }:
                Send("error", KernelErrors.Describe(error), error.Line is { } line ? new JsonObject { ["line"] = line } : null);
                break;
        }

        void Send(string type, JsonObject content, JsonObject? metadata = null) => send(new KernelMessage(KernelChannel.IoPub, type, content, request) { Metadata = metadata });
    }
}
