using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Segmentation.Notebooks.Documents;
using Segmentation.Notebooks.Formatting;
using Segmentation.Notebooks.Session;

namespace Segmentation.Notebooks.Run;

/// <summary>
/// Keeps what one cell puts out, in order, console text joined up, as it stands after what was replaced and cleared. Under the mask console text, and the words of an exception, are
/// left out with a note: nothing says which column they come from.
/// </summary>
internal sealed class OutputCollector(int? executionCount, bool mask)
{
    private readonly List<CellOutput> outputs = [];
    private readonly Lock gate = new();
    private bool clears;

    /// <summary>Gets the outputs so far.</summary>
    public ImmutableArray<CellOutput> Outputs
    {
        get
        {
            lock (gate) return [.. outputs];
        }
    }

    /// <summary>Takes an output in. One that replaces another finds its place with <see cref="Replace"/>, in whichever cell that is.</summary>
    public void Add(CellOutput output)
    {
        lock (gate)
        {
            if (clears || output is CellOutput.Cleared { Wait: false }) outputs.Clear();
            clears = output is CellOutput.Cleared { Wait: true };
            if (output is CellOutput.Cleared) return;
            if (mask) output = Masked(output);
            if (output is CellOutput.Console text && outputs.LastOrDefault() is CellOutput.Console before && before.Stream == text.Stream)
                outputs[^1] = mask ? before : before with { Text = before.Text + text.Text };
            else
                outputs.Add(output);
        }
    }

    /// <summary>Puts an update in the place of the outputs that it replaces; without any, it leaves nothing.</summary>
    public void Replace(CellOutput.Shown update) => Map(output =>
        output is CellOutput.Shown { DisplayId: { } id } shown && id == update.DisplayId ? shown with { Data = update.Data, Value = update.Value } : output);

    /// <summary>Puts another output in the place of each.</summary>
    public void Map(Func<CellOutput, CellOutput> map)
    {
        lock (gate)
        {
            for (var i = 0; i < outputs.Count; i++) outputs[i] = map(outputs[i]);
        }
    }

    /// <summary>Returns the outputs in the notebook format.</summary>
    public IEnumerable<JsonObject> ToJson() => Outputs.Select(output => output switch
    {
        CellOutput.Console console => new JsonObject
        {
            ["name"] = console.Stream,
            ["output_type"] = "stream",
            ["text"] = NotebookText.Split(console.Text),
        },
        CellOutput.Shown { IsResult: true } shown => new JsonObject
        {
            ["data"] = shown.Data.ToJson(),
            ["execution_count"] = executionCount,
            ["metadata"] = new JsonObject(),
            ["output_type"] = "execute_result",
        },
        CellOutput.Shown shown => new JsonObject
        {
            ["data"] = shown.Data.ToJson(),
            ["metadata"] = new JsonObject(),
            ["output_type"] = "display_data",
        },
        CellOutput.Failed { Error: var error } => new JsonObject
        {
            ["ename"] = error.Kind,
            ["evalue"] = error.Message,
            ["output_type"] = "error",
            ["traceback"] = new JsonArray([.. ErrorText(error).Split('\n').Select(l => (JsonNode)l)]),
        },
        _ => throw new InvalidOperationException($"No notebook form for {output.GetType().Name}."),
    });

    /// <summary>Returns an error as text: its line, what it says, and where it came from.</summary>
    public static string ErrorText(CellError error) => string.Join('\n', new[]
    {
        $"{(error.Line is { } line ? $"line {line}: " : string.Empty)}{error.Kind}: {error.Message}",
    }.Concat(error.Trace.Select(t => "   at " + t)));

    private static CellOutput Masked(CellOutput output) => output switch
    {
        CellOutput.Console console => console with { Text = ValueFormatter.HiddenText + "\n" },
        CellOutput.Failed { Error: { MayQuoteData: true } error } failed => failed with { Error = error with { Message = ValueFormatter.HiddenText } },
        _ => output,
    };
}
